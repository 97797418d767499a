import { describe, expect, it } from 'vitest';
import { nearestWord } from './nearest-word.ts';

const KNOWN = ['household-register', 'old-id-card', 'age', 'minor'];

describe('nearestWord', () => {
  it.each([
    ['household-registre', 'household-register'],
    ['houshold-register', 'household-register'],
    ['old-idcard', 'old-id-card'],
    ['register', 'household-register'],
    ['agee', 'age'],
    ['minr', 'minor'],
  ])('%s was probably meant as %s', (written, meant) => {
    expect(nearestWord(written, KNOWN)).toBe(meant);
  });

  it.each(['passport', 'x', '', 'cat'])('proposes nothing for %s', (written) => {
    expect(nearestWord(written, KNOWN)).toBeUndefined();
  });

  it('prefers a slip of the pen to a longer word that contains it', () => {
    expect(nearestWord('card', ['id-card-law', 'cart'])).toBe('cart');
  });
});
