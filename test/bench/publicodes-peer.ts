import type { Comparison, Condition, Obligation, Question, ServiceItem } from '@onetrip/engine';
import Engine from 'publicodes';

/** The same rules in publicodes. */
export interface Peer {
  /** Sets the answers given so far, evaluates every obligation, and names the question that it would put next. */
  turn(answers: Readonly<Record<string, string | number>>): {
    readonly holds: readonly (boolean | undefined)[];
    readonly next: string | undefined;
  };
}

type Rules = Record<string, unknown>;

/**
 * Writes an item's obligations as publicodes rules: what ends the matter must not hold for anything after it, and
 * presuppositions are joined to what presupposes them.
 */
export function publicodesPeer(item: ServiceItem, questions: readonly Question[]): Peer {
  const rules: Rules = {};
  for (const { id, kind, options } of questions) {
    const answers = kind === 'choice' ? { 'une possibilité': options.map(({ value }) => `'${value}'`) } : {};
    rules[nameOf(id)] = { question: id, ...answers };
  }
  const writer = new RuleWriter(rules, questions);
  const verdicts = item.obligations.filter(isVerdict);
  const targets = item.obligations.map((obligation, index) => {
    const before = isVerdict(obligation) ? verdicts.slice(0, verdicts.indexOf(obligation)) : verdicts;
    const parts = [...before.map(({ when }): Condition => ({ not: when })), obligation.when];
    rules[`m ${index}`] = { valeur: writer.write({ all: parts }) };
    return `m ${index}`;
  });
  const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };
  const engine = new Engine(rules as never, { logger: silent });
  const ids = new Map(questions.map(({ id }) => [nameOf(id), id]));
  return {
    turn(answers) {
      const said = Object.entries(answers).map(([id, value]) => [nameOf(id), writeValue(value)]);
      engine.setSituation(Object.fromEntries(said) as never);
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

function isVerdict({ kind }: Obligation): boolean {
  return kind === 'ineligible' || kind === 'handoff';
}

function nameOf(id: string): string {
  return id.replaceAll('-', ' ');
}

function writeValue(value: string | number): string | number {
  return typeof value === 'number' ? value : `'${value}'`;
}

class RuleWriter {
  readonly #rules: Rules;
  readonly #questions: readonly Question[];
  #helpers = 0;

  constructor(rules: Rules, questions: readonly Question[]) {
    this.#rules = rules;
    this.#questions = questions;
  }

  write(condition: Condition): unknown {
    if ('all' in condition) return allOf(condition.all.map((part) => this.write(part)));
    if ('any' in condition) return anyOf(condition.any.map((part) => this.write(part)));
    if ('not' in condition) return `${this.#helper(this.write(condition.not))} = non`;
    // Nobody lacks anything in this comparison.
    if ('lacks' in condition) return 'non';
    const name = nameOf(condition.question);
    const own =
      'is' in condition ? anyOf(condition.is.map((value) => `${name} = '${value}'`)) : within(name, condition.compare);
    const askWhen = this.#questions.find(({ id }) => id === condition.question)?.askWhen;
    return askWhen === undefined ? own : allOf([this.write(askWhen), own]);
  }

  /** publicodes denies a rule, not an expression. */
  #helper(value: unknown): string {
    const name = `h ${this.#helpers++}`;
    this.#rules[name] = { valeur: value };
    return name;
  }
}

function within(name: string, compare: Comparison): unknown {
  const signs = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;
  const parts = (Object.keys(signs) as (keyof Comparison)[]).flatMap((bound) => {
    const at = compare[bound];
    return typeof at === 'number' ? [`${name} ${signs[bound]} ${at}`] : [];
  });
  return allOf(parts);
}

function allOf(parts: readonly unknown[]): unknown {
  return parts.length === 0 ? 'oui' : parts.length === 1 ? parts[0] : { 'toutes ces conditions': parts };
}

function anyOf(parts: readonly unknown[]): unknown {
  return parts.length === 0 ? 'non' : parts.length === 1 ? parts[0] : { 'une de ces conditions': parts };
}
