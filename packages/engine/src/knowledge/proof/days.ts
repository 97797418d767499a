import type { Obligation } from '../../model/obligation.ts';

/** Today, and every later day on which some obligation begins or ends: between two of them nothing changes. */
export function daysOf(obligations: readonly Obligation[], today: string): readonly string[] {
  const turns = obligations.flatMap(({ from, to }) => [from, to]).filter((day) => day !== undefined && day > today);
  return [...new Set([today, ...turns.filter((day) => day !== undefined).sort()])];
}

/** Tells whether an obligation is in force on a day. */
export function isInForce({ from = '', to }: Obligation, day: string): boolean {
  return from <= day && (to === undefined || day < to);
}
