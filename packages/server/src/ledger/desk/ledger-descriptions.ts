import * as v from 'valibot';
import type { RouteDescription } from '../../operation/openapi/route-description.ts';
import {
  ledgerEntrySchema,
  ledgerGroupSchema,
  ledgerStepSchema,
  listedEntrySchema,
} from '../../schema/answers/ledger.ts';
import { changeFormSchema, changeSchema } from '../change-body.ts';
import { listQuerySchema } from '../list-query.ts';
import { deskReportFormSchema } from './desk-report-form.ts';
import { ledgerExportSchema, ratingExportSchema, XLSX } from './send-export.ts';
import { deskReportSchema } from './take-report.ts';

const group = { zh: '问题清单', en: 'Ledger' };
const staff = { group, access: 'clerk' } as const;
const parameters = { id: { zh: '问题的编号。', en: 'Id of the entry.' } };
const next = v.exactOptional(v.string());
const ENTRY = v.strictObject({ entry: ledgerEntrySchema });
const HTML = { says: { zh: '网页，不用脚本。', en: 'A page without script.' }, types: ['text/html'] };
const FILE = { says: { zh: 'CSV 或 XLSX 文件。', en: 'A CSV or XLSX file.' }, types: ['text/csv', XLSX] };

const reading: readonly RouteDescription[] = [
  {
    ...{ ...staff, method: 'get', path: '/api/ledger', query: listQuerySchema },
    says: { zh: '问题一条一条列出，过期的在前。', en: 'Lists entries one by one, overdue ones first.' },
    answers: {
      200: {
        says: { zh: '一页问题，和下一页的 after。', en: 'A page of entries, and `after` for the next one.' },
        schema: v.strictObject({ entries: v.array(listedEntrySchema), next }),
      },
    },
    problems: ['invalid-query'],
  },
  {
    ...{ ...staff, method: 'get', path: '/api/ledger/groups', query: listQuerySchema },
    says: { zh: '同一事项的相同问题合在一起，带次数。', en: 'Lists the same trouble on the same item as one.' },
    answers: {
      200: {
        says: { zh: '一页合并的问题。', en: 'A page of groups.' },
        schema: v.strictObject({ groups: v.array(ledgerGroupSchema), next }),
      },
    },
    problems: ['invalid-query'],
  },
  {
    ...{ ...staff, method: 'get', path: '/api/ledger/entries/:id', parameters },
    says: { zh: '一个问题和它的经过。', en: 'One entry with its history.' },
    answers: {
      200: {
        says: { zh: '问题和经过。', en: 'The entry and its history.' },
        schema: v.strictObject({ entry: listedEntrySchema, history: v.array(ledgerStepSchema) }),
      },
    },
    problems: ['unknown-entry'],
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
      ...(['message-too-long', 'unknown-receipt', 'not-a-receipt-number'] as const),
      ...(['locked-out', 'material-on-notice', 'too-many-reports'] as const),
    ],
  },
  {
    ...{ ...staff, method: 'post', path: '/api/ledger/entries/:id/changes', parameters, body: changeSchema },
    says: { zh: '办理一步：接下、办结、换责任人、改到期日。', en: 'Takes the next step in settling an entry.' },
    answers: {
      200: {
        says: { zh: '改后的问题。', en: 'The entry after it.' },
        schema: v.strictObject({ entry: ledgerEntrySchema, seq: v.number(), alike: v.number() }),
      },
    },
    problems: ['message-too-long', 'not-allowed', 'unknown-entry', 'illegal-transition', 'entry-changed'],
  },
];

const exporting: readonly RouteDescription[] = [
  {
    ...{ ...staff, method: 'get', path: '/api/ledger/export', query: ledgerExportSchema },
    says: { zh: '导出问题清单，主管用，留操作记录。', en: 'Writes the ledger out, for supervisors; it is recorded.' },
    answers: { 200: FILE },
    problems: ['not-allowed', 'invalid-query', 'export-too-long'],
  },
  {
    ...{ ...staff, method: 'get', path: '/api/ratings/export', query: ratingExportSchema },
    says: { zh: '导出评价，主管用，留操作记录。', en: 'Writes the ratings out, for supervisors; it is recorded.' },
    answers: { 200: FILE },
    problems: ['not-allowed', 'invalid-query', 'export-too-long'],
  },
];

const page = { ...staff, method: 'get' } as const;
const DONE = { says: { zh: '办好了，转到那一条。', en: 'Done; on to the entry.' } };
const ALL = {
  says: {
    zh: '筛选条件看不懂，转到全部；没有登录，转到登录页。',
    en: 'Filters that make no sense lead to the whole list; whoever has not signed in is sent to that page.',
  },
};
const REFUSED = { says: { zh: '没有记下，说明原因。', en: 'Not kept, and why.' }, types: ['text/html'] };

const pages: readonly RouteDescription[] = [
  {
    ...{ ...page, path: '/ledger', query: listQuerySchema },
    says: { zh: '问题清单的网页。', en: 'The ledger as a page.' },
    answers: { 200: HTML, 303: ALL },
    problems: [],
  },
  {
    ...{ ...page, path: '/ledger/:id', parameters },
    says: { zh: '一个问题的网页。', en: 'One entry as a page.' },
    answers: { 200: HTML },
    problems: ['unknown-entry'],
  },
  {
    ...{ ...staff, method: 'post', path: '/ledger', form: deskReportFormSchema },
    says: { zh: '网页上的登记表单。', en: 'The form that takes a report down.' },
    answers: { 303: DONE, 404: REFUSED, 409: REFUSED, 422: REFUSED, 429: REFUSED },
    problems: [],
  },
  {
    ...{ ...staff, method: 'post', path: '/ledger/:id', parameters, form: changeFormSchema },
    says: { zh: '网页上的办理表单。', en: 'The form that takes a step.' },
    answers: { 303: DONE, 422: REFUSED },
    problems: ['not-allowed', 'unknown-entry'],
  },
];

/** The staff's side of the ledger. */
export const ledgerDescriptions: readonly RouteDescription[] = [...reading, ...writing, ...exporting, ...pages];
