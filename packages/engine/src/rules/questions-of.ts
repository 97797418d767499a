import type { Condition } from '../model/condition.ts';

/** The questions a condition mentions, each once, in order of mention. */
export function questionsOf(condition: Condition): readonly string[] {
  return [...new Set(atomsOf(condition).flatMap((atom) => ('question' in atom ? [atom.question] : [])))];
}

/** The questions that conditions mention, and those that the presuppositions of these mention. */
export function mentionedQuestions(
  conditions: readonly Condition[],
  askWhenOf: (question: string) => Condition | undefined,
): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    const askWhen = askWhenOf(id);
    if (askWhen !== undefined) questionsOf(askWhen).forEach(visit);
  };
  conditions.flatMap(questionsOf).forEach(visit);
  return found;
}

/** The materials whose lack a condition mentions, each once. */
export function lacksOf(condition: Condition): readonly string[] {
  return [...new Set(atomsOf(condition).flatMap((atom) => ('lacks' in atom ? [atom.lacks] : [])))];
}

type Atom = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

/** The comparisons at the leaves of a condition. */
export function atomsOf(condition: Condition): readonly Atom[] {
  if ('all' in condition) return condition.all.flatMap(atomsOf);
  if ('any' in condition) return condition.any.flatMap(atomsOf);
  if ('not' in condition) return atomsOf(condition.not);
  return [condition];
}
