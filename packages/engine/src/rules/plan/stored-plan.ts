import type { PlanStep, StoredPlan } from '../../model/stored-plan.ts';
import type { OpenPart, OpenParts } from './open-part.ts';
import type { PartOrder } from './order-cost.ts';

/** The parts that a trip begins with, each with what takes it apart. */
export type BeginningPart = readonly [OpenParts, OpenPart];

/** How steps name their questions. */
export interface StepNames {
  nameOf(axis: number): string;
  /** How many cells an axis has; a step that says otherwise belongs to other rules. */
  widthOf(axis: number): number;
}

/** Writes down the questions that an order puts, for every answer. */
export function storePlan(beginning: readonly BeginningPart[], order: PartOrder, names: StepNames): StoredPlan {
  const steps: PlanStep[] = [];
  const places = new Map<OpenParts, Map<number, number>>();
  const visit = ([parts, part]: BeginningPart): readonly number[] => {
    const seen = places.get(parts) ?? new Map<number, number>();
    places.set(parts, seen);
    const known = seen.get(part.key);
    if (known !== undefined) return [known];
    const bit = order(parts, part);
    if (bit === undefined) return [];
    const place = steps.length;
    seen.set(part.key, place);
    const axis = parts.axisOf(bit);
    const next: (readonly number[])[] = [];
    steps.push({ ask: names.nameOf(axis), next });
    for (let cell = 0; cell < names.widthOf(axis); cell++) {
      next.push(parts.split(parts.answer(part, bit, cell)).flatMap((each) => visit([parts, each])));
    }
    return [place];
  };
  return { begin: beginning.flatMap(visit), steps };
}

/**
 * Reads a stored plan back and tells which question it puts in which part. Steps that no longer fit the rules are
 * left out, so that an old plan can cost questions but never ask a wrong one.
 */
export function loadPlan(
  beginning: readonly BeginningPart[],
  plan: StoredPlan,
  names: StepNames,
  adopt: (parts: OpenParts, part: OpenPart, bit: number) => void,
): void {
  const seen = new Map<OpenParts, Set<number>>();
  const visit = (parts: OpenParts, part: OpenPart, places: readonly number[]): void => {
    const done = seen.get(parts) ?? new Set<number>();
    seen.set(parts, done);
    if (done.has(part.key)) return;
    const askable = parts.askable({ ...part, begun: 0 }, new Set());
    for (const place of places) {
      const step = plan.steps[place];
      const bit = askable.find((each) => names.nameOf(parts.axisOf(each)) === step?.ask);
      if (step === undefined || bit === undefined || names.widthOf(parts.axisOf(bit)) !== step.next.length) continue;
      done.add(part.key);
      adopt(parts, part, bit);
      step.next.forEach((next, cell) => {
        for (const each of parts.split(parts.answer(part, bit, cell))) visit(parts, each, next);
      });
      return;
    }
  };
  for (const [parts, part] of beginning) visit(parts, part, plan.begin);
}
