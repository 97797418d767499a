import { Hono } from 'hono';
import type { Engines } from '../knowledge/engines.ts';

/** Says that the server lives, and which knowledge it speaks from. */
export function healthRoutes(engines: Engines): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => {
    const { version, date } = engines.current.knowledge;
    return c.json({ ok: true, knowledge: { version, date } }, 200, { 'Cache-Control': 'no-store' });
  });
  return app;
}
