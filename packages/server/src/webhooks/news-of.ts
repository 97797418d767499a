import type { LedgerRow } from '../storage/tables.ts';

/** One step of a ledger entry: how the entry stands after it. */
export interface LedgerStep {
  readonly entry: LedgerRow;
  /** Of its history; 1 is the opening. */
  readonly seq: number;
  readonly at: number;
}

/** What the city's own systems are told of a step. Nothing in it was said by a citizen or leads to one. */
export interface LedgerNews {
  readonly type: `ledger.${'opened' | 'changed' | 'resolved' | 'rejected'}`;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly data: Pick<LedgerRow, 'id' | 'kind' | 'state' | 'due' | 'item' | 'region' | 'hall'> & {
    /** Steps may arrive in another order than they were taken in; the highest is how the entry stands. */
    readonly seq: number;
  };
}

/** The news of a step, in the shape that Standard Webhooks recommends. */
export function newsOf({ entry, seq, at }: LedgerStep): LedgerNews {
  const { id, kind, state, due, item, region, hall } = entry;
  return {
    type: `ledger.${happened(state, seq)}`,
    timestamp: new Date(at).toISOString(),
    data: { id, seq, kind, state, due, item, region, hall },
  };
}

function happened(state: LedgerRow['state'], seq: number): 'opened' | 'changed' | 'resolved' | 'rejected' {
  if (seq === 1) return 'opened';
  return state === 'resolved' || state === 'rejected' ? state : 'changed';
}
