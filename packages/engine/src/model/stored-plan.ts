/**
 * The order of questions of one item, worked out when the knowledge was compiled because it takes too long while
 * a person waits. Step 0 is the first question; each step names its question and, per cell of answers that the
 * rules can tell apart, the step that follows, -1 where nothing is left to ask.
 */
export type StoredPlan = readonly PlanStep[];

/** One question of a stored plan. */
export interface PlanStep {
  readonly ask: string;
  readonly next: readonly number[];
}
