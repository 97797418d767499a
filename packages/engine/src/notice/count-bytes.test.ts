import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byteLength } from './byte-length.ts';
import { createByteCounter } from './count-bytes.ts';

it('counts what the stretch takes by itself, without the white space at both ends', () => {
  const character = fc.constantFrom('户', 'a', '😀', 'é', ' ', '\n', '\u3000', '\r', '\ud83d', '。');
  fc.assert(
    fc.property(fc.array(character), fc.nat(), fc.nat(), (characters, one, other) => {
      const [from = 0, to = 0] = [one, other].map((place) => place % (characters.length + 1)).sort((a, b) => a - b);
      const before = characters.slice(0, from).join('');
      const stretch = characters.slice(from, to).join('');
      const count = createByteCounter(characters.join(''));
      expect(count(before.length, before.length + stretch.length)).toBe(byteLength(stretch.trim()));
    }),
  );
});
