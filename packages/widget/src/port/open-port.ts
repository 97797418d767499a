import { HttpPort } from './http-port.ts';
import type { Port } from './port.ts';
import { PortProblem } from './port-problem.ts';

/** The attributes of an element that say where the engine runs. */
export interface PortAddress {
  readonly api: string;
  readonly knowledge: string;
  readonly region: string;
}

/**
 * The port an element's attributes ask for, or `undefined` when they name none.
 *
 * The engine is loaded only for `knowledge`, so a page that talks to a server never downloads it. Where the knowledge is
 * a catalogue that fits into no page, the server is asked instead, but only one that the page names as well: who was
 * promised that nothing leaves the device is not sent elsewhere without the page's owner having said so.
 */
export async function openPort(address: PortAddress): Promise<Port | undefined> {
  if (address.knowledge) {
    const { openLocalPort, TOO_LARGE } = await import('./local-port.ts');
    try {
      return await openLocalPort(address.knowledge);
    } catch (error) {
      if (!(address.api && error instanceof PortProblem && error.code === TOO_LARGE)) throw error;
    }
  }
  if (!address.api) return undefined;
  return new HttpPort({ base: address.api, ...(address.region ? { region: address.region } : {}) });
}
