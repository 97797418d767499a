import { describe, expect, test } from 'vitest';
import { demoEngine } from './support/demo-engine.ts';
import { comesToAnEnd, HOSTILE, KNOWN_SLOW } from './support/hostile-lengths.ts';
import { textFunctions } from './support/text-functions.ts';

const BYTES = 100_000;
/**
 * Milliseconds after which a function counts as stuck. Honest ones take up to a tenth of a second; what takes the square
 * of the length takes minutes. The times themselves are `pnpm bench hostile`.
 */
const PATIENCE = 4000;

describe('a text of 100 kB', () => {
  const engine = demoEngine();
  const begun = engine.begin({ today: '2026-11-22', items: ['resident-id-card'] }).consultation;

  test.each(Object.entries(HOSTILE))('of %s keeps no function that can be given one busy', async (_kind, made) => {
    const text = made(BYTES);
    const functions = await textFunctions();
    expect(functions.length).toBeGreaterThan(40);
    const stuck = functions.filter(({ read }) => !comesToAnEnd(() => read(text), PATIENCE));
    expect(stuck.map(({ name }) => name)).toEqual([]);
  });

  test.each(Object.entries(HOSTILE))(
    'of %s is refused by the engine unread, and a search for it ends',
    (_kind, made) => {
      const text = made(BYTES);
      const { reply } = engine.takeTurn(begun, { kind: 'say', text });
      expect(reply).toMatchObject({ kind: 'problem', code: 'message-too-long' });
      expect(comesToAnEnd(() => engine.findItems(text), PATIENCE)).toBe(true);
    },
  );
});

test('a pattern that is known to take minutes is found stuck on 63 characters', () => {
  expect(comesToAnEnd(() => KNOWN_SLOW.test(`AB${'1'.repeat(60)}!`), PATIENCE)).toBe(false);
});
