import * as v from 'valibot';
import type { RouteDescription } from '../operation/openapi/route-description.ts';
import { auditHeadFormSchema } from './audit-head-form.ts';

const group = { zh: '审计', en: 'Audit log' };
const access = 'clerk';
const problems = ['not-allowed'] as const;
const query = v.strictObject({ day: v.exactOptional(v.string()), after: v.exactOptional(v.string()) });
const PAGE = { says: { zh: '网页，不用脚本。', en: 'A page without script.' }, types: ['text/html'] };

const rowSchema = v.strictObject({
  seq: v.number(),
  at: v.number(),
  actor: v.string(),
  action: v.string(),
  object: v.string(),
  detail: v.string(),
  previous: v.string(),
  hash: v.string(),
});
const daySchema = v.strictObject({
  day: v.pipe(v.string(), v.isoDate()),
  rows: v.array(rowSchema),
  more: v.exactOptional(v.number()),
});
/** The end of the log, to be kept elsewhere; missing where nobody can read it any more. */
const head = v.exactOptional(v.strictObject({ seq: v.number(), hash: v.string() }));
const verdictSchema = v.variant('intact', [
  v.strictObject({ intact: v.literal(true), rows: v.number(), head }),
  v.strictObject({
    ...{ intact: v.literal(false), seq: v.number(), head },
    fault: v.picklist(['changed', 'missing', 'head-differs']),
  }),
]);

/** The routes of the audit log, for supervisors. */
export const auditDescriptions: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/api/audit',
    group,
    says: { zh: '一天里谁做了什么。', en: 'Who did what on a day.' },
    access,
    query,
    answers: { 200: { says: { zh: '这一天的记录。', en: 'The rows of the day.' }, schema: daySchema } },
    problems,
  },
  {
    method: 'get',
    path: '/api/audit/verification',
    group,
    says: { zh: '从头查一遍，看有没有被改过。', en: 'Reads the whole log and finds any later change.' },
    access,
    answers: { 200: { says: { zh: '查的结果。', en: 'What was found.' }, schema: verdictSchema } },
    problems,
  },
  {
    method: 'get',
    path: '/audit',
    group,
    says: { zh: '同样的内容，给人看的网页。', en: 'The same, as a page.' },
    access,
    query,
    answers: { 200: PAGE },
    problems,
  },
  {
    method: 'post',
    path: '/audit',
    group,
    says: { zh: '和另外保存的末尾对一遍。', en: 'Compares with an end of the log that was kept elsewhere.' },
    access,
    form: auditHeadFormSchema,
    answers: { 200: PAGE },
    problems,
  },
];
