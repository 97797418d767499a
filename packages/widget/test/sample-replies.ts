import type {
  AnsweredQuestion,
  AskedQuestion,
  AskReply,
  ChooseReply,
  FactReply,
  HandoffReply,
  NoticeReply,
  NotFoundReply,
  ProblemReply,
} from '@onetrip/engine';
import { sampleNotice } from './sample-notice.ts';

const base = { say: [], understood: [], answered: [], trip: [] };

const trip = [{ item: 'resident-id-card', title: '居民身份证申领、换领、补领' }];

/** Answers in the shape of a reply. */
export const lost: AnsweredQuestion = {
  question: 'id-card-reason',
  name: '办理原因',
  ask: '这次是什么情况？',
  value: 'lost',
  label: '身份证丢了',
  unsure: false,
};

export const adult: AnsweredQuestion = {
  question: 'age-band',
  name: '年龄',
  ask: '身份证是给谁办？',
  value: 'adult',
  label: '16 周岁以上',
  unsure: false,
};

export const reasonQuestion: AskedQuestion = {
  id: 'id-card-reason',
  kind: 'choice',
  text: '这次是什么情况？',
  options: [
    { value: 'first', label: '第一次办' },
    { value: 'expired', label: '到期了' },
    { value: 'lost', label: '丢了' },
    { value: 'damaged', label: '坏了' },
  ],
};

export const ageQuestion: AskedQuestion = {
  id: 'age-band',
  kind: 'choice',
  text: '身份证是给谁办？',
  help: '按办理当天的周岁算。',
  options: [
    { value: 'adult', label: '16 周岁以上的成年人' },
    { value: 'under-16', label: '不满 16 周岁的孩子' },
  ],
};

export const hereQuestion: AskedQuestion = {
  id: 'household-here',
  kind: 'choice',
  text: '您的户口在本市吗？',
  options: [
    { value: 'here', label: '在本市' },
    { value: 'elsewhere', label: '在外地' },
  ],
};

export const yearsQuestion: AskedQuestion = {
  id: 'age',
  kind: 'number',
  text: '开车的人多大年纪？',
  unit: '周岁',
  options: [
    { value: '..60', label: '不满 60 周岁' },
    { value: '60..70', label: '60 到 69 周岁' },
    { value: '70..', label: '70 周岁以上' },
  ],
};

export const greeting: ChooseReply = {
  ...base,
  kind: 'choose',
  say: ['您好，我是一趟清。说说您要办什么事，我一次把要带的都告诉您。'],
  candidates: [
    { item: 'resident-id-card', title: '居民身份证申领、换领、补领' },
    { item: 'birth-registration', title: '出生登记' },
    { item: 'passport', title: '普通护照申领、换发、补发' },
    { item: 'driving-licence-renew', title: '机动车驾驶证期满换证' },
  ],
};

export const askAge: AskReply = {
  ...base,
  kind: 'ask',
  say: ['您要办的是：居民身份证申领、换领、补领。'],
  understood: [lost],
  answered: [lost],
  trip,
  question: ageQuestion,
  remaining: { atMost: 1 },
  checklist: {
    certain: [{ material: 'household-register', name: '居民户口簿', questions: [], because: '' }],
    possible: [
      { material: 'residence-permit', name: '居住证', questions: ['household-here'], because: '看“户口所在地”' },
    ],
    dropped: [{ material: 'old-id-card', name: '原居民身份证', questions: ['id-card-reason'], because: '身份证丢了' }],
  },
};

export const askHere: AskReply = {
  ...askAge,
  say: [],
  understood: [],
  answered: [lost, adult],
  question: hereQuestion,
  remaining: { atMost: 0 },
};

/** The reply to `change`: the earlier question, put again. */
export const askReasonAgain: AskReply = { ...askHere, say: ['好，请重新回答这个问题。'], question: reasonQuestion };

export const notice: NoticeReply = {
  ...base,
  kind: 'notice',
  say: ['都问清楚了。要带的一共 2 样。另有 1 样要看情况带，告知单上写着怎么弄清楚。'],
  answered: [
    lost,
    adult,
    {
      question: 'household-here',
      name: '户口所在地',
      ask: '您的户口在本市吗？',
      value: null,
      label: '不清楚',
      unsure: true,
    },
  ],
  trip,
  notice: sampleNotice,
};

export const why: FactReply = {
  ...base,
  kind: 'fact',
  say: ['因为它决定您带不带居住证，去哪里办。'],
  answered: [lost],
  trip,
  aspect: 'why',
  sections: [],
};

export const fee: FactReply = {
  ...base,
  kind: 'fact',
  say: ['收费是这样：'],
  answered: [lost],
  trip,
  aspect: 'fee',
  sections: [
    {
      id: 'fees',
      title: '多少钱',
      lines: [
        {
          id: 'fee/1',
          text: '丢失补领工本费 40 元',
          details: ['缴费可以用手机'],
          sources: [],
          because: [],
          local: false,
          tick: false,
        },
      ],
    },
  ],
};

export const handoff: HandoffReply = {
  ...base,
  kind: 'handoff',
  say: ['好，转给工作人员。'],
  answered: [lost],
  trip,
  reason: 'asked',
  phone: '0000-12345',
  summary: ['居民身份证申领、换领、补领', '身份证丢了'],
};

export const notFound: NotFoundReply = {
  ...base,
  kind: 'not-found',
  say: ['我这里没有找到这件事。请换个说法再说一遍，或者打 0000-12345 问工作人员。'],
  phone: '0000-12345',
  candidates: [],
};

export const notUnderstood: ProblemReply = {
  ...base,
  kind: 'problem',
  code: 'not-understood',
  say: ['这句话我没听懂。请换个说法，或者从选项里选一个。'],
  question: ageQuestion,
};
