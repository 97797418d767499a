import type { ServiceItem } from '../model/service-item.ts';
import type { Situation } from '../model/situation.ts';
import { createRuleBook } from '../rules/rule-book.ts';
import { lacksOf } from '../rules/questions-of.ts';
import { checkDoubles } from './check-doubles.ts';
import { checkExamples } from './check-examples.ts';
import { checkPaths } from './check-paths.ts';
import { checkQuestions } from './check-questions.ts';
import { checkReach } from './check-reach.ts';
import type { CheckedItem, ItemCheck } from './item-check.ts';

/** Judges one item by its own rules: dead obligations, idle questions, ways that do not end, failing examples. */
export function checkItem(checked: CheckedItem): void {
  const { item, questions, today } = checked;
  const book = createRuleBook({ items: [item], questions });
  const check: ItemCheck = { ...checked, book, starts: startsOf(item, today) };
  const dead = item.status === 'discontinued' ? new Set<string>() : checkReach(check);
  checkExamples(check, dead);
  if (item.status === 'discontinued') return;
  checkDoubles(check);
  checkQuestions(check);
  checkPaths(check);
}

/** Lacking nothing, each paper alone, and all of them: enough to bring out every line that hangs on one paper. */
function startsOf(item: ServiceItem, today: string): readonly Situation[] {
  const papers = [...new Set(item.obligations.flatMap((obligation) => lacksOf(obligation.when)))];
  const lacking = [[], ...papers.map((paper) => [paper]), ...(papers.length > 1 ? [papers] : [])];
  return lacking.map((lacks) => ({ today, answers: {}, lacks }));
}
