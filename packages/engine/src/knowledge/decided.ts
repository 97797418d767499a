import type { Obligation } from '../model/obligation.ts';

/** What the rules make of the lines of one item: as much of an outcome as an example is compared with. */
export interface DecidedOutcome {
  readonly lines: readonly DecidedLine[];
}

type DecidedLine =
  | { readonly obligation: Obligation; readonly holds: 'yes' | 'no' }
  | { readonly obligation: Obligation; readonly holds: 'unknown'; readonly questions: readonly string[] };

/** What an outcome says of one thing: the value, once nothing it hangs on is open any more. */
export interface Decided<T> {
  readonly value: T;
  /** The questions that it still hangs on. */
  readonly missing: readonly string[];
}

/** The materials to bring. What is waived is looked up by the office itself; of "any one of these", the first stands for all. */
export function decidedMaterials(outcome: DecidedOutcome): Decided<readonly string[]> {
  const { value, missing } = held(outcome, 'material');
  const brought = value.flatMap((obligation) =>
    obligation.kind === 'material' && obligation.necessity !== 'waived' ? (obligation.anyOf[0]?.material ?? []) : [],
  );
  return { value: [...new Set(brought)], missing };
}

/** The items to do first. */
export function decidedFirst(outcome: DecidedOutcome): Decided<readonly string[]> {
  const { value, missing } = held(outcome, 'before');
  const items = value.flatMap((obligation) => (obligation.kind === 'before' ? (obligation.item ?? []) : []));
  return { value: [...new Set(items)], missing };
}

/** The sum to pay; without a value when one of the fees has no amount. */
export function decidedFee(outcome: DecidedOutcome): Decided<number | undefined> {
  const { value, missing } = held(outcome, 'fee');
  const amounts = value.map((obligation) => (obligation.kind === 'fee' ? obligation.amount : 0));
  const known = amounts.filter((amount) => amount !== undefined);
  const sum = known.reduce((total, amount) => total + amount, 0);
  return { value: known.length < amounts.length ? undefined : sum, missing };
}

/** The verdict that holds, if one does. */
export function decidedVerdict(
  outcome: DecidedOutcome,
  kind: 'ineligible' | 'handoff',
): Decided<readonly Obligation[]> {
  return held(outcome, kind);
}

function held({ lines }: DecidedOutcome, kind: Obligation['kind']): Decided<readonly Obligation[]> {
  const own = lines.filter((line) => line.obligation.kind === kind);
  return {
    value: own.flatMap((line) => (line.holds === 'yes' ? [line.obligation] : [])),
    missing: [...new Set(own.flatMap((line) => (line.holds === 'unknown' ? line.questions : [])))],
  };
}
