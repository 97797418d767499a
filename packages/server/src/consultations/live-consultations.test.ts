import { expect, test } from 'vitest';
import { LiveConsultations } from './live-consultations.ts';

const standing = { seq: 0, knowledge: 'v1', state: '{}', questions: 0 };

test('what was not asked for in a while is let go first', () => {
  const live = new LiveConsultations(2);
  live.set('one', standing);
  live.set('two', standing);
  live.get('one');
  live.set('three', standing);
  expect([live.get('one'), live.get('two'), live.size]).toEqual([standing, undefined, 2]);
  live.forget('one');
  expect(live.get('one')).toBeUndefined();
});
