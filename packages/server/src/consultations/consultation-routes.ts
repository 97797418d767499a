import type { BeginOptions } from '@onetrip/engine';
import { Hono } from 'hono';
import type { Clock } from '../clock.ts';
import { todayInBeijing } from '../clock.ts';
import { readJson } from '../http/read-json.ts';
import { readyAnswer } from '../http/ready-answer.ts';
import type { Engines } from '../knowledge/engines.ts';
import { maskStrings } from '../privacy/mask-input.ts';
import { problem } from '../problem.ts';
import type { Consultations } from './consultations.ts';
import { openingBodySchema } from './opening-body.ts';
import { TurnReader } from './turn-reader.ts';

/** What the routes of consultations need. */
export interface ConsultationRoutesOptions {
  readonly consultations: Consultations;
  readonly engines: Engines;
  readonly clock: Clock;
  /** Headers of an answer in JSON. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Opens consultations, takes turns and shows where a consultation stands. */
export function consultationRoutes({ consultations, engines, clock, headers }: ConsultationRoutesOptions): Hono {
  const app = new Hono();
  const turns = new TurnReader();

  app.post('/', async (c) => {
    const read = await readJson(c, openingBodySchema(engines.current.knowledge.region.id));
    if ('refusal' in read) return read.refusal;
    const { region: _served, ...chosen } = read.body;
    const begin: BeginOptions = { ...maskStrings(chosen), today: todayInBeijing(clock) };
    const { id, answer } = await consultations.open(begin);
    return readyAnswer(c, answer, 201, { ...headers, Location: `/api/consultations/${id}` });
  });

  app.post('/:id/turns', async (c) => {
    const read = await turns.read(c);
    if ('refusal' in read) return read.refusal;
    const { turn, input } = read.body;
    const taken = await consultations.takeTurn(c.req.param('id'), turn, input);
    // Answers go out as the same bytes each time, so they are not parsed again here.
    return typeof taken === 'string' ? problem(c, taken) : readyAnswer(c, taken.answer, 200, headers);
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
