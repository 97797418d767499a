import type { Condition } from '../model/condition.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Material } from '../model/material.ts';
import type { Notice } from '../model/notice.ts';
import type { MaterialObligation, MaterialUse, Obligation } from '../model/obligation.ts';
import type { Outcome, OutcomeLine } from '../model/outcome.ts';
import type { Question } from '../model/question.ts';
import type { ServiceItem } from '../model/service-item.ts';
import type { Situation } from '../model/situation.ts';
import { questionsOf } from '../rules/questions-of.ts';
import { writeNotice } from './write-notice.ts';

/** A condition that always holds. */
export const always: Condition = { all: [] };

/** Questions that the tests of this floor share. */
export const questions: readonly Question[] = [
  {
    id: 'reason',
    kind: 'choice',
    ask: '这次是什么情况？',
    name: '办理原因',
    find: '看证件背面。',
    options: [
      { value: 'lost', label: '丢了', fact: '身份证丢了' },
      { value: 'damaged', label: '坏了', fact: '身份证坏了' },
      { value: 'expired', label: '到期了', fact: '身份证到期' },
      { value: 'first', label: '第一次办', fact: '第一次办身份证' },
    ],
  },
  { id: 'age', kind: 'number', ask: '多大？', name: '年龄', find: '看出生日期。', options: [], unit: '周岁', min: 0 },
  {
    id: 'household',
    kind: 'choice',
    ask: '户口在本市吗？',
    name: '户口所在地',
    find: '看户口簿首页。',
    options: [
      { value: 'here', label: '在本市', fact: '户口在本市' },
      { value: 'away', label: '在外地', fact: '户口在外地' },
    ],
  },
  {
    id: 'guardian',
    kind: 'choice',
    ask: '监护人能来吗？',
    name: '监护人到场',
    find: '问一问家里人。',
    askWhen: { question: 'age', compare: { lt: 16 } },
    options: [
      { value: 'can', label: '能来', fact: '监护人陪同' },
      { value: 'cannot', label: '来不了', fact: '监护人不能陪同' },
    ],
  },
  { id: 'issued', kind: 'date', ask: '哪天发的？', name: '发证日期', options: [] },
  { id: 'area', kind: 'number', ask: '多大面积？', name: '面积', options: [], unit: '平方米' },
];

const materials: readonly Material[] = [
  { id: 'register', name: '居民户口簿', issuer: '公安机关', howToGet: '到派出所补领。', issuedBy: 'register-reissue' },
  { id: 'card', name: '居民身份证', issuer: '公安机关', issuedBy: 'id-card' },
  { id: 'permit', name: '居住证', issuer: '公安机关', howToGet: '到居住地派出所申请。' },
  { id: 'form', name: '《申请表》', issuer: '公安机关' },
  { id: 'photo', name: '一寸照片', issuer: '本人', photo: { size: '1 寸' } },
  {
    id: 'white-photo',
    name: '一寸白底照片',
    issuer: '本人',
    photo: { size: '1 寸', background: '白底', within: '近 6 个月' },
  },
  { id: 'deed', name: '不动产权证书', issuer: '不动产登记机构' },
];

