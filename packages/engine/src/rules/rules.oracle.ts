// For tests only: the plain meaning of conditions, by trying every completion. Slow and obviously right.
import fc from 'fast-check';
import type { Condition, Truth } from '../model/condition.ts';
import type { SayObligation } from '../model/obligation.ts';
import type { Question } from '../model/question.ts';
import type { ServiceItem } from '../model/service-item.ts';
import type { Answer, Situation } from '../model/situation.ts';

/** What a fully answered situation makes of a condition. */
export function meaning(condition: Condition, world: World): boolean {
  if ('all' in condition) return condition.all.every((part) => meaning(part, world));
  if ('any' in condition) return condition.any.some((part) => meaning(part, world));
  if ('not' in condition) return !meaning(condition.not, world);
  if ('lacks' in condition) return world.lacks.includes(condition.lacks);
  const question = world.questions.find(({ id }) => id === condition.question);
  if (question === undefined || (question.askWhen && !meaning(question.askWhen, world))) return false;
  const value = world.values[question.id];
  if ('is' in condition) return condition.is.includes(String(value));
  const {
    gte = -Infinity,
    gt = -Infinity,
    lte = Infinity,
    lt = Infinity,
  } = condition.compare as Record<string, number>;
  const number = Number(value);
  return number >= gte && number > gt && number <= lte && number < lt;
}

/** A complete case: a value for every question. */
export interface World {
  readonly questions: readonly Question[];
  readonly values: Readonly<Record<string, string | number>>;
  readonly lacks: readonly string[];
}

/** Every world that agrees with the known answers. Number questions take each value 0 to 9. */
export function worlds(questions: readonly Question[], situation: Situation): readonly World[] {
  let values: Record<string, string | number>[] = [{}];
  for (const question of questions) {
    const answer = situation.answers[question.id];
    const possible = answer?.is === 'known' ? [answer.value] : valuesOf(question);
    values = values.flatMap((known) => possible.map((value) => ({ ...known, [question.id]: value })));
  }
  return values.map((value) => ({ questions, values: value, lacks: situation.lacks }));
}

/** What all worlds agree on. */
export function truthOver(condition: Condition, all: readonly World[]): Truth {
  const truths = new Set(all.map((world) => meaning(condition, world)));
  return truths.size > 1 ? 'unknown' : truths.has(true) ? 'yes' : 'no';
}

/** The values a test question can have. */
export function valuesOf(question: Question): readonly (string | number)[] {
  if (question.kind === 'choice') return question.options.map(({ value }) => value);
  return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
}

/** A small item made at random: up to four questions, some presupposing others, and obligations over them. */
export const anItem: fc.Arbitrary<{ item: ServiceItem; questions: readonly Question[] }> = fc
  .record({
    shapes: fc.array(fc.constantFrom('two', 'three', 'number'), { minLength: 1, maxLength: 4 }),
    conditions: fc.array(aCondition(3), { minLength: 1, maxLength: 5 }),
    guards: fc.array(fc.option(aCondition(1), { nil: undefined, freq: 4 }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ shapes, conditions, guards }) => {
    const bare = shapes.map((shape, index) => questionOf(`q${index}`, shape));
    const questions = bare.map((question, index) => {
      const guard = guards[index];
      const askWhen = guard === undefined ? undefined : keepKnown(guard, bare.slice(0, index));
      return askWhen === undefined ? question : { ...question, askWhen };
    });
    const obligations = conditions.map((condition, index) => says(`o${index}`, keepKnown(condition, bare)));
    return { item: itemOf(questions, obligations), questions };
  });

/** Answers to some of the questions, some of them "not sure". */
export function someAnswers(questions: readonly Question[]): fc.Arbitrary<Record<string, Answer>> {
  const entries = questions.map((question) => {
    const known = fc.constantFrom(...valuesOf(question)).map((value): Answer => ({ is: 'known', value }));
    return fc.option(known, { nil: undefined });
  });
  return fc.tuple(...entries).map((answers) => {
    const pairs = questions.flatMap(({ id }, index): [string, Answer][] => {
      const answer = answers[index];
      return answer === undefined ? [] : [[id, answer]];
    });
    return Object.fromEntries(pairs);
  });
}

/** A question of the given shape. */
export function questionOf(id: string, shape: 'two' | 'three' | 'number'): Question {
  const values = shape === 'number' ? [] : shape === 'two' ? ['a', 'b'] : ['a', 'b', 'c'];
  const options = values.map((value) => ({ value, label: `${id} ${value}` }));
  return { id, name: id, ask: `${id}？`, kind: shape === 'number' ? 'number' : 'choice', options };
}

/** An obligation to say something under a condition. */
export function says(id: string, when: Condition): SayObligation {
  return { id, kind: 'warning', say: id, when, sources: ['law'], local: false };
}

/** An item that holds these. */
export function itemOf(questions: readonly Question[], obligations: ServiceItem['obligations']): ServiceItem {
  return {
    id: 'item',
    title: '事项',
    name: '事项',
    aliases: [],
    domain: 'test',
    status: 'active',
    authority: 'office',
    checked: { on: '2026-01-01', by: 'test' },
    questions: questions.map(({ id }) => id),
    obligations,
    examples: [],
  };
}

function aCondition(depth: number): fc.Arbitrary<Condition> {
  const question = fc.constantFrom('q0', 'q1', 'q2', 'q3');
  const bound = fc.integer({ min: 1, max: 8 });
  const atom: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ question, is: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }) }),
    fc.record({
      question,
      compare: fc.oneof(fc.record({ gte: bound }), fc.record({ lt: bound }), fc.record({ lte: bound })),
    }),
  );
  if (depth === 0) return atom;
  const inner = aCondition(depth - 1);
  const parts = fc.array(inner, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: atom },
    { weight: 2, arbitrary: parts.map((all): Condition => ({ all })) },
    { weight: 2, arbitrary: parts.map((any): Condition => ({ any })) },
    { weight: 1, arbitrary: inner.map((not): Condition => ({ not })) },
  );
}

/** Turns atoms about questions that do not exist, or are of another kind, into "always". */
function keepKnown(condition: Condition, questions: readonly Question[]): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => keepKnown(part, questions)) };
  if ('any' in condition) return { any: condition.any.map((part) => keepKnown(part, questions)) };
  if ('not' in condition) return { not: keepKnown(condition.not, questions) };
  if (!('question' in condition)) return condition;
  const question = questions.find(({ id }) => id === condition.question);
  const fits = question !== undefined && 'is' in condition === (question.kind === 'choice');
  return fits ? condition : { all: [] };
}
