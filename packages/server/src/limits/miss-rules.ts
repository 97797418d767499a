/** How many misses are let through within a time, and then none for the rest of it. */
export interface MissRule {
  readonly most: number;
  /** Milliseconds. */
  readonly within: number;
}

const MINUTE = 60_000;

/** Everything that can be guessed, with how often a wrong guess is let through. */
export const MISS_RULES = {
  /** By name of the account. */
  'sign-in-name': { most: 5, within: 15 * MINUTE },
  /** By address prefix, high: a whole hall stands behind one. */
  'sign-in-address': { most: 200, within: 15 * MINUTE },
  /** By account of the clerk. */
  'receipt-number': { most: 20, within: 10 * MINUTE },
  /** By account: every notice that was found. High for a window, low for somebody who collects them. */
  'receipt-view': { most: 200, within: 10 * MINUTE },
  /** By whoever redeems codes: a clerk's account, a channel's key. */
  'handover-code': { most: 50, within: 10 * MINUTE },
  /** By one person at a channel that says who asks. */
  'handover-person': { most: 5, within: 10 * MINUTE },
} as const satisfies Readonly<Record<string, MissRule>>;

/** What is guessed at. */
export type MissScope = keyof typeof MISS_RULES;
