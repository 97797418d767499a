import type { TripState } from '../trip-state.ts';

/** Chooses the question to put next in any state of a trip; `undefined` when none is left that can be asked. */
export type OrderOfQuestions = (state: TripState) => number | undefined;
