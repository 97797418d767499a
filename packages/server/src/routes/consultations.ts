import type { BeginOptions } from '@onetrip/engine';
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Clock } from '../clock.ts';
import { todayInBeijing } from '../clock.ts';
import type { Consultations, TurnRefusal } from '../consultations.ts';
import { readJson } from '../http/read-json.ts';
import { maskInput } from '../privacy/mask-input.ts';
import { problem } from '../problem.ts';
import { openingBodySchema } from '../schema/opening-body.ts';
import { turnBodySchema } from '../schema/turn-body.ts';

/** What the routes of consultations need. */
export interface ConsultationRoutesOptions {
  readonly consultations: Consultations;
  readonly clock: Clock;
  /** The one region that this server serves. */
  readonly region: string;
}

/** Seconds after which a full server may have room again. */
const RETRY_AFTER = '60';

/** Opens consultations, takes turns and shows where a consultation stands. */
export function consultationRoutes(options: ConsultationRoutesOptions): Hono {
  const { consultations, clock, region } = options;
  const openingBody = openingBodySchema(region);
  const app = new Hono();

  app.post('/', async (c) => {
    const read = await readJson(c, openingBody);
    if ('refusal' in read) return read.refusal;
    const { region: _served, ...chosen } = read.body;
    const begin: BeginOptions = { ...chosen, today: todayInBeijing(clock) };
    const opened = await consultations.open(begin);
    if (opened === 'too-many') return refuse(c, opened);
    c.header('Location', `/api/consultations/${opened.id}`);
    return sendJson(c, `{"id":"${opened.id}","reply":${opened.reply}}`, 201);
  });

  app.post('/:id/turns', async (c) => {
    const read = await readJson(c, turnBodySchema);
    if ('refusal' in read) return read.refusal;
    const { turn, input } = read.body;
    const taken = await consultations.takeTurn(c.req.param('id'), turn, maskInput(input));
    if (typeof taken === 'string') return refuse(c, taken);
    return sendJson(c, `{"seq":${String(taken.seq)},"reply":${taken.reply}}`, 200);
  });

  app.get('/:id', async (c) => {
    const id = c.req.param('id');
    const found = await consultations.look(id);
    if (!found) return problem(c, 'unknown-consultation');
    const survey = JSON.stringify(found.survey);
    return sendJson(c, `{"id":"${id}","seq":${String(found.seq)},"reply":${found.reply},"survey":${survey}}`, 200);
  });

  return app;
}

function refuse(c: Context, code: TurnRefusal): Response {
  return problem(c, code, code === 'too-many' ? { headers: { 'Retry-After': RETRY_AFTER } } : {});
}

/** Replies are kept as text and go out as the same bytes each time, so they are not parsed again here. */
function sendJson(c: Context, json: string, status: 200 | 201): Response {
  return c.body(json, status, { 'Content-Type': 'application/json' });
}
