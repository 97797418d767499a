import type { Bound, Comparison, Condition } from '../../model/condition.ts';
import type { Obligation } from '../../model/obligation.ts';
import { atomsOf } from '../../rules/questions-of.ts';

/** Today, and every later day on which some obligation begins or ends: between two of them nothing changes. */
export function daysOf(obligations: readonly Obligation[], today: string): readonly string[] {
  const turns = obligations.flatMap(({ from, to }) => [from, to]).filter((day) => day !== undefined && day > today);
  return [...new Set([today, ...turns.filter((day) => day !== undefined).sort()])];
}

/** Tells whether an obligation is in force on a day. */
export function isInForce({ from = '', to }: Obligation, day: string): boolean {
  return from <= day && (to === undefined || day < to);
}

/** Tells whether obligations say the same on every day: none begins or ends, and no condition compares with today. */
export function isTimeless(obligations: readonly Obligation[], conditions: readonly Condition[]): boolean {
  const isBounded = obligations.some(({ from, to }) => from !== undefined || to !== undefined);
  return !isBounded && movingQuestions([...obligations.map(({ when }) => when), ...conditions]).size === 0;
}

/** The questions that some condition compares with today: their answers mean something else tomorrow. */
export function movingQuestions(conditions: readonly Condition[]): ReadonlySet<string> {
  const atoms = conditions.flatMap(atomsOf);
  return new Set(atoms.flatMap((atom) => ('compare' in atom && isMoving(atom.compare) ? [atom.question] : [])));
}

function isMoving(compare: Comparison): boolean {
  return Object.values(compare).some((bound: Bound) => typeof bound === 'object');
}
