import type { Engine, Notice, Reply } from '@onetrip/engine';
import { createApp, openDatabase } from '@onetrip/server';
import { expect } from 'vitest';
import type { Player } from './player.ts';
import { withoutNumber } from './without-number.ts';

/** Plays over HTTP, without a port: the same bytes that a network would carry. */
export function httpPlayer(engine: Engine): Player {
  return {
    name: 'HTTP',
    async open({ today }) {
      const database = await openDatabase(':memory:');
      const app = createApp({ engine, database, clock: { now: () => Date.parse(`${today}T04:00:00Z`) } });
      const opened = await post(app, '/api/consultations', {});
      let turn = 0;
      let notice: Notice | undefined;
      return {
        async take({ input, after }) {
          turn += 1;
          const path = `/api/consultations/${String(opened['id'])}/turns`;
          const { reply } = (await post(app, path, { turn: `turn-${String(turn)}`, input })) as { reply: Reply };
          expect(withoutNumber(reply)).toEqual(after);
          notice = reply.kind === 'notice' ? (withoutNumber(reply.notice) as Notice) : notice;
        },
        ending: () => Promise.resolve(notice === undefined ? {} : { notice }),
        close: () => database.close(),
      };
    },
    close: () => Promise.resolve(),
  };
}

async function post(app: ReturnType<typeof createApp>, path: string, body: unknown): Promise<Record<string, unknown>> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  return (await response.json()) as Record<string, unknown>;
}
