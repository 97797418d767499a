import type { RatingLevel, RatingReason } from '../ratings/rating-reasons.ts';
import type { LedgerRow } from '../storage/tables.ts';

/** The five levels as 好差评 names them. */
export const levelText: Readonly<Record<RatingLevel, string>> = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
};

/** What each reason says. */
export const reasonText: Readonly<Record<RatingReason, string>> = {
  complete: '要带的一次说全了',
  clear: '告知单看得懂',
  'one-trip': '跑一趟就办好了',
  quick: '办得快',
  kind: '工作人员态度好',
  'asked-for-more': '窗口还要了别的材料',
  'notice-wrong': '告知单写得不对',
  'notice-unclear': '告知单看不懂',
  'more-trips': '跑了不止一趟',
  slow: '办得慢',
  unkind: '工作人员态度不好',
  'place-wrong': '地点或时间不对',
  'page-hard': '这个页面不好用',
};

/** Kinds of ledger entries. */
export const kindText: Readonly<Record<LedgerRow['kind'], string>> = {
  surprise: '窗口另要材料',
  unanswered: '没答上来',
  handoff: '转人工',
  complaint: '投诉',
  'low-rating': '差评',
};

/** Where an entry stands. */
export const stateText: Readonly<Record<LedgerRow['state'], string>> = {
  open: '待办',
  working: '在办',
  resolved: '已整改',
  rejected: '不采纳',
};

/** The words on the citizen's side: rating a visit, and saying what went wrong. */
export const feedbackText = {
  title: '评价和反映',
  back: '回到告知单',
  hint: '不用写姓名、电话和证件号，写了也会遮住。最多 500 字。',
  fault: '没有记下来，请看下面的说明，改好再提交。',
  rating: {
    title: '办完了，评一评',
    ask: '这一趟您满意吗？',
    once: '一次办事评一次，提交以后不能改。',
    good: '哪里办得好（可以不选）',
    poor: '哪里没办好（可以不选）',
    words: '想说的话（可以不写）',
    submit: '提交评价',
    wrong: '请选一个满意程度；选的原因要和满意程度一致；话不超过 500 字。',
    given: (day: string, level: string): string => `您在${day}评的是：${level}。谢谢您。`,
    thanks: '评价已记下，谢谢您。',
    thanksPoor: (day: string): string => `评价已记下。工作人员会在${day}前核实处理，结果写在您的告知单页面上。`,
    already: '这张告知单已经评过，一次办事只评一次。',
  },
  surprise: {
    title: '窗口还要了别的材料',
    about: '告知单应该一次说全。窗口要了单子上没有的，请告诉我们，我们去核实。',
    item: '办哪件事的时候（可以不选）',
    anyItem: '说不清',
    material: '要的是什么',
    notListed: '不在这里面，我写在下面',
    words: '写下要的材料，或者补充说明',
    why: '窗口说为什么要（可以不写）',
    place: '在哪个窗口（可以不选）',
    anywhere: '不记得了',
    submit: '提交',
    wrong: '请选一样材料，或者写下窗口要的是什么；每一栏不超过 500 字。',
    next: (day: string): string =>
      `已经记在这张告知单名下。工作人员会在${day}前核实：是单子漏写了，就改单子；是窗口多要了，就纠正窗口。结果写在您的告知单页面上。`,
  },
  complaint: {
    title: '投诉',
    about: (phone: string): string => `写在这里，或者打 ${phone}。`,
    words: '要投诉什么',
    submit: '提交投诉',
    wrong: '请写下要投诉什么，不超过 500 字。',
    next: (day: string): string => `投诉已记下。工作人员会在${day}前处理，结果写在您的告知单页面上。`,
    nextByPhone: (day: string, phone: string): string =>
      `投诉已记下。工作人员会在${day}前处理。要问结果，请打 ${phone}。`,
  },
  /** After a form was taken; the day stands in the list below. */
  done: {
    poor: '评价已记下。工作人员会核实处理，期限和结果见“您反映过的”。',
    surprise: '已经记在这张告知单名下。是单子漏写了，就改单子；是窗口多要了，就纠正窗口。期限和结果见“您反映过的”。',
    complaint: '投诉已记下。期限和结果见“您反映过的”。',
  },
  tooMany: '这次办事反映的问题已到上限，记下的都在。还有要说的，请打投诉电话。',
  reported: {
    title: '您反映过的',
    due: (day: string): string => `${day}前办结`,
    result: '办理结果',
    asked: (words: string): string => `窗口另要：${words}`,
  },
} as const;

