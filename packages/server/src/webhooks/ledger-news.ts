import * as v from 'valibot';
import { LEDGER_STATES } from '../ledger/ledger-states.ts';
import { LEDGER_KINDS } from '../ledger/list-query.ts';

/** What can have happened to an entry of the ledger. */
export const LEDGER_EVENTS = ['ledger.opened', 'ledger.changed', 'ledger.resolved', 'ledger.rejected'] as const;

/** One of the four. */
export type LedgerEvent = (typeof LEDGER_EVENTS)[number];

const data = v.strictObject({
  id: v.string(),
  /** Steps may arrive in another order than they were taken in; the highest is how the entry stands. */
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  kind: v.picklist(LEDGER_KINDS),
  state: v.picklist(LEDGER_STATES),
  due: v.pipe(v.string(), v.isoDate()),
  ...{ item: v.nullable(v.string()), region: v.string(), hall: v.nullable(v.string()) },
});

/** What the city's own systems are told of a step. Nothing in it was said by a citizen or leads to one. */
export function ledgerNewsSchema<Event extends LedgerEvent>(event: Event) {
  return v.strictObject({ type: v.literal(event), timestamp: v.pipe(v.string(), v.isoTimestamp()), data });
}

/** A message as it is sent, whatever happened. */
export type LedgerNews = v.InferOutput<ReturnType<typeof ledgerNewsSchema<LedgerEvent>>>;
