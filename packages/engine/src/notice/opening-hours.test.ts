import { describe, expect, it } from 'vitest';
import type { OpeningHours } from '../model/region.ts';
import { sentencesOf } from '../text/sentences-of.ts';
import { knowledgeWith } from './notice.fixture.ts';
import { hoursInWords, isOpen } from './opening-hours.ts';

const hours = knowledgeWith().region.halls[0]?.hours ?? { weekly: [], closed: [], open: [] };
const { writing } = sentencesOf('zh-CN').notice;

describe('isOpen', () => {
  it('is open from the first minute of a span and closed from its last', () => {
    expect(isOpen(hours, { date: '2026-11-20', time: '09:00' })).toEqual({ open: true, until: '12:00' });
    expect(isOpen(hours, { date: '2026-11-20', time: '12:00' })).toEqual({
      open: false,
      next: { date: '2026-11-20', time: '13:30' },
    });
  });

  it('opens next on Monday after Friday', () => {
    const next = { date: '2026-11-23', time: '09:00' };
    expect(isOpen(hours, { date: '2026-11-20', time: '17:00' })).toEqual({ open: false, next });
  });

  it('passes over days that are closed for a reason', () => {
    const next = { date: '2026-12-03', time: '09:00' };
    expect(isOpen(hours, { date: '2026-12-01', time: '10:00' })).toEqual({ open: false, next });
  });

  it('is open on a Saturday that counts as a Friday', () => {
    expect(isOpen(hours, { date: '2026-11-28', time: '16:59' })).toEqual({ open: true, until: '17:00' });
  });

  it('names no next opening for a hall that never opens', () => {
    expect(isOpen({ weekly: [], closed: [], open: [] }, { date: '2026-11-20', time: '10:00' })).toEqual({
      open: false,
    });
  });
});

describe('hoursInWords', () => {
  it('says the week, then what departs from it within thirty days', () => {
    expect(hoursInWords(hours, '2026-11-22', writing)).toEqual([
      '周一至周五 09:00–12:00 13:30–17:00',
      '2026年12月1日至2026年12月2日不开门：盘点',
      '2026年11月28日开门，时间同周五',
    ]);
    expect(hoursInWords(hours, '2026-10-01', writing)).toHaveLength(1);
  });

  it('keeps apart days with different hours and does not stretch two days into a row', () => {
    const weekly: OpeningHours['weekly'] = [
      { days: ['mon', 'tue', 'thu'], from: '09:00', to: '17:00' },
      { days: ['sat', 'sun'], from: '10:00', to: '15:00' },
    ];
    expect(hoursInWords({ weekly, closed: [], open: [] }, '2026-11-22', writing)).toEqual([
      '周一、周二、周四 09:00–17:00',
      '周六、周日 10:00–15:00',
    ]);
  });
});
