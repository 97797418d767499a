import type { ServiceItem } from '../model/service-item.ts';
import type { Situation } from '../model/situation.ts';
import { createRuleBook } from '../rules/rule-book.ts';
import { lacksOf } from '../rules/questions-of.ts';
import { checkAlternatives } from './check-alternatives.ts';
import { checkDoubles } from './check-doubles.ts';
import { checkExamples, checkMissingExamples } from './check-examples.ts';
import { checkPaths } from './check-paths.ts';
import { checkQuestions } from './check-questions.ts';
import { checkReach } from './check-reach.ts';
import type { CheckedItem, ItemCheck } from './item-check.ts';
import { daysOf } from './proof/days.ts';
import { openItemSpace } from './proof/item-space.ts';
import type { SameOptions } from './same-options.ts';

/**
 * Judges one item by its own rules: dead obligations, broken alternatives, idle questions, ways that do not end,
 * failing and missing examples. Returns the missing examples as YAML.
 */
export function checkItem(checked: CheckedItem, sameOptions: SameOptions): readonly string[] {
  const { item, questions, today } = checked;
  const book = createRuleBook({ items: [item], questions });
  const space = openItemSpace({ item, questions, day: today });
  const [, ...later] = daysOf(item.obligations, today);
  const spaces = [space, ...later.map((day) => openItemSpace({ item, questions, day }))];
  const check: ItemCheck = { ...checked, book, starts: startsOf(item, today), space, spaces };
  checkExamples(check);
  if (item.status === 'discontinued') return [];
  checkReach(check);
  checkAlternatives(check);
  checkDoubles(check);
  checkQuestions(check);
  checkPaths(check);
  sameOptions.addItem(check);
  return checkMissingExamples(check);
}

/** Lacking nothing, each paper alone, and all of them: enough to bring out every line that hangs on one paper. */
function startsOf(item: ServiceItem, today: string): readonly Situation[] {
  const papers = [...new Set(item.obligations.flatMap((obligation) => lacksOf(obligation.when)))];
  const lacking = [[], ...papers.map((paper) => [paper]), ...(papers.length > 1 ? [papers] : [])];
  return lacking.map((lacks) => ({ today, answers: {}, lacks }));
}
