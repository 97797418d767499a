import type { AnswerValue, Question, ServiceItem } from '@onetrip/engine';
import { publicodesOrder } from '@onetrip/engine/knowledge';
import { describe, expect, it } from 'vitest';
import { publicodesPeer } from './bench/publicodes-peer.ts';
import { createRandom, randomItem } from './bench/random-item.ts';
import { demoEngine } from './support/demo-engine.ts';

const day = '2026-11-22';
const { knowledge } = demoEngine();

/** The questions that somebody is asked who answers at random, by publicodes itself and by its rule as we count it. */
function askBoth(item: ServiceItem, questions: readonly Question[], random: () => number) {
  const peer = publicodesPeer(item, questions);
  const order = publicodesOrder(item, questions, day);
  const answers: Record<string, AnswerValue> = {};
  const asked: string[] = [];
  for (;;) {
    const { next } = peer.turn(answers);
    expect(order.next(answers)).toBe(next);
    if (next === undefined) return asked;
    const question = questions.find(({ id }) => id === next);
    const options = question?.options ?? [];
    const any = options[Math.floor(random() * options.length)]?.value;
    answers[next] = any ?? Math.floor(random() * 90);
    asked.push(next);
  }
}

describe("publicodes' order in our table", () => {
  const active = knowledge.items.filter(({ status }) => status === 'active');

  it.each(active.map((item) => [item.name, item] as const))(
    'puts the questions that publicodes puts: %s',
    (_, item) => {
      const random = createRandom(7);
      const questions = knowledge.questions.filter(({ id }) => item.questions.includes(id));
      const asked = Array.from({ length: 4 }, () => askBoth(item, questions, random));
      expect(asked.flat().length).toBeGreaterThan(0);
    },
  );

  it('puts the questions that publicodes puts of generated items', () => {
    const random = createRandom(20_261_122);
    for (let index = 0; index < 8; index++) {
      const { item, questions } = randomItem(`i${index}`, { questions: 8, materials: 12, alone: 0.3 }, random);
      for (let person = 0; person < 2; person++) expect(askBoth(item, questions, random)).not.toEqual([]);
    }
  });

  it('costs on average what asking everybody costs', () => {
    const random = createRandom(3);
    const { item, questions } = randomItem('it', { questions: 5, materials: 6, alone: 0.3 }, random);
    const order = publicodesOrder(item, questions, day);
    const costFrom = (answers: Readonly<Record<string, AnswerValue>>): number => {
      const next = order.next(answers);
      const options = questions.find(({ id }) => id === next)?.options ?? [];
      if (next === undefined) return 0;
      const total = options.reduce((sum, { share = 1 }) => sum + share, 0);
      const later = options.map(({ value, share = 1 }) => (share / total) * costFrom({ ...answers, [next]: value }));
      return later.reduce((sum, each) => sum + each, 1);
    };
    expect(order.cost()?.expected).toBeCloseTo(costFrom({}), 9);
  });
});
