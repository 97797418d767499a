import type { MaterialUse } from '../model/obligation.ts';
import type { AmountInWords, ExtraInWords, WritingSentences } from '../text/notice-sentences.ts';

/**
 * How much of a material one or several windows ask for. Originals that are given back can be shown again;
 * what a window keeps, and every copy, is needed anew each time.
 */
export interface Amount {
  readonly shown: number;
  readonly handedIn: number;
  readonly filled: number;
  readonly copies: number;
}

/** The amount that adds nothing. */
export const nothing: Amount = { shown: 0, handedIn: 0, filled: 0, copies: 0 };

/** What one use of a material asks for. */
export function amountOf({ keeps, originals, copies }: MaterialUse): Amount {
  // A form is filled in once even where nobody thought of counting it.
  if (keeps === 'filled') return { ...nothing, copies, filled: Math.max(1, originals) };
  return keeps === 'shown' ? { ...nothing, copies, shown: originals } : { ...nothing, copies, handedIn: originals };
}

/** What two windows together ask for. */
export function addAmounts(a: Amount, b: Amount): Amount {
  return {
    shown: Math.max(a.shown, b.shown),
    handedIn: a.handedIn + b.handedIn,
    filled: a.filled + b.filled,
    copies: a.copies + b.copies,
  };
}

/** What is enough for whichever of two windows it turns out to be. */
export function greaterAmount(a: Amount, b: Amount): Amount {
  return {
    shown: Math.max(a.shown, b.shown),
    handedIn: Math.max(a.handedIn, b.handedIn),
    filled: Math.max(a.filled, b.filled),
    copies: Math.max(a.copies, b.copies),
  };
}

/** Tells whether two amounts ask for the same. */
export function isSameAmount(a: Amount, b: Amount): boolean {
  return a.shown === b.shown && a.handedIn === b.handedIn && a.filled === b.filled && a.copies === b.copies;
}

/** An amount as a notice counts it: originals to bring, copies, and what becomes of the originals. */
export function countAmount({ shown, handedIn, filled, copies }: Amount): AmountInWords {
  if (shown === 0 && handedIn === 0 && filled > 0) return { originals: filled, copies, keeps: 'filled' };
  return { originals: Math.max(shown, handedIn), copies, keeps: handedIn > 0 ? 'handed-in' : 'shown' };
}

/** What a further window asks for on top of an amount; `undefined` when the same papers do for it too. */
export function extraAmount(base: Amount, further: Amount): ExtraInWords | undefined {
  const total = countAmount(addAmounts(base, further));
  const extra = {
    originals: total.originals - countAmount(base).originals,
    copies: further.copies,
    kept: further.handedIn,
    filled: further.filled,
  };
  return Object.values(extra).some((count) => count > 0) ? extra : undefined;
}

/** What the counts alone do not say, where windows treat the same material differently. */
export function amountNotes({ shown, handedIn, filled }: Amount, words: WritingSentences): readonly string[] {
  return [
    ...(handedIn > 0 && shown > 0 ? [words.showBeforeHandingIn] : []),
    ...(handedIn > 0 && shown > handedIn ? [words.ofTheseKept(handedIn)] : []),
    ...(filled > 0 && shown + handedIn > 0 ? [words.besidesFilled(filled)] : []),
  ];
}
