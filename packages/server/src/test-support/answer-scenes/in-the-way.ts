import { realEngine } from '../real-engine.ts';
import type { SampleIds } from '../route-samples.ts';
import type { Person, WatchedServer } from '../watched-server.ts';
import { METRICS_TOKEN } from '../watched-server.ts';
import { rightRequests } from './every-route.ts';

/** What is right in itself, and comes too fast. */
export async function tooFast(hurried: WatchedServer, ids: SampleIds): Promise<void> {
  for (const request of rightRequests(hurried.app, ids)) await hurried.ask({ ...request, from: '192.0.2.1' });
}

/** What is right in itself, while the database is away. */
export async function withoutDatabase(lonely: WatchedServer, ids: SampleIds, by: Person): Promise<void> {
  for (const request of rightRequests(lonely.app, ids)) await lonely.ask({ ...request, by });
  await lonely.ask({ path: '/api/consultations', json: {} });
  await lonely.ask({ path: '/metrics', headers: { Authorization: `Bearer ${METRICS_TOKEN}` } });
  // The first ones are always in memory.
  const { items } = realEngine().knowledge;
  for (const { id } of items) await lonely.ask({ path: `/api/items/${id}` });
}
