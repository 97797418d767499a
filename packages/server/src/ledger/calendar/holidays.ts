import type { Calendar } from './calendar.ts';

/**
 * The days off of the State Council's newest arrangement that this release knows; `CALENDAR` names a newer file.
 *
 * Source: 国务院办公厅关于2026年部分节假日安排的通知, 4 November 2025, as carried by Xinhua
 * (https://politics.gmw.cn/2025-11/04/content_38391083.htm).
 */
export const HOLIDAYS: Calendar = {
  source: '国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）',
  until: '2026-12-31',
  closed: [
    { from: '2026-01-01', to: '2026-01-03', why: '元旦' },
    { from: '2026-02-15', to: '2026-02-23', why: '春节' },
    { from: '2026-04-04', to: '2026-04-06', why: '清明节' },
    { from: '2026-05-01', to: '2026-05-05', why: '劳动节' },
    { from: '2026-06-19', to: '2026-06-21', why: '端午节' },
    { from: '2026-09-25', to: '2026-09-27', why: '中秋节' },
    { from: '2026-10-01', to: '2026-10-07', why: '国庆节' },
  ],
  open: [
    { on: '2026-01-04', why: '元旦调休' },
    { on: '2026-02-14', why: '春节调休' },
    { on: '2026-02-28', why: '春节调休' },
    { on: '2026-05-09', why: '劳动节调休' },
    { on: '2026-09-20', why: '国庆节调休' },
    { on: '2026-10-10', why: '国庆节调休' },
  ],
};
