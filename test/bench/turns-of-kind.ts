import type { Input } from '@onetrip/engine';
import type { Talk } from './recorded-talks.ts';

/**
 * A wish in words; the first answer of who came by a link, which also writes how the consultation began; an answered
 * question that leads to the next one; and one that ends in the notice.
 */
export type TurnKind = 'say' | 'first' | 'answer' | 'notice';

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
      if (kindOf(input, turn, inputs.length) !== kind) return [];
      return [{ talk, turn, input, decidedBy: decidedBy[turn] ?? '', number }];
    }),
  );
}

function kindOf({ kind }: Input, turn: number, turns: number): TurnKind {
  if (kind === 'say') return 'say';
  if (turn === 0) return 'first';
  return turn === turns - 1 ? 'notice' : 'answer';
}

/** The share of these turns that somebody else has come to before; all of them are added to those seen. */
export function shareSeen(turns: readonly TurnOf[], seen: Set<string>): number {
  let before = 0;
  for (const { decidedBy } of turns) {
    if (seen.has(decidedBy)) before += 1;
    seen.add(decidedBy);
  }
  return before / turns.length;
}
