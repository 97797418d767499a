import type { Condition, Question, ServiceItem } from '@onetrip/engine';
import Engine from 'publicodes';

/** The same rules in publicodes. */
export interface Peer {
  /** Sets the answers given so far, evaluates every material, and names the question that it would put next. */
  turn(answers: Readonly<Record<string, string>>): {
    readonly holds: readonly (boolean | undefined)[];
    readonly next: string | undefined;
  };
}

/** Writes an item's materials as publicodes rules. */
export function publicodesPeer(item: ServiceItem, questions: readonly Question[]): Peer {
  const name = (id: string) => id.replaceAll('-', ' ');
  const rules: Record<string, unknown> = {};
  for (const { id, options } of questions) {
    rules[name(id)] = { question: id, 'une possibilité': options.map(({ value }) => `'${value}'`) };
  }
  const targets = item.obligations.map((obligation, index) => {
    rules[`m ${index}`] = { valeur: expressionOf(obligation.when, name) };
    return `m ${index}`;
  });
  const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };
  const engine = new Engine(rules as never, { logger: silent });
  const ids = new Map(questions.map(({ id }) => [name(id), id]));
  return {
    turn(answers) {
      const situation = Object.fromEntries(Object.entries(answers).map(([id, value]) => [name(id), `'${value}'`]));
      engine.setSituation(situation);
      const scores = new Map<string, number>();
      const holds = targets.map((target) => {
        const { nodeValue, missingVariables } = engine.evaluate(target);
        for (const [variable, score] of Object.entries(missingVariables)) {
          scores.set(variable, (scores.get(variable) ?? 0) + score);
        }
        return typeof nodeValue === 'boolean' ? nodeValue : undefined;
      });
      const [best] = [...scores].filter(([variable]) => ids.has(variable)).sort((a, b) => b[1] - a[1]);
      return { holds, next: best === undefined ? undefined : ids.get(best[0]) };
    },
  };
}

function expressionOf(condition: Condition, name: (id: string) => string): unknown {
  if ('all' in condition) return { 'toutes ces conditions': condition.all.map((part) => expressionOf(part, name)) };
  if ('any' in condition) return { 'une de ces conditions': condition.any.map((part) => expressionOf(part, name)) };
  if ('question' in condition && 'is' in condition) {
    const equal = condition.is.map((value) => `${name(condition.question)} = '${value}'`);
    return equal.length === 1 ? equal[0] : { 'une de ces conditions': equal };
  }
  throw new Error('the generator makes no such condition');
}
