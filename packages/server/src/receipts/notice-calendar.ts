import type { Notice } from '@onetrip/engine';
import type { EventAttributes } from 'ics';
import { createEvents } from 'ics';
import { groupReceiptNumber } from './receipt-number.ts';
import { receiptText } from './receipt-text.ts';

/** A last day that a notice names. */
interface DeadlineDate {
  readonly id: string;
  readonly text: string;
  readonly day: readonly [year: number, month: number, day: number];
}

/** A day as notices write it: 2026-12-31, 2026年12月31日, 2026 年 12 月 31 日. */
const DAY = /(\d{4})\s?(?:-|年)\s?(\d{1,2})\s?(?:-|月)\s?(\d{1,2})/gu;

/** Whether a notice names a day that a calendar could hold; most deadlines are counted from something else. */
export function hasDeadlineDate(notice: Notice): boolean {
  return deadlineDates(notice).length > 0;
}

/** The deadlines of a notice for a calendar, or undefined where it names no day. */
export function noticeCalendar(notice: Notice, link: string): string | undefined {
  const dates = deadlineDates(notice);
  if (dates.length === 0) return undefined;
  const { error, value } = createEvents(dates.map((date) => eventOf(date, notice, link)));
  if (error) throw error;
  return value ?? undefined;
}

function deadlineDates({ deadlines, today }: Notice): readonly DeadlineDate[] {
  return deadlines.flatMap(({ id, text }) => {
    // Of a range, the last day is the deadline.
    const last = [...text.matchAll(DAY)].at(-1);
    if (!last) return [];
    const day = [Number(last[1]), Number(last[2]), Number(last[3])] as const;
    const iso = isoDay(day);
    return iso !== undefined && iso >= today ? [{ id, text, day }] : [];
  });
}

/** Undefined for a day that no month has. */
function isoDay([year, month, day]: DeadlineDate['day']): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

function eventOf({ id, text, day }: DeadlineDate, notice: Notice, link: string): EventAttributes {
  const { number = '', items, places } = notice;
  const hall = places.find((place) => place.hall !== undefined);
  return {
    uid: `${number}-${id.replace(/[^\w-]/g, '-')}@onetrip`,
    productId: 'onetrip',
    title: `${items.map(({ title }) => title).join('、')}：${text}`,
    description: `${receiptText.title} ${groupReceiptNumber(number)}`,
    url: link,
    start: [...day],
    duration: { days: 1 },
    ...(hall?.hall === undefined ? {} : { location: [hall.hall, hall.address ?? ''].join(' ').trim() }),
    alarms: [7, 1].map((days) => ({ action: 'display', description: text, trigger: { days, before: true } })),
  };
}
