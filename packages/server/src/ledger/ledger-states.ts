import type { LedgerRow } from '../storage/tables.ts';

/** Where an entry stands: 待办, 在办, 已整改, 不采纳. */
export type LedgerState = LedgerRow['state'];

/** All of them, in the order an entry goes through them. */
export const LEDGER_STATES = ['open', 'working', 'resolved', 'rejected'] as const satisfies readonly LedgerState[];

/** Those in which somebody still has to do something. */
export const UNSETTLED = ['open', 'working'] as const satisfies readonly LedgerState[];

const NEXT: Readonly<Record<LedgerState, readonly LedgerState[]>> = {
  open: ['working'],
  working: ['resolved', 'rejected'],
  resolved: [],
  rejected: [],
};

/** The states an entry may go to: somebody takes it up before it is settled, and what is settled stays so. */
export function nextStates(state: LedgerState): readonly LedgerState[] {
  return NEXT[state];
}

/** Whether an entry is settled in a state. */
export function isSettled(state: LedgerState): boolean {
  return NEXT[state].length === 0;
}
