import * as v from 'valibot';
import type { RouteDescription } from '../../operation/openapi/route-description.ts';
import type { ProblemStatusCode } from '../../problem-status.ts';
import { changeSchema } from '../change-body.ts';
import { listQuerySchema } from '../list-query.ts';
import { LEDGER_STATES } from '../ledger-states.ts';
import { ledgerExportSchema, ratingExportSchema } from './send-export.ts';
import { deskReportSchema } from './take-report.ts';

const group = { zh: '问题清单', en: 'Ledger' };
const staff = { group, access: 'clerk' } as const;
const parameters = { id: { zh: '问题的编号。', en: 'Id of the entry.' } };
const BODY: readonly ProblemStatusCode[] = [
  ...(['malformed-json', 'body-too-large', 'unsupported-media-type', 'invalid-body', 'message-too-long'] as const),
  ...(['sign-in-required', 'forged-request', 'not-kept'] as const),
];

const entry = v.looseObject({
  ...{ id: v.string(), kind: v.string(), region: v.string(), words: v.string(), state: v.picklist(LEDGER_STATES) },
  ...{ due: v.string(), opened: v.number(), closed: v.nullable(v.number()), owner: v.nullable(v.string()) },
});
const step = v.strictObject({ seq: v.number(), at: v.number(), by: v.string(), change: v.looseObject({}) });
const next = v.exactOptional(v.string());
const groupSchema = v.looseObject({
  kind: v.string(),
  item: v.nullable(v.string()),
  count: v.number(),
  due: v.string(),
});
const ENTRY = v.strictObject({ entry });
const HTML = { says: { zh: '网页，不用脚本。', en: 'A page without script.' }, type: 'text/html' };
const FILE = { says: { zh: 'CSV 或 XLSX 文件。', en: 'A CSV or XLSX file.' }, type: 'text/csv' };

const reading: readonly RouteDescription[] = [
  {
    ...{ ...staff, method: 'get', path: '/api/ledger', query: listQuerySchema },
    says: { zh: '问题一条一条列出，过期的在前。', en: 'Lists entries one by one, overdue ones first.' },
    answers: {
      200: {
        says: { zh: '一页问题，和下一页的 after。', en: 'A page of entries, and `after` for the next one.' },
        schema: v.strictObject({ entries: v.array(entry), next }),
      },
    },
    problems: ['sign-in-required', 'invalid-query'],
  },
  {
    ...{ ...staff, method: 'get', path: '/api/ledger/groups', query: listQuerySchema },
    says: { zh: '同一事项的相同问题合在一起，带次数。', en: 'Lists the same trouble on the same item as one.' },
    answers: {
      200: {
        says: { zh: '一页合并的问题。', en: 'A page of groups.' },
        schema: v.strictObject({ groups: v.array(groupSchema), next }),
      },
    },
    problems: ['sign-in-required', 'invalid-query'],
  },
  {
    ...{ ...staff, method: 'get', path: '/api/ledger/:id', parameters },
    says: { zh: '一个问题和它的经过。', en: 'One entry with its history.' },
    answers: {
      200: {
        says: { zh: '问题和经过。', en: 'The entry and its history.' },
        schema: v.strictObject({ entry, history: v.array(step) }),
      },
    },
    problems: ['sign-in-required', 'unknown-entry'],
  },
];

const writing: readonly RouteDescription[] = [
  {
    ...{ ...staff, method: 'post', path: '/api/ledger', body: deskReportSchema },
    says: { zh: '替来人登记：窗口另要了材料，或者投诉。', en: 'Takes down a surprise or a complaint for somebody.' },
    answers: {
      200: { says: { zh: '登记过了，还是那一条。', en: 'Taken down before; the same entry.' }, schema: ENTRY },
      201: { says: { zh: '登记好的问题。', en: 'The new entry.' }, schema: ENTRY },
    },
    problems: [
      ...BODY,
      ...(['unknown-receipt', 'not-a-receipt-number', 'locked-out', 'material-on-notice', 'too-many-reports'] as const),
    ],
  },
  {
    ...{ ...staff, method: 'post', path: '/api/ledger/:id/changes', parameters, body: changeSchema },
    says: { zh: '办理一步：接下、办结、换责任人、改到期日。', en: 'Takes the next step in settling an entry.' },
    answers: {
      200: {
        says: { zh: '改后的问题。', en: 'The entry after it.' },
        schema: v.strictObject({ entry, seq: v.number(), alike: v.number() }),
      },
    },
    problems: [...BODY, 'not-allowed', 'unknown-entry', 'illegal-transition', 'entry-changed'],
  },
];

const exporting: readonly RouteDescription[] = [
  {
    ...{ ...staff, method: 'get', path: '/api/ledger/export', query: ledgerExportSchema },
    says: { zh: '导出问题清单，主管用，留操作记录。', en: 'Writes the ledger out, for supervisors; it is recorded.' },
    answers: { 200: FILE },
    problems: ['sign-in-required', 'not-allowed', 'invalid-query', 'export-too-long'],
  },
  {
    ...{ ...staff, method: 'get', path: '/api/ratings/export', query: ratingExportSchema },
    says: { zh: '导出评价，主管用，留操作记录。', en: 'Writes the ratings out, for supervisors; it is recorded.' },
    answers: { 200: FILE },
    problems: ['sign-in-required', 'not-allowed', 'invalid-query', 'export-too-long'],
  },
];

const page = { ...staff, answers: { 200: HTML }, problems: [] } as const;
const form = { ...page, method: 'post', bodyType: 'application/x-www-form-urlencoded' } as const;

/** The staff's side of the ledger. */
export const ledgerDescriptions: readonly RouteDescription[] = [
  ...[...reading, ...writing, ...exporting],
  { ...page, method: 'get', path: '/ledger', says: { zh: '问题清单的网页。', en: 'The ledger as a page.' } },
  {
    ...page,
    method: 'get',
    path: '/ledger/:id',
    parameters,
    says: { zh: '一个问题的网页。', en: 'One entry as a page.' },
  },
  { ...form, path: '/ledger', says: { zh: '网页上的登记表单。', en: 'The form that takes a report down.' } },
  { ...form, path: '/ledger/:id', parameters, says: { zh: '网页上的办理表单。', en: 'The form that takes a step.' } },
];
