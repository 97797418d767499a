import { HttpPort } from './http-port.ts';
import type { Port } from './port.ts';

/** The attributes of an element that say where the engine runs. */
export interface PortAddress {
  readonly api: string;
  readonly knowledge: string;
  readonly region: string;
}

/**
 * The port an element's attributes ask for, or `undefined` when they name none.
 *
 * The engine is loaded only for `knowledge`, so a page that talks to a server never downloads it.
 */
export async function openPort(address: PortAddress): Promise<Port | undefined> {
  if (address.knowledge) {
    const { openLocalPort } = await import('./local-port.ts');
    return openLocalPort(address.knowledge);
  }
  if (!address.api) return undefined;
  return new HttpPort({ base: address.api, ...(address.region ? { region: address.region } : {}) });
}
