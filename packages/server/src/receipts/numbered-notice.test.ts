import type { Notice } from '@onetrip/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { realEngine } from '../test-support/real-engine.ts';
import { canonicalJson, hashOfJson } from './canonical-json.ts';
import { numberedNotice } from './numbered-notice.ts';

const written = (): Notice =>
  realEngine().writeNotice(realEngine().begin({ today: '2026-11-22', items: ['passport'] }).consultation);

test('a notice is the same text under its number as if it were written as a whole, every time', () => {
  const notice = written();
  for (const number of ['123456789012', '000000000000', '9"\\']) {
    const { text, hash, notice: numbered } = numberedNotice(notice, number);
    expect(numbered).toEqual({ ...notice, number });
    expect(text).toBe(canonicalJson({ ...notice, number }));
    expect(hash).toBe(hashOfJson(text));
  }
});

test('a number that the notice had before is replaced', () => {
  const notice = { ...written(), number: '1' };
  expect(numberedNotice(notice, '2').text).toBe(canonicalJson({ ...notice, number: '2' }));
});

test('whatever keys a notice has, they stand in canonical order around the number', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (members) => {
      const notice = members as unknown as Notice;
      expect(numberedNotice(notice, '7').text).toBe(canonicalJson({ ...members, number: '7' }));
    }),
  );
});
