import { createRuleBook } from '../rules/rule-book.ts';
import { checkAlternatives } from './check-alternatives.ts';
import { checkDoubles } from './check-doubles.ts';
import { checkExamples, checkMissingExamples } from './check-examples.ts';
import { checkQuestions } from './check-questions.ts';
import { checkReach } from './check-reach.ts';
import type { CheckedItem, ItemCheck } from './item-check.ts';
import { daysOf } from './proof/days.ts';
import { openItemSpace } from './proof/item-space.ts';
import type { SameOptions } from './same-options.ts';

/**
 * Judges one item by its own rules: dead obligations, broken alternatives, idle questions, failing and missing
 * examples. Returns the missing examples as YAML.
 *
 * That every way through the questions ends with everything decided needs no check of its own: an answer takes its
 * question out of all that is open, and while something is open a question can be asked, unless presuppositions
 * wait for each other in a circle. Circles are found where questions are read.
 */
export function checkItem(checked: CheckedItem, sameOptions: SameOptions): readonly string[] {
  const { item, questions, today } = checked;
  const book = createRuleBook({ items: [item], questions });
  const space = openItemSpace({ item, questions, day: today });
  const [, ...later] = daysOf(item.obligations, today);
  const spaces = [space, ...later.map((day) => openItemSpace({ item, questions, day }))];
  const check: ItemCheck = { ...checked, book, space, spaces };
  checkExamples(check);
  if (item.status === 'discontinued') return [];
  checkReach(check);
  checkAlternatives(check);
  checkDoubles(check);
  checkQuestions(check);
  sameOptions.addItem(check);
  return checkMissingExamples(check);
}
