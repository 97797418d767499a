import type { Condition, Question, ServiceItem } from '@onetrip/engine';

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How a generated item looks. */
export interface ItemShape {
  readonly questions: number;
  readonly materials: number;
  /** Share of obligations that hang on one question only. */
  readonly alone: number;
}

/** An item made by a seeded generator: materials guarded by one to three questions, "and" three times of four. */
export function randomItem(
  id: string,
  shape: ItemShape,
  random: () => number,
): { item: ServiceItem; questions: Question[] } {
  const pick = (count: number) => Math.floor(random() * count);
  const questions = Array.from({ length: shape.questions }, (_, index): Question => {
    const options = Array.from({ length: 2 + pick(3) }, (__, at) => ({
      value: `v${at}`,
      label: `答案${at}`,
      share: 1 + pick(8),
    }));
    return { id: `${id}-q${index}`, kind: 'choice', name: `问${index}`, ask: `第${index}问？`, options };
  });
  const atom = (question: Question): Condition => {
    const values = question.options.map(({ value }) => value);
    const kept = values.filter(() => random() < 0.5);
    const is = kept.length === 0 || kept.length === values.length ? [values[pick(values.length)] ?? 'v0'] : kept;
    return { question: question.id, is };
  };
  const condition = (): Condition => {
    const width = random() < shape.alone ? 1 : 2 + pick(2);
    const chosen = new Set<Question>();
    while (chosen.size < width) chosen.add(questions[pick(questions.length)] as Question);
    const parts = [...chosen].map(atom);
    return random() < 0.75 ? { all: parts } : { any: parts };
  };
  const obligations = Array.from({ length: shape.materials }, (_, index) => ({
    id: `material/m${index}`,
    kind: 'material' as const,
    when: condition(),
    sources: ['law'],
    local: false,
    anyOf: [{ material: `m${index}`, originals: 1, copies: 0, keeps: 'shown' as const }],
    necessity: 'required' as const,
  }));
  const item: ServiceItem = {
    id,
    title: id,
    name: id,
    aliases: [],
    domain: 'bench',
    status: 'active',
    authority: 'office',
    checked: { on: '2026-01-01', by: 'bench' },
    questions: questions.map((question) => question.id),
    obligations,
    examples: [],
  };
  return { item, questions };
}
