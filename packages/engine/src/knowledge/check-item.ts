import type { Issue } from '../model/issue.ts';
import type { Example } from '../model/service-item.ts';
import type { StoredPlan } from '../model/stored-plan.ts';
import { storedPlanFor } from '../rules/plan/plan-item.ts';
import { compileTrip } from '../rules/trip-rules.ts';
import { checkAlternatives } from './check-alternatives.ts';
import { checkDoubles } from './check-doubles.ts';
import { checkExamples, checkMissingExamples } from './check-examples.ts';
import { checkQuestions } from './check-questions.ts';
import { checkReach } from './check-reach.ts';
import { IssueLog } from './issue-log.ts';
import type { CheckedItem, ItemCheck } from './item-check.ts';
import { daysOf, isTimeless } from './proof/days.ts';
import { openItemSpace } from './proof/item-space.ts';
import { optionClasses } from './same-options.ts';
import type { OptionClasses } from './same-options.ts';

/** What judging one item by its own rules gives. */
export interface ItemProof {
  readonly issues: readonly Issue[];
  /** The examples that are missing. */
  readonly missing: readonly Example[];
  /** What the item makes of the options of its questions. */
  readonly options: OptionClasses;
  /** The order of its questions, where it has to be stored. */
  readonly plan?: StoredPlan;
}

/** Tells whether no rule of an item changes from one day to another. */
export function isTimelessItem({ item, questions, alternatives }: CheckedItem): boolean {
  const presupposed = questions.flatMap(({ askWhen }) => askWhen ?? []);
  return isTimeless(item.obligations, [...presupposed, ...alternatives.flatMap(({ when }) => when ?? [])]);
}

/**
 * Judges one item by its own rules: dead obligations, broken alternatives, idle questions, failing and missing
 * examples; and plans its questions by the same diagrams.
 *
 * That every way through the questions ends with everything decided needs no check of its own: an answer takes its
 * question out of all that is open, and while something is open a question can be asked, unless presuppositions
 * wait for each other in a circle. Circles are found where questions are read.
 */
export function checkItem(checked: CheckedItem, timeless: boolean): ItemProof {
  const { item, questions, today, planDay } = checked;
  const source = { items: [item], questions };
  const rules = compileTrip(source, [item.id], today);
  // Planned before anything else is asked of the diagrams: the plan is then the same whatever is proved with them.
  const isPlanned = item.status === 'active';
  const isSameDay = timeless || today === planDay;
  const plan = isPlanned ? storedPlanFor(isSameDay ? rules : compileTrip(source, [item.id], planDay)) : undefined;
  const space = openItemSpace({ item, questions, day: today, rules });
  const [, ...later] = daysOf(item.obligations, today);
  const spaces = [space, ...later.map((day) => openItemSpace({ item, questions, day }))];
  const log = new IssueLog();
  const check: ItemCheck = { ...checked, log, space, spaces };
  checkExamples(check);
  if (!isPlanned) return { issues: log.sorted(), missing: [], options: new Map() };
  checkReach(check);
  checkAlternatives(check);
  checkDoubles(check);
  checkQuestions(check);
  const missing = checkMissingExamples(check);
  const proof = { issues: log.sorted(), missing, options: optionClasses(check) };
  return plan === undefined ? proof : { ...proof, plan };
}
