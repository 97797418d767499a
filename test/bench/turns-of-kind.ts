import type { Input } from '@onetrip/engine';
import type { Talk } from './recorded-talks.ts';

/** A turn of words, an answered question that leads to the next one, and one that ends in the notice. */
export const KINDS = ['say', 'answer', 'notice'] as const;
export type TurnKind = (typeof KINDS)[number];

/** One turn of a recorded conversation. */
export interface TurnOf {
  readonly talk: number;
  readonly turn: number;
  readonly input: Input;
  /** All that it is decided by: the same for two people who stand at the same point and do the same. */
  readonly decidedBy: string;
  /** Where its answer stands among all answers. */
  readonly number: number;
}

/** All turns of one kind, by conversation; those of one conversation stay in order. */
export function turnsOf(talks: readonly Talk[], kind: TurnKind): readonly (readonly TurnOf[])[] {
  let number = -1;
  return talks.map(({ inputs, decidedBy }, talk) =>
    inputs.flatMap((input, turn) => {
      number += 1;
      const mine = turn === 0 ? 'say' : turn === inputs.length - 1 ? 'notice' : 'answer';
      return mine === kind ? [{ talk, turn, input, decidedBy: decidedBy[turn] ?? '', number }] : [];
    }),
  );
}

/** The share of these turns that somebody else has come to before; all of them are added to those seen. */
export function shareSeen(turns: readonly (readonly TurnOf[])[], seen: Set<string>): number {
  const all = turns.flat();
  let before = 0;
  for (const { decidedBy } of all) {
    if (seen.has(decidedBy)) before += 1;
    seen.add(decidedBy);
  }
  return before / all.length;
}
