import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomId } from '../ids.ts';
import { idOf, openSealed, sealOpening } from './sealed-opening.ts';

const key = randomBytes(32);
const opening = fc.record({
  id: fc.constant('').map(randomId),
  knowledge: fc.stringMatching(/^[0-9a-f]{12,64}$/),
  begun: fc
    .record({ today: fc.string(), items: fc.array(fc.string(), { maxLength: 3 }) })
    .map((one) => JSON.stringify(one)),
  opened: fc.nat({ max: 10 ** 13 }),
});

test('what is sealed into an id is there again when it is opened with the same key', () => {
  fc.assert(
    fc.property(opening, (one) => {
      const held = sealOpening(one, key);
      expect(openSealed(held, key)).toEqual(one);
      expect(idOf(held)).toBe(one.id);
      expect(encodeURIComponent(held)).toBe(held);
    }),
  );
});

test('whoever changes one character of an id, or has another key, has sealed nothing', () => {
  fc.assert(
    fc.property(opening, fc.nat(), fc.constantFrom('A', 'B', '-', '.', '0', 'é'), (one, at, put) => {
      const held = sealOpening(one, key);
      // The last character holds four bits that the seal leaves unused.
      const place = at % (held.length - 1);
      fc.pre(held[place] !== put);
      expect(openSealed(`${held.slice(0, place)}${put}${held.slice(place + 1)}`, key)).toBeUndefined();
      expect(openSealed(held, randomBytes(32))).toBeUndefined();
    }),
  );
});

test.each(['', '.', 'a.b', 'a.b.c', `a.b.${'c'.repeat(22)}`, 'a'.repeat(65), 'a b', '../a', 'a\0', '一', 'a.b.c.d'])(
  '%j holds no opening',
  (held) => {
    expect(openSealed(held, key)).toBeUndefined();
  },
);
