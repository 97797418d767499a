import type { Knowledge } from '@onetrip/engine';
import type { SignedInPerson } from '../../accounts/logins.ts';
import type { AccountRow, LedgerHistoryRow } from '../../storage/tables.ts';
import type { ListedEntry } from '../ledger-list.ts';
import { isSettled } from '../ledger-states.ts';

/** What the page of one entry is drawn from. */
export interface EntryPage {
  readonly person: SignedInPerson;
  readonly entry: ListedEntry;
  readonly history: readonly LedgerHistoryRow[];
  readonly knowledge: Knowledge;
  /** Of the region, for names and owners. */
  readonly accounts: readonly AccountRow[];
  readonly today: string;
  readonly done: boolean;
  readonly fault?: string | undefined;
}

/** Unsettled entries that say the same, besides this one. */
export function others({ alike, state }: ListedEntry): number {
  return isSettled(state) ? alike : alike - 1;
}
