import { Agent, request } from 'node:http';

/** Clients that ask at the same time. */
const atOnce = 32;
/** No more connections than a reverse proxy would open. */
const agent = new Agent({ keepAlive: true, maxSockets: 128 });

/** An answer as it came. */
export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** Sends JSON. */
export function post(address: string, body: unknown): Promise<Answered> {
  const sent = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(sent) };
    const call = request(address, { method: 'POST', headers, agent }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(pieces).toString('utf8') });
      });
    });
    call.on('error', (error: NodeJS.ErrnoException) => {
      // The server hung up an idle connection at the very moment at which it was used again.
      if (call.reusedSocket && error.code === 'ECONNRESET') post(address, body).then(resolve, reject);
      else reject(error);
    });
    call.end(sent);
  });
}

/** Does a piece of work so many times, for so many clients at once. */
export async function inParallel(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, client));
}

/** Lets go of the connections. */
export function hangUp(): void {
  agent.destroy();
}