/** A small knowledge: three items, and whatever a test replaces. */
export function knowledgeWith(changes: Partial<Knowledge> = {}): Knowledge {
  return {
    version: '0123456789ab',
    date: '2026-11-20',
    region: {
      id: 'demo-city',
      name: '示例市',
      fictional: true,
      hotline: '0000-12345',
      complaint: '0000-12346',
      halls: [
        {
          id: 'hall',
          name: '示例市政务服务中心',
          address: '示例路 1 号',
          phone: '0000-0000000',
          access: ['轮椅坡道'],
          hours: {
            weekly: [
              { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '12:00' },
              { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '13:30', to: '17:00' },
            ],
            closed: [
              { on: '2026-12-01', why: '盘点' },
              { on: '2026-12-02', why: '盘点' },
              { on: '2027-05-03', why: '劳动节' },
            ],
            open: [{ on: '2026-11-28', as: 'fri' }],
          },
          windows: [
            { id: 'passport', name: '出入境窗口', numbers: '12–15 号', floor: 2, low: true, phone: '0000-0000002' },
            { id: 'household', name: '户籍窗口', numbers: '6–9 号', floor: 1, low: false },
            { id: 'help', name: '导办台', numbers: '1 号', floor: 1, low: true },
          ],
        },
      ],
    },
    items: [
      item('id-card', '居民身份证补领', '居民身份证'),
      item('passport', '普通护照申领', '普通护照'),
      item('register-reissue', '居民户口簿补领', '居民户口簿'),
    ],
    questions,
    materials,
    authorities: [],
    sources: [
      { id: 'law', grade: 'law', title: '中华人民共和国居民身份证法', article: '第十条', date: '2011-10-29' },
      { id: 'page', grade: 'official', title: '办事指南', date: 'undated' },
      { id: 'blog', grade: 'third-party', title: '某网站', date: '2020-01-01' },
    ],
    lifeEvents: [],
    search: { postings: {}, lengths: [], synonyms: {}, simplified: {}, initials: [] },
    ...changes,
  };
}

/** A service item without obligations, unless given. */
export function item(id: string, title: string, name: string, obligations: readonly Obligation[] = []): ServiceItem {
  return {
    id,
    title,
    name,
    aliases: [],
    domain: 'identity',
    status: 'active',
    authority: 'police',
    checked: { on: '2026-11-20', by: '示例市知识组' },
    questions: questions.map((question) => question.id),
    obligations,
    examples: [],
  };
}

/** What every obligation has, from law and certain. */
const base = { when: always, sources: ['law'], local: false } as const;

/** A demand for one material. */
export function material(
  id: string,
  use: Partial<MaterialUse> = {},
  more: Partial<MaterialObligation> = {},
): MaterialObligation {
  return anyOf([{ material: id, ...use }], { id: `material/${id}`, ...more });
}

/** A demand for any one of several materials. */
export function anyOf(
  uses: readonly (Partial<MaterialUse> & { material: string })[],
  more: Partial<MaterialObligation> = {},
): MaterialObligation {
  return {
    ...base,
    kind: 'material',
    id: `material/${uses.map((use) => use.material).join('-or-')}`,
    necessity: 'required',
    ...more,
    anyOf: uses.map((use) => ({ originals: 1, copies: 0, keeps: 'shown' as const, ...use })),
  };
}

/** A line of sentences. */
export function say(
  kind: Extract<Obligation, { say: string }>['kind'],
  text: string,
  more: Record<string, unknown> = {},
): Obligation {
  return { ...base, kind, id: `${kind}/${text}`, say: text, ...more } as Obligation;
}

/** A charge. */
export function fee(label: string, amount?: number): Obligation {
  return {
    ...base,
    kind: 'fee',
    id: `fee/${label}`,
    label,
    currency: 'CNY',
    ...(amount === undefined ? {} : { amount }),
  };
}

/** A line that the rules decided, or left open. */
export function line(owner: string, obligation: Obligation, open?: Condition): OutcomeLine {
  if (open === undefined) return { item: owner, obligation, holds: 'yes' };
  return { item: owner, obligation, holds: 'unknown', open, questions: questionsOf(open) };
}

/** The notice of some lines; the trip is their items in the order of mention. */
export function noticeOf(
  lines: readonly OutcomeLine[],
  { situation = {}, knowledge = knowledgeWith() }: { situation?: Partial<Situation>; knowledge?: Knowledge } = {},
): Notice {
  const outcome: Outcome = { trip: [...new Set(lines.map((entry) => entry.item))], lines };
  return writeNotice(knowledge, outcome, { today: '2026-11-22', answers: {}, lacks: [], ...situation });
}

/** "The answer is one of these." */
export function is(question: string, ...values: readonly string[]): Condition {
  return { question, is: values };
}
