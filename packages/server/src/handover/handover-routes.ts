import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { requireRole } from '../accounts/signed-in.ts';
import type { SignedInEnv } from '../accounts/signed-in.ts';
import { readJson } from '../http/read-json.ts';
import { problem } from '../problem.ts';
import type { ChannelKeys } from './channel-keys.ts';
import { channelOf } from './channel-keys.ts';
import { handoverBody } from './handover-body.ts';
import type { HandoverDesk, Redeemer } from './handover-desk.ts';
import type { Handovers } from './handovers.ts';

/** What the routes of hand-over codes need. */
export interface HandoverRoutesOptions {
  readonly handovers: Handovers;
  readonly desk: HandoverDesk;
  /** Lets only signed-in people pass. */
  readonly signedIn: MiddlewareHandler<SignedInEnv>;
  /** Programs that may redeem codes without a person who is signed in. Default: none. */
  readonly channelKeys?: ChannelKeys;
  /** Where a consultation stands, for whoever goes on with it; undefined when it is gone. */
  readonly look: (consultation: string) => Promise<object | undefined>;
  /** The id under which a consultation is kept, of the one that a client holds; undefined when it is gone. */
  readonly keptId: (held: string) => Promise<string | undefined>;
}

/** Gives out six-digit codes, and lets clerks and channels go on with the consultation behind one. */
export function handoverRoutes(options: HandoverRoutesOptions): Hono<SignedInEnv> {
  const app = new Hono<SignedInEnv>();
  const keys = options.channelKeys ?? new Map<string, string>();
  const guards = [options.signedIn, requireRole('clerk', 'supervisor')].map((guard) => unlessChannel(keys, guard));
  app.post('/api/consultations/:id/handover', async (c) => {
    const id = await options.keptId(c.req.param('id'));
    const issued = id === undefined ? undefined : await options.handovers.issue(id);
    if (!issued) return problem(c, 'unknown-consultation');
    return c.json({ code: issued.code, expires: new Date(issued.expires).toISOString() }, 201);
  });
  app.use('/api/handover', ...guards);
  app.post('/api/handover', (c) => {
    const channel = channelOf(c, keys);
    if (channel !== undefined) return redeem(c, { id: `channel:${channel}` }, options);
    const { id, region } = c.var.account;
    return redeem(c, { id, region }, options);
  });
  return app;
}

/** A program that carries its channel's key needs nobody who is signed in. */
function unlessChannel(keys: ChannelKeys, guard: MiddlewareHandler<SignedInEnv>): MiddlewareHandler<SignedInEnv> {
  return (c, next) => (channelOf(c, keys) === undefined ? guard(c, next) : next());
}

async function redeem(c: Context, redeemer: Redeemer, options: HandoverRoutesOptions): Promise<Response> {
  const read = await readJson(c, handoverBody);
  if ('refusal' in read) return read.refusal;
  const { code, person } = read.body;
  // Only a channel serves many people; a clerk cannot be several.
  const who = redeemer.region === undefined ? { ...redeemer, person } : redeemer;
  const redeemed = await options.desk.redeem(who, code);
  if (typeof redeemed === 'string') return problem(c, redeemed);
  const stands = await options.look(redeemed.consultation);
  return stands ? c.json({ id: redeemed.consultation, ...stands }) : problem(c, 'unknown-handover-code');
}
