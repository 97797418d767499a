import type { Engine } from '@onetrip/engine';
import { Hono } from 'hono';

/** Says that the server lives, and which knowledge it speaks from. */
export function healthRoutes(engine: Engine): Hono {
  const { version, date } = engine.knowledge;
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ ok: true, knowledge: { version, date } }, 200, { 'Cache-Control': 'no-store' }));
  return app;
}
