import type { Weekday } from '../../model/region.ts';
import type { AmountInWords, NoticeSentences } from '../notice-sentences.ts';
import { wordsZhCn } from './words.ts';

/** What stands on a notice in Chinese. */
export const noticeZhCn: NoticeSentences = {
  title: '一次性告知单',
  sections: {
    ineligible: '现在办不了',
    handoff: '要由工作人员来办',
    first: '先办好这些',
    materials: '要带的',
    maybe: '看情况带的',
    forms: '不用带，到窗口填的',
    'not-needed': '不用带的',
    conditions: '办理条件',
    steps: '到了窗口',
    fees: '多少钱',
    time: '多久',
    deadlines: '最晚什么时候办',
    places: '去哪里',
    proxy: '别人能代办吗',
    online: '能在网上办吗',
    results: '办好后',
    suggestions: '可以一起办的',
    warnings: '请留意',
    deferrable: '可以后补的',
    help: '有问题找谁',
    why: '为什么问这个',
  },
  materialsTitle: (count) => `要带的（${count} 样）`,
  maybeTitle: (count, phone) => `看情况带的（${count} 样），拿不准请打 ${phone}`,
  perhapsIneligible: '可能办不了，请先弄清楚',
  perhapsHandoff: '可能要由工作人员来办，请先弄清楚',
  nothingToBring: '不用带材料。',
  amount: amountInWords,
  anyOne: '下面任选一样：',
  ifMissing: (howToGet) => `没有的话：${howToGet}`,
  lacking: '您说没有这一样，请先办好。',
  deferrable: '可以后补',
  deferrableHow: '缺这一样也先受理，写一份书面承诺，按窗口给的期限补交。',
  waived: (material) => `${material}（免交，由部门自己查）`,
  photo: (rule) => `照片：${rule}`,
  issuer: (name) => `由${name}出具`,
  sentenceGap: '。',
  partGap: '；',
  when: (when, kind) => `${when}${kind === 'line' ? '：' : kind === 'choice' ? '，' : '，带'}`,
  localWords: '以窗口为准',
  local: '以当地窗口为准',
  find: (ways) => `弄清楚的办法：${ways.join('')}`,
  ofItem: (title, text) => `${title}：${text}`,
  instead: (where) => `可以这样办：${where}`,
  fee: (label, amount) =>
    amount === undefined
      ? `${label}：多少钱以当地窗口为准`
      : amount === 0
        ? `${label}：不收费`
        : `${label} ${amount} 元`,
  free: '这份规则里没有收费项目。',
  total: (yuan) => (yuan === 0 ? '合计：不收费' : `合计 ${yuan} 元`),
  address: (address) => `地址：${address}`,
  phone: (phone) => `电话：${phone}`,
  hours: (spans) => `时间：${spans}`,
  window: ({ name, numbers, floor, low }) =>
    `${floor === undefined ? '' : `${floor} 楼 `}${name} ${numbers}${low ? '，有低位窗口' : ''}`,
  access: (list) => `无障碍：${list.join('、')}`,
  hotline: (phone) => `咨询：${phone}`,
  complaint: (phone) => `投诉：${phone}`,
  extraMaterial: '窗口要了这张单子以外的材料，请告诉我们，我们会查清楚。',
  facts: (facts) => `按您说的：${facts.join(' · ')}`,
  unsureFact: (name) => `${name}：不清楚`,
  sourcesTitle: '依据',
  source: ({ title, article }) => `《${title.replace(/^《(.*)》$/u, '$1')}》${article ?? ''}`,
  sourceDate: (date) => (date === 'undated' ? '原文没有日期' : wordsZhCn.date(date)),
  number: (number) => `编号：${number}`,
  ruleDate: (iso) => `规则日期：${wordsZhCn.date(iso)}`,
  version: (version) => `版本：${version}`,
  judgedOn: (iso) => `告知日期：${wordsZhCn.date(iso)}`,
  fictional: (region) => `${region}是演示用的虚构城市，地点、电话和时间都不是真的。`,
  writing: {
    time: {
      legal: (say) => `法定${gapBefore(say)}${say}`,
      promised: (say) => `承诺${gapBefore(say)}${say}`,
      local: (say) => say,
    },
    weekdays: {
      mon: '周一',
      tue: '周二',
      wed: '周三',
      thu: '周四',
      fri: '周五',
      sat: '周六',
      sun: '周日',
    },
    dayRange: (from, to) => `${weekday(from)}至${weekday(to)}`,
    everyDay: '每天',
    closedDays: (from, to, why) =>
      `${wordsZhCn.date(from)}${from === to ? '' : `至${wordsZhCn.date(to)}`}不开门：${why}`,
    openOn: (iso, as) => `${wordsZhCn.date(iso)}开门，时间同${weekday(as)}`,
    issuedInTrip: (material, title) => `您没有${material}，这一趟先办：${title}`,
    issuedBy: (material, title) => `您没有${material}，要先办：${title}`,
    getFirst: (material, howToGet, issuer) =>
      howToGet === undefined ? `先找${issuer}办好${material}` : `先办好${material}：${howToGet.replace(/。$/u, '')}`,
    showBeforeHandingIn: '先给只看不收的窗口看，再交给收走的窗口',
    ofTheseKept: (count) => `其中 ${count} 份窗口收走`,
    besidesFilled: (count) => `另有 ${count} 份到窗口现场填写`,
    extraIf: (condition, { originals, copies, kept, filled }) =>
      [
        `如果${condition}`,
        ...(originals > 0 ? [`再加原件 ${originals} 份`] : []),
        ...(kept > 0 ? [`窗口要收走原件 ${kept} 份`] : []),
        ...(copies > 0 ? [`再加复印件 ${copies} 份`] : []),
        ...(filled > 0 ? [`再到窗口填写 ${filled} 份`] : []),
      ].join('，'),
    amountIf: (condition, amount) => `如果${condition}，${amountInWords(amount)}`,
    atMost: '最多带这些',
    photo: (size, background, within) =>
      [size, ...(background === undefined ? [] : [background]), ...(within === undefined ? [] : [within])].join('，'),
    forItems: (names) => `办${names.join('、')}用`,
    ofItems: (names, text) => `办${names.join('、')}：${text}`,
    alsoAs: (count, material) => `其中 ${count} 份用作${material}`,
    noteIf: (condition, note) => `如果${condition}：${note}`,
    windowPhone: (window, phone) => `${window}电话：${phone}`,
    windowOnFloor: (floor, window) => `${floor} 楼 ${window}`,
    condition: {
      always: '任何情况',
      never: '没有这种情况',
      unnamed: '窗口当面核实后需要',
      thisMaterial: '这样材料',
      lacks: (material) => `没有${material}`,
      has: (material) => `有${material}`,
      oneOf: (conditions) => `符合下面一种：${conditions.join('；')}`,
      notSo: (condition) => `不是这样：${condition}`,
      oneAnswerOf: (question, labels) => `${question}是${labels.map((label) => `“${label}”`).join('或')}`,
      noneOf: (question, labels) => `${question}不是${labels.map((label) => `“${label}”`).join('或')}`,
      measured: (question, range) => `${question}${/^\d/u.test(range) ? ' ' : ''}${range}`,
    },
  },
};

/** 法定 60 日内, but 法定：填表之日起 60 日内. */
function gapBefore(say: string): string {
  return /^\d/u.test(say) ? ' ' : '：';
}

function weekday(day: Weekday): string {
  return noticeZhCn.writing.weekdays[day];
}

function amountInWords({ originals, copies, keeps }: AmountInWords): string {
  if (keeps === 'filled') {
    const filled = originals > 1 ? `到窗口现场填写，共 ${originals} 份` : '到窗口现场填写';
    return copies > 0 ? `${filled}；复印件 ${copies} 份` : filled;
  }
  const parts = [
    ...(originals > 0 ? [`原件 ${originals} 份，${keeps === 'shown' ? '看过就还您' : '窗口收走'}`] : []),
    ...(copies > 0 ? [`复印件 ${copies} 份`] : []),
  ];
  return parts.join('；');
}
