import type { Axis } from '../axis.ts';

/** How likely each cell of an axis is, before anything is known: even, the ranges of a number too. */
export function priorOf(axis: Axis): readonly number[] {
  const shares = axis.cells.map((cell) => (typeof cell === 'string' ? shareOf(axis, cell) : 1));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** What a question costs a person, in questions: one, unless the author says that it asks for more. */
export function costOf(axis: Axis): number {
  return axis.question?.effort ?? 1;
}

function shareOf(axis: Axis, value: string): number {
  return axis.question?.options.find((option) => option.value === value)?.share ?? 1;
}
