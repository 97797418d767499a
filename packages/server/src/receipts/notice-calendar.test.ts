import type { Notice } from '@onetrip/engine';
import { describe, expect, test } from 'vitest';
import { realEngine } from '../test-support/real-engine.ts';
import { hasDeadlineDate, noticeCalendar } from './notice-calendar.ts';

const LINK = 'https://guide.example.gov.cn/n/AbCdEfGhIjKlMnOpQrStUv';

describe('the calendar of a notice', () => {
  test('holds each deadline that names a day, whole-day, with a reminder before it', () => {
    const calendar = noticeCalendar(withDeadlines('2026年12月31日前申报', '每住满一年之前的一个月内去签注'), LINK);
    expect(calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(calendar).toContain('DTSTART;VALUE=DATE:20261231');
    expect(calendar).toContain('TRIGGER:-P7D');
    expect(calendar?.replace(/\r\n[ \t]/g, '')).toContain(`URL:${LINK}`);
    expect(calendar?.replace(/\r\n[ \t]/g, '')).toContain('申报');
  });

  test('takes the last day of a range', () => {
    expect(noticeCalendar(withDeadlines('2026-11-25 至 2026-12-05 办理'), LINK)).toContain('VALUE=DATE:20261205');
  });

  test.each([['出生后一个月以内申报'], ['2026年2月30日前'], ['2026-11-21 以前'], ['法〔2026〕12 号规定的期限']])(
    'is not offered for %j',
    (text) => {
      expect(hasDeadlineDate(withDeadlines(text))).toBe(false);
      expect(noticeCalendar(withDeadlines(text), LINK)).toBeUndefined();
    },
  );
});

function withDeadlines(...texts: readonly string[]): Notice {
  const engine = realEngine();
  const notice = engine.writeNotice(engine.begin({ today: '2026-11-22', items: ['temporary-id-card'] }).consultation);
  const line = { sources: [], local: false, items: ['temporary-id-card'], because: [] };
  const deadlines = texts.map((text, index) => ({ ...line, id: `temporary-id-card/d${String(index)}`, text }));
  return { ...notice, number: '482019355174', deadlines };
}
