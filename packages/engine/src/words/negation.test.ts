import { describe, expect, it } from 'vitest';
import { isNegated } from './negation.ts';

describe('isNegated', () => {
  it.each([
    ['没丢', '丢'],
    ['没有丢', '丢'],
    ['没有弄丢', '丢'],
    ['不是丢了', '丢了'],
    ['并不是迁入', '迁入'],
    ['还没到期', '到期'],
    ['未满', '满'],
    ['是不是到期', '到期'],
    ['有没有结婚证', '结婚证'],
  ])('sees that %s does not say %s', (text, phrase) => {
    expect(isNegated(text, text.indexOf(phrase))).toBe(true);
  });

  it.each([
    ['丢了', '丢了'],
    ['不小心丢了', '丢了'],
    ['身份证没带，丢了', '丢了'],
    ['差不多到期', '到期'],
    ['不是迁入，是迁出', '迁出'],
  ])('sees that %s does say %s', (text, phrase) => {
    expect(isNegated(text, text.indexOf(phrase))).toBe(false);
  });
});
