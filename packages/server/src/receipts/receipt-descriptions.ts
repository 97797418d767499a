import * as v from 'valibot';
import { receiptReadSchema } from '../schema/answers/receipt.ts';
import type { RouteDescription } from '../operation/openapi/route-description.ts';
import { NOTICE_PATH } from './notice-path.ts';

const group = { zh: '告知单', en: 'Notices' };
const PAGE = { says: { zh: '网页，不用脚本。', en: 'A page without script.' }, types: ['text/html'] };
const GONE = {
  404: { says: { zh: '没有这张告知单。', en: 'There is no such notice.' }, types: ['text/html'] },
  410: { says: { zh: '已经删除了。', en: 'It was deleted.' }, types: ['text/html'] },
};
const token = { zh: '市民自己的链接里的 22 个字符。', en: "The 22 characters of the citizen's own link." };
const number = { zh: '12 位编号。', en: 'Number of twelve digits.' };

/** The routes of notices that were given: by the citizen's own link, and by number for clerks. */
export const receiptDescriptions: readonly RouteDescription[] = [
  {
    method: 'get',
    path: NOTICE_PATH,
    group,
    says: {
      zh: '市民自己的告知单：网页；末尾加 .txt 是纯文字，加 .ics 是期限的日历。',
      en: "A citizen's own notice: a page; with .txt plain text, with .ics the deadlines for a calendar.",
    },
    access: 'link',
    parameters: { token },
    answers: {
      ...GONE,
      200: { says: { zh: '告知单。', en: 'The notice.' }, types: ['text/html', 'text/plain', 'text/calendar'] },
      409: {
        says: { zh: '有人改过，不能作数。', en: 'Somebody changed it; it counts for nothing.' },
        types: ['text/html'],
      },
    },
    problems: [],
  },
  {
    method: 'get',
    path: `${NOTICE_PATH}/delete`,
    group,
    says: { zh: '问一问是否真的要删除。', en: 'Asks whether it is really to be deleted.' },
    access: 'link',
    parameters: { token },
    answers: { ...GONE, 200: PAGE },
    problems: [],
  },
  {
    method: 'post',
    path: `${NOTICE_PATH}/delete`,
    group,
    says: { zh: '删除这次咨询和它的全部告知单。', en: 'Deletes the consultation with all its notices.' },
    access: 'link',
    parameters: { token },
    answers: { ...GONE, 200: PAGE },
    problems: [],
  },
  {
    method: 'get',
    path: '/api/receipts/:number',
    group,
    says: {
      zh: '按编号看当时告知了什么，和今天的规则差在哪里。',
      en: "Shows what was told under a number, and how today's rules differ.",
    },
    access: 'clerk',
    parameters: { number },
    answers: { 200: { says: { zh: '告知单。', en: 'The notice.' }, schema: receiptReadSchema } },
    problems: ['not-allowed', 'unknown-receipt', 'not-a-receipt-number', 'locked-out'],
  },
  {
    method: 'get',
    path: '/desk/receipts',
    group,
    says: { zh: '同样的内容，给窗口人员看的网页。', en: 'The same, as a page for clerks.' },
    access: 'clerk',
    query: v.strictObject({ number: v.exactOptional(v.string()) }),
    answers: {
      200: PAGE,
      404: { says: { zh: '没有这个编号。', en: 'No such number.' }, types: ['text/html'] },
      422: { says: { zh: '编号写错了。', en: 'The number is mistyped.' }, types: ['text/html'] },
      429: { says: { zh: '试得太多，过一会儿再来。', en: 'Too many tries; come back later.' }, types: ['text/html'] },
    },
    problems: ['not-allowed'],
  },
];
