import { expect, it } from 'vitest';
import { todayInBeijing } from './today-in-beijing.ts';

it('changes the day at midnight in Beijing, whatever day it is in Greenwich', () => {
  expect(todayInBeijing(Date.UTC(2026, 10, 22, 15, 59))).toBe('2026-11-22');
  expect(todayInBeijing(Date.UTC(2026, 10, 22, 16, 0))).toBe('2026-11-23');
});
