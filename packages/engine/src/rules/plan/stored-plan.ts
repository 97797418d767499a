import type { PlanStep, StoredPlan } from '../../model/stored-plan.ts';
import type { TripState, TripStates } from '../trip-state.ts';
import type { OrderOfQuestions } from './order-of-questions.ts';

/** Writes down the questions that an order puts, from a state on, for every answer. */
export function storePlan(states: TripStates, start: TripState, nextQuestion: OrderOfQuestions): StoredPlan {
  const steps: PlanStep[] = [];
  const places = new Map<TripState, number>();
  const visit = (state: TripState): number => {
    const known = places.get(state);
    if (known !== undefined) return known;
    const axis = nextQuestion(state);
    if (axis === undefined) return -1;
    const place = steps.length;
    places.set(state, place);
    const next: number[] = [];
    steps.push({ ask: states.rules.axes[axis]?.name ?? '', next });
    const cells = states.rules.axes[axis]?.cells ?? [];
    cells.forEach((_, cell) => next.push(visit(states.after(state, axis, cell))));
    return place;
  };
  visit(start);
  return steps;
}

/**
 * Reads a stored plan back as a choice of question for the states it reaches. Steps that no longer fit the rules
 * are left out, so that an old plan can cost questions but never ask a wrong one.
 */
export function loadPlan(states: TripStates, start: TripState, plan: StoredPlan): ReadonlyMap<TripState, number> {
  const chosen = new Map<TripState, number>();
  const visit = (state: TripState, place: number): void => {
    const step = plan[place];
    if (step === undefined || chosen.has(state)) return;
    const axis = states.rules.axisOf.get(step.ask);
    if (axis === undefined || !state.open.includes(axis)) return;
    if (states.rules.axes[axis]?.cells.length !== step.next.length) return;
    chosen.set(state, axis);
    step.next.forEach((next, cell) => visit(states.after(state, axis, cell), next));
  };
  visit(start, 0);
  return chosen;
}
