/**
 * The order of questions of one item, worked out when the knowledge was compiled because it takes too long while
 * a person waits.
 */
export interface StoredPlan {
  /** The steps to begin with; what one of them settles has no part in the others. */
  readonly begin: readonly number[];
  readonly steps: readonly PlanStep[];
}

/** One question of a stored plan, and per cell of answers that the rules can tell apart the steps that follow. */
export interface PlanStep {
  readonly ask: string;
  readonly next: readonly (readonly number[])[];
}
