import { Hono } from 'hono';
import { safeParse } from 'valibot';
import { describeItem } from '../describe-item.ts';
import { problemParts } from '../http/problem-parts.ts';
import type { Engines } from '../knowledge/engines.ts';
import { problem } from '../problem.ts';
import { itemsQuerySchema } from '../schema/items-query.ts';

/** Lists and finds service items, and shows one with everything it names. */
export function itemRoutes(engines: Engines): Hono {
  const app = new Hono();

  app.get('/', (c) => {
    const query = safeParse(itemsQuerySchema, c.req.query());
    if (!query.success) return problem(c, 'invalid-query', { errors: problemParts(query.issues) });
    return c.json({ items: engines.current.findItems(query.output.q, query.output.limit) });
  });

  app.get('/:id', (c) => {
    const item = describeItem(engines.current.knowledge, c.req.param('id'));
    return item ? c.json(item) : problem(c, 'unknown-item');
  });

  return app;
}
