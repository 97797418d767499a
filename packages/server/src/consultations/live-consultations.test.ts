import { expect, test } from 'vitest';
import { realEngine } from '../test-support/real-engine.ts';
import { LiveConsultations } from './live-consultations.ts';

test('what is remembered comes back as it was, whatever was said', () => {
  const live = new LiveConsultations(10);
  const { consultation } = realEngine().begin({ today: '2026-11-22' });
  const said = realEngine().takeTurn(consultation, { kind: 'say', text: '身份证丢了 🪪 "\\u4e00" é' }).consultation;
  live.set('one', { seq: 1, consultation: said, receipt: 'none' });
  expect(live.get('one')).toEqual({ seq: 1, consultation: said, receipt: 'none' });
});

test('what was not asked for in a while is let go first', () => {
  const live = new LiveConsultations(2);
  const { consultation } = realEngine().begin({ today: '2026-11-22' });
  live.set('one', { seq: 0, consultation });
  live.set('two', { seq: 0, consultation });
  live.get('one');
  live.set('three', { seq: 0, consultation });
  expect([live.get('two'), live.size]).toEqual([undefined, 2]);
  live.forget('one');
  expect(live.get('one')).toBeUndefined();
});
