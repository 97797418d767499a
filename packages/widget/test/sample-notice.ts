import type { Notice, NoticeLine, NoticeMaterial, NoticeSection, SectionLine } from '@onetrip/engine';

const law = '《中华人民共和国居民身份证法》第十一条';

function line(id: string, text: string, more: Partial<NoticeLine> = {}): NoticeLine {
  return { id, text, sources: ['id-card-law-11'], because: [], local: false, items: ['resident-id-card'], ...more };
}

const householdRegister: NoticeMaterial = {
  ...line('material/household-register', '居民户口簿'),
  material: 'household-register',
  originals: 1,
  copies: 0,
  keeps: 'shown',
  necessity: 'required',
  issuer: '公安机关',
  lacking: false,
  or: [],
};

/** A notice for someone who lost an ID card, as the engine writes it. */
export const sampleNotice: Notice = {
  items: [{ item: 'resident-id-card', title: '居民身份证申领、换领、补领' }],
  facts: [
    { question: 'id-card-reason', name: '办理原因', label: '身份证丢了', unsure: false },
    { question: 'age-band', name: '年龄', label: '16 周岁以上', unsure: false },
    { question: 'household-here', name: '户口所在地', label: '不清楚', unsure: true },
  ],
  eligibility: { eligible: 'yes', reasons: [], conditions: [] },
  materials: [householdRegister],
  notNeeded: [line('not-needed/1', '照片，窗口现场拍')],
  first: [],
  steps: [line('step/1', '取号'), line('step/2', '现场拍照、录指纹')],
  fees: [{ ...line('fee/1', '丢失补领工本费'), amount: 40, currency: 'CNY' }],
  total: 40,
  time: [line('time/1', '60 日内')],
  deadlines: [],
  results: [],
  places: [],
  proxy: [],
  online: [],
  suggestions: [line('suggest/1', '急用可以同时办临时身份证', { addItem: 'temporary-id-card' })],
  warnings: [],
  deferrable: [],
  handoff: [],
  help: { hotline: '0000-12345', complaint: '0000-12315' },
  sources: [
    {
      id: 'id-card-law-11',
      title: '中华人民共和国居民身份证法',
      article: '第十一条',
      date: '2011-10-29',
      address: 'https://flk.npc.gov.cn/',
      quote: '公民申请换领、补领居民身份证，应当交验居民户口簿。',
    },
  ],
  knowledge: { version: '3f9a11c27b04', date: '2026-11-20' },
  region: { id: 'demo', name: '示例市', fictional: true },
  today: '2026-11-22',
  number: '482019355174',
};

function row(id: string, text: string, more: Partial<SectionLine> = {}): SectionLine {
  return { id, text, details: [], sources: [law], because: [], local: false, tick: false, ...more };
}

/** The same notice as headed lists. */
export const sampleSections: readonly NoticeSection[] = [
  {
    id: 'materials',
    title: '要带的（2 样）',
    lines: [
      row('material/household-register', '居民户口簿', {
        tick: true,
        material: 'household-register',
        details: ['原件 1 份，看过就还您', '没有的话：到户口所在地派出所补领户口簿。'],
      }),
      row('material/application-form', '居民身份证申领登记表', {
        tick: true,
        material: 'application-form',
        details: ['到窗口现场填写'],
      }),
    ],
  },
  {
    id: 'maybe',
    title: '看情况带的（1 样）',
    lines: [
      row('material/residence-permit', '居住证', {
        tick: true,
        local: true,
        material: 'residence-permit',
        when: '如果户口在外地',
        details: ['原件 1 份，看过就还您', '弄清楚的办法：看户口簿首页的住址。'],
      }),
    ],
  },
  { id: 'not-needed', title: '不用带的', lines: [row('not-needed/1', '照片，窗口现场拍')] },
  {
    id: 'steps',
    title: '到了窗口',
    lines: ['取号', '现场拍照、录指纹', '核对信息、签字', '缴费，领回执'].map((text, at) => row(`step/${at}`, text)),
  },
  { id: 'fees', title: '多少钱', lines: [row('fee/1', '丢失补领工本费 40 元')] },
  {
    id: 'time',
    title: '多久',
    lines: [row('time/1', '法定 60 日内'), row('time/2', '承诺 20 个工作日', { local: true, sources: [] })],
  },
  {
    id: 'places',
    title: '去哪里',
    lines: [
      row('place/1', '示例市政务服务中心', {
        sources: [],
        details: [
          '地址：示例市中心大道 1 号',
          '1 楼 户籍窗口 6–9 号，有低位窗口',
          '时间：周一至周五 09:00–12:00 13:30–17:00',
          '电话：0000-0000001',
        ],
      }),
    ],
  },
  { id: 'proxy', title: '别人能代办吗', lines: [row('proxy/1', '不能代办，要本人到窗口录指纹。')] },
  {
    id: 'suggestions',
    title: '可以一起办的',
    lines: [row('suggest/1', '急用可以同时办临时居民身份证，10 元，有效期 3 个月', { addItem: 'temporary-id-card' })],
  },
  {
    id: 'help',
    title: '有问题找谁',
    lines: [
      row('help/hotline', '咨询：0000-12345', { sources: [] }),
      row('help/complaint', '投诉：0000-12315', { sources: [] }),
    ],
  },
];
