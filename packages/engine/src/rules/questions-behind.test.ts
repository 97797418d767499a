import { expect, it } from 'vitest';
import type { Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';
import { questionsBehindOf } from './questions-behind.ts';

const question = (id: string, askWhen?: Condition): Question =>
  ({ id, kind: 'choice', ask: id, name: id, options: [], ...(askWhen && { askWhen }) }) as unknown as Question;

it('a condition rests on the questions it mentions and on what has to be known before they are asked', () => {
  const married: Condition = { question: 'married', is: ['yes'] };
  const source = { items: [], questions: [question('married'), question('together', married), question('age')] };
  const behind = questionsBehindOf(source);
  const condition: Condition = { any: [{ question: 'together', is: ['yes'] }, married] };
  expect([...behind(condition)].sort()).toEqual(['married', 'together']);
  expect([...behind(condition)].sort()).toEqual(['married', 'together']);
  expect([...questionsBehindOf(source)({ question: 'age', is: ['adult'] })]).toEqual(['age']);
});

it('two kinds of knowledge do not share what their questions presuppose', () => {
  const condition: Condition = { question: 'together', is: ['yes'] };
  const bare = { items: [], questions: [question('together')] };
  const gated = {
    items: [],
    questions: [question('together', { question: 'married', is: ['yes'] }), question('married')],
  };
  expect([...questionsBehindOf(bare)(condition)]).toEqual(['together']);
  expect([...questionsBehindOf(gated)(condition)]).toEqual(['together', 'married']);
});
