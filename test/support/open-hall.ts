import { fileURLToPath } from 'node:url';
import type { Engine } from '@onetrip/engine';
import { createServer, loadAssets, openDatabase } from '@onetrip/server';
import type { Database, Rooms } from '@onetrip/server';
import { listen } from './listen.ts';

const site = fileURLToPath(new URL('../../packages/server/site', import.meta.url));
const widget = fileURLToPath(new URL('../../packages/widget/dist', import.meta.url));

/** The key by which the server knows the chat account. */
export const CHANNEL_KEY = 'key-of-the-chat-account-in-tests';

/** A whole server on a port: the site, the desk, the API. */
export interface Hall {
  readonly address: string;
  readonly rooms: Rooms;
  readonly database: Database;
  /** The one who may sign in, with the one-time password. */
  readonly supervisor: { readonly name: string; readonly password: string };
  close(): Promise<void>;
}

/** What stands between a request and the app; by default nothing. */
export type Between = (request: Request, on: (request: Request) => Promise<Response>) => Promise<Response>;

/** Opens a hall over the delivered knowledge, in memory. */
export async function openHall(engine: Engine, between: Between = (request, on) => on(request)): Promise<Hall> {
  const database = await openDatabase(':memory:');
  const assets = [...loadAssets(site, ''), ...loadAssets(widget, '/widget')];
  const channelKeys = new Map([[CHANNEL_KEY, 'wechat']]);
  const { app, rooms } = createServer({ engine, database, site: assets, channelKeys });
  const made = await rooms.staff.accounts.ensureSupervisor(engine.knowledge.region.id);
  const on = async (request: Request): Promise<Response> => app.fetch(request);
  const server = await listen({ fetch: (request) => between(request, on) });
  return {
    address: server.address,
    rooms,
    database,
    supervisor: { name: made?.account.name ?? '', password: made?.password ?? '' },
    async close() {
      await server.close();
      await database.close();
    },
  };
}
