import type { ProblemPart } from '../problem.ts';
import type { AccountRow, LedgerRow } from '../storage/tables.ts';
import type { EntryChange } from './change-body.ts';
import { cleanWords } from './clean-words.ts';
import { isSettled, nextStates } from './ledger-states.ts';

/** What a change comes to: the columns that become different, and what the history says. */
export interface PlannedChange {
  readonly set: Partial<LedgerRow>;
  readonly history: Readonly<Record<string, string | null>>;
}

/** Why a change is not made. */
export type ChangeRefusal =
  | { readonly code: 'illegal-transition'; readonly state: LedgerRow['state'] }
  | { readonly code: 'invalid-body'; readonly errors: readonly ProblemPart[] }
  | { readonly code: 'not-allowed' | 'unknown-entry' | 'entry-changed' };

/** What a change is judged by. */
export interface ChangeContext {
  readonly account: AccountRow;
  readonly at: number;
  /** 北京时间 */
  readonly today: string;
}

/** Decides a change without touching anything: only legal steps, each with what it needs. */
export function planChange(
  entry: LedgerRow,
  change: EntryChange,
  context: ChangeContext,
): PlannedChange | ChangeRefusal {
  const { state = entry.state } = change;
  const moves = state !== entry.state;
  if (isSettled(entry.state) || (moves && !nextStates(entry.state).includes(state))) {
    return { code: 'illegal-transition', state: entry.state };
  }
  if (change.due !== undefined && context.account.role !== 'supervisor') return { code: 'not-allowed' };
  const set = columnsOf(entry, change, context);
  const note = cleanWords(change.note ?? '');
  const errors = whatIsMissing(change, { set, note, settles: moves && isSettled(state), today: context.today });
  if (errors.length > 0) return { code: 'invalid-body', errors };
  const { closed: _closed, ...said } = set;
  return { set, history: { ...said, ...(note === '' ? {} : { note }) } as PlannedChange['history'] };
}

function columnsOf(entry: LedgerRow, change: EntryChange, { account, at }: ChangeContext): Partial<LedgerRow> {
  const { state = entry.state, due, resolvedBy } = change;
  // Who takes it up settles it, unless somebody else is named.
  const owner = change.owner ?? (state === 'working' ? (entry.owner ?? account.id) : undefined);
  const resolution = change.resolution === undefined ? undefined : cleanWords(change.resolution);
  return {
    ...(state === entry.state ? {} : { state }),
    ...(owner === undefined || owner === entry.owner ? {} : { owner }),
    ...(due === undefined || due === entry.due ? {} : { due }),
    ...(resolution === undefined || resolution === '' ? {} : { resolution }),
    ...(resolvedBy === undefined ? {} : { resolved_by: resolvedBy }),
    ...(isSettled(state) ? { closed: at } : {}),
  };
}

interface Wanted {
  readonly set: Partial<LedgerRow>;
  readonly note: string;
  readonly settles: boolean;
  readonly today: string;
}

function whatIsMissing(change: EntryChange, { set, note, settles, today }: Wanted): readonly ProblemPart[] {
  const errors: ProblemPart[] = [];
  const miss = (path: string, expected: string, received = ''): void => {
    errors.push({ path, expected, received });
  };
  if (settles && set.resolution === undefined) miss('resolution', 'what was done, or why nothing was');
  if (!settles && change.resolution !== undefined) miss('resolution', 'nothing before the entry is settled');
  if (change.resolvedBy !== undefined && set.state !== 'resolved') {
    miss('resolvedBy', 'nothing unless the entry is resolved', change.resolvedBy);
  }
  if (set.due !== undefined && set.due < today) miss('due', 'today or later', set.due);
  if (set.due !== undefined && note === '') miss('note', 'why it is due on another day');
  if (Object.keys(set).length === 0 && note === '') miss('', 'something to change', 'nothing');
  return errors;
}