/** The words on the pages of the ledger. */
export const ledgerText = {
  title: '问题清单',
  about: '窗口另要的材料、没答上来的问题、转人工、投诉和差评。过期的排在最前面。',
  filter: '筛选',
  show: '查看',
  everything: '不限',
  unsettled: '没办结的',
  settled: '已办结',
  all: '全部',
  onlyOverdue: '只看过期的',
  empty: '没有符合条件的问题。',
  next: '下一页',
  times: (count: number): string => `${String(count)} 次`,
  overdue: '已过期',
  calendarEnds: (day: string): string =>
    `放假安排只到${day}，之后的到期日只按周末计算。新的放假通知公布后，请更换日历文件。`,
  columns: {
    what: '问题',
    item: '事项',
    count: '次数',
    state: '状态',
    due: '到期日',
    kind: '类型',
    owner: '责任人',
  },
  none: '没有',
  nobody: '还没有人接',
  said: '说了什么',
  nothingSaid: '没有留话',
  why: '窗口的说法',
  place: '在哪里',
  level: '评价',
  receipt: '告知单',
  hash: '告知单校验值',
  knowledge: '当时的知识版本',
  opened: '登记时间',
  closed: '办结时间',
  resolution: '办理结果',
  resolvedBy: '改正后的知识版本',
  summary: '已经知道的',
  alike: (count: number): string => `同一事项还有 ${String(count)} 条没办结的相同问题`,
  history: '经过',
  steps: {
    state: (state: string): string => `状态改为：${state}`,
    owner: (name: string): string => `责任人：${name}`,
    due: (day: string): string => `到期日：${day}`,
    resolution: (words: string): string => `办理结果：${words}`,
    resolved_by: (version: string): string => `改正后的知识版本：${version}`,
    note: (words: string): string => `说明：${words}`,
  },
  who: { citizen: '市民', system: '系统' },
  change: {
    title: '办理',
    state: '状态',
    keep: '不变',
    owner: '责任人',
    due: '改到期日（主管）',
    resolution: '办理结果（市民在告知单页面上能看到）',
    resolvedBy: '改正后的知识版本（改了知识才填）',
    current: (version: string): string => `现在用的是 ${version}`,
    note: '说明（只在内部看）',
    alike: '相同的问题一起改',
    submit: '保存',
    wrong: '没有保存。办结要写办理结果；改到期日要写说明，而且不能早于今天；知识版本要是发布过的。',
  },
  done: '已经保存。',
  file: '导出',
  csv: '导出 CSV',
  xlsx: '导出 XLSX',
  ratings: '评价',
  complain: {
    title: '登记投诉',
    words: '来人要投诉什么',
    submit: '登记',
  },
  surprise: { title: '窗口另要了材料', submit: '登记到问题清单' },
} as const;

/** Headings of exported columns. */
export const exportText = {
  entry: {
    ...{ id: '编号', kind: '类型', state: '状态', overdue: '是否过期', item: '事项', what: '内容', why: '窗口的说法' },
    ...{ hall: '大厅', window: '窗口', receipt: '告知单编号', hash: '告知单校验值', knowledge: '知识版本' },
    ...{ owner: '责任人', opened: '登记时间', due: '到期日', closed: '办结时间', resolution: '办理结果' },
    resolvedBy: '改正后的知识版本',
  },
  rating: { receipt: '告知单编号', level: '等级', label: '评价', reasons: '原因', words: '留言', at: '评价时间' },
  yes: '是',
  no: '否',
  ledgerSheet: '问题清单',
  ratingSheet: '评价',
} as const;
