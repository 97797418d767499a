import { Hono } from 'hono';
import { safeParse } from 'valibot';
import { describeItem } from '../describe-item.ts';
import { problemParts } from '../http/problem-parts.ts';
import type { Engines } from '../knowledge/engines.ts';
import { engineHolding } from '../knowledge/engines.ts';
import { problem } from '../problem.ts';
import { itemsQuerySchema } from '../schema/items-query.ts';

/** Lists and finds service items, and shows one with everything it names. */
export function itemRoutes(engines: Engines): Hono {
  const app = new Hono();

  app.get('/', async (c) => {
    const query = safeParse(itemsQuerySchema, c.req.query());
    if (!query.success) return problem(c, 'invalid-query', { errors: problemParts(query.issues) });
    const { q, limit } = query.output;
    const engine = (await engineHolding(engines, { items: [], query: q })) ?? engines.current;
    return c.json({ items: engine.findItems(q, limit) });
  });

  app.get('/:id', async (c) => {
    const id = c.req.param('id');
    const { knowledge } = (await engineHolding(engines, { items: [id] })) ?? engines.current;
    const item = describeItem(knowledge, id);
    return item ? c.json(item) : problem(c, 'unknown-item');
  });

  return app;
}
