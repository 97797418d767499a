import type { LedgerRow } from '../storage/tables.ts';
import type { LedgerEvent, LedgerNews } from './ledger-news.ts';

/** One step of a ledger entry: how the entry stands after it. */
export interface LedgerStep {
  readonly entry: LedgerRow;
  /** Of its history; 1 is the opening. */
  readonly seq: number;
  readonly at: number;
}

/** The news of a step, in the shape that Standard Webhooks recommends. */
export function newsOf({ entry, seq, at }: LedgerStep): LedgerNews {
  const { id, kind, state, due, item, region, hall } = entry;
  return {
    type: happened(state, seq),
    timestamp: new Date(at).toISOString(),
    data: { id, seq, kind, state, due, item, region, hall },
  };
}

function happened(state: LedgerRow['state'], seq: number): LedgerEvent {
  if (seq === 1) return 'ledger.opened';
  return state === 'resolved' || state === 'rejected' ? `ledger.${state}` : 'ledger.changed';
}
