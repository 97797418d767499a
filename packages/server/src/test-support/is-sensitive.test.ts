import { expect, test } from 'vitest';
import { realEngine } from './real-engine.ts';
import { isSensitive } from './is-sensitive.ts';

const { questions } = realEngine().knowledge;
const named = (id: string) => questions.filter((question) => question.id === id);

test('questions about disability are sensitive, by their own words or by those of an option', () => {
  expect(['proxy-reason', 'licence-class'].flatMap(named).map(isSensitive)).toEqual([true, true]);
});

test('questions about papers, ages and places are not', () => {
  expect(['age', 'birth-proof', 'social-card-reason'].flatMap(named).map(isSensitive)).toEqual([false, false, false]);
});
