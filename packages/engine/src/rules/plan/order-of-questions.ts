import type { TripState } from '../trip-state.ts';

/** An order of questions: which comes next in any state of a trip, and where it ends. */
export interface QuestionOrder {
  /** The axis of the question to put next; `undefined` when none is left that can be asked. */
  next(state: TripState): number | undefined;
  /** How many questions are still to come at most, if each is answered. */
  longest(state: TripState): number;
}
