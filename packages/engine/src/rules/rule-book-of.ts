import { createRuleBook } from './rule-book.ts';
import type { RuleBook } from './rule-book.ts';
import type { RuleSource } from './trip-rules.ts';

const books = new WeakMap<RuleSource, RuleBook>();

/** The rule book of a knowledge: one for everybody who decides by it, so that what one worked out serves the other. */
export function ruleBookOf(knowledge: RuleSource): RuleBook {
  const known = books.get(knowledge);
  if (known !== undefined) return known;
  const book = createRuleBook(knowledge);
  books.set(knowledge, book);
  return book;
}
