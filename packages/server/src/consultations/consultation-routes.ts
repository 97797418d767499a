import type { BeginOptions } from '@onetrip/engine';
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Clock } from '../clock.ts';
import { todayInBeijing } from '../clock.ts';
import { readJson } from '../http/read-json.ts';
import type { Engines } from '../knowledge/engines.ts';
import { maskInput, maskStrings } from '../privacy/mask-input.ts';
import { problem } from '../problem.ts';
import type { Consultations } from './consultations.ts';
import { openingBodySchema } from './opening-body.ts';
import { turnBodySchema } from './turn-body.ts';

/** What the routes of consultations need. */
export interface ConsultationRoutesOptions {
  readonly consultations: Consultations;
  readonly engines: Engines;
  readonly clock: Clock;
}

/** Opens consultations, takes turns and shows where a consultation stands. */
export function consultationRoutes({ consultations, engines, clock }: ConsultationRoutesOptions): Hono {
  const app = new Hono();

  app.post('/', async (c) => {
    const read = await readJson(c, openingBodySchema(engines.current.knowledge.region.id));
    if ('refusal' in read) return read.refusal;
    const { region: _served, ...chosen } = read.body;
    const begin: BeginOptions = { ...maskStrings(chosen), today: todayInBeijing(clock) };
    const { id, answer } = await consultations.open(begin);
    c.header('Location', `/api/consultations/${id}`);
    return sendJson(c, answer, 201);
  });

  app.post('/:id/turns', async (c) => {
    const read = await readJson(c, turnBodySchema);
    if ('refusal' in read) return read.refusal;
    const { turn, input } = read.body;
    const taken = await consultations.takeTurn(c.req.param('id'), turn, maskInput(input));
    return typeof taken === 'string' ? problem(c, taken) : sendJson(c, taken.answer, 200);
  });

  app.get('/:id', async (c) => {
    const id = c.req.param('id');
    const found = await consultations.look(id);
    if (typeof found === 'string') return problem(c, found);
    const { answer, survey } = found;
    return c.json({ id, seq: 0, ...(JSON.parse(answer) as object), survey });
  });

  return app;
}

/** Answers are kept as text and go out as the same bytes each time, so they are not parsed again here. */
function sendJson(c: Context, json: string, status: 200 | 201): Response {
  return c.body(json, status, { 'Content-Type': 'application/json' });
}
