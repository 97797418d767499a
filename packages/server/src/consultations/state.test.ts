import { expect, test } from 'vitest';
import { realEngine } from '../test-support/real-engine.ts';
import { consultationAt, stateOf } from './state.ts';

test('a consultation comes back as it stood, whatever was said, but for the turns that led there', () => {
  const { consultation } = realEngine().begin({ today: '2026-11-22' });
  const said = realEngine().takeTurn(consultation, { kind: 'say', text: '身份证丢了 🪪 "\\u4e00" é' }).consultation;
  const odd = { ...said, lacks: ['身份证 🪪 "\\u4e00" é \u2028'] };
  expect(consultationAt(stateOf(odd))).toEqual({ ...odd, turns: [] });
});

test('a state holds only characters of one byte', () => {
  const { consultation } = realEngine().begin({ today: '2026-11-22' });
  expect(stateOf({ ...consultation, lacks: ['身份证 🪪'] })).toMatch(/^[\x20-\x7e]+$/);
});
