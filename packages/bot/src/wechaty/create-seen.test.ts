import { describe, expect, it } from 'vitest';
import { createSeen } from './create-seen.ts';

describe('createSeen', () => {
  it('knows an id that came before', () => {
    const seen = createSeen(2);
    expect([seen.isNew('a'), seen.isNew('a'), seen.isNew('b')]).toEqual([true, false, true]);
  });

  it('forgets the oldest beyond its limit', () => {
    const seen = createSeen(2);
    for (const id of ['a', 'b', 'c']) seen.isNew(id);
    expect([seen.isNew('c'), seen.isNew('a')]).toEqual([false, true]);
  });
});
