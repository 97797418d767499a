import type { Words } from './words.ts';

/** The interface in Chinese, as it is written for citizens on the mainland. */
export const zhCn: Words = {
  name: '一趟清',
  tagline: '要带什么、去哪里、多少钱，一次说清',
  notice: '一次性告知单',
  person: '您',
  loading: '正在打开',
  sending: '正在想',
  separator: '、',

  header: { larger: '大字', restart: '重新开始', clerk: '转人工' },

  examples: {
    lead: '您可以这样说',
    sayings: ['给宝宝上户口', '身份证丢了', '护照快到期了'],
    items: '也可以直接点要办的事',
  },

  composer: {
    first: '说说您要办什么事',
    example: '比如：身份证丢了怎么补',
    later: '也可以打字回答，或者问别的',
    send: '发送',
    left: (count) => `还能写 ${count} 个字`,
  },

  question: {
    remaining: (atMost) => `还要问最多 ${atMost} 个问题`,
    last: '这是最后一个问题',
    unsure: '不清楚',
    why: '为什么问这个',
    because: '因为',
    typeNumber: (unit) => (unit ? `或者直接填数字（${unit}）` : '或者直接填数字'),
    typeDate: '或者直接填日期',
    confirm: '确定',
    options: (count) => `${count} 个选项`,
    keep: '不改了',
    changing: '改成哪一个？',
    chosen: '现在选的',
  },

  answers: {
    understood: '我理解的',
    answered: '您说的',
    change: '改',
    changeWhat: (name) => `改：${name}`,
    dormant: '现在不用问了',
    added: '多了',
    removed: '少了',
    same: '改好了，告知单没有变化。',
  },

  trip: {
    lead: '您要办的',
    notThis: '不是这个？',
    remove: '去掉',
    removeWhat: (title) => `去掉：${title}`,
    notThisWhat: (title) => `不是这个？${title}`,
  },

  choices: {
    lead: '您要办的是哪一件？',
    none: '都不是',
    sayOtherwise: '换个说法再告诉我，我重新找。',
  },

  checklist: {
    title: '要带的',
    empty: '回答几个问题，清单就会列在这里。',
    certain: (count) => `确定要带（${count}）`,
    possible: (count) => `可能要带（${count}）`,
    dropped: (count) => `不用带（${count}）`,
    summary: (certain, possible) => {
      if (certain === 0) return `可能 ${possible} 样`;
      return possible > 0 ? `确定 ${certain} 样，可能还有 ${possible} 样` : `确定 ${certain} 样`;
    },
  },

  sheet: {
    number: '编号',
    facts: '按您说的',
    lack: '我没有这样材料',
    lackWhat: (material) => `我没有这样材料：${material}`,
    have: '您说没有这样。其实有',
    haveWhat: (material) => `您说没有这样。其实有：${material}`,
    add: '加上这件事',
    addWhat: (title) => `加上这件事：${title}`,
    basis: '依据',
    reasons: '原因',
    because: (line, answers) => `${line}：因为${answers.join('、')}`,
    sources: (count) => `依据（${count}）`,
    basisMark: (numbers) => `〔${numbers.join('、')}〕`,
    sourceAddress: '原文网址',
    local: '以当地窗口为准',
    packed: (done, all) => `已备好 ${done} / ${all}`,
    print: '打印',
    restart: '重新开始',
    clerk: '转人工',
    rules: (date, version) => `规则核对日期 ${date} · 版本 ${version}`,
    today: (date) => `本单日期 ${date}`,
    earlier: (count) => `刚才的对话（${count} 条）`,
    maybe: '如果',
    changedTo: '改了以后',
  },

  handoff: {
    title: '转给值班人员',
    orCall: '也可以打电话问',
    phone: '请打',
    goOn: '接着自己办',
    known: '已经知道的，不用再说一遍',
  },

  did: {
    lack: (material) => `我没有${material}`,
    add: (title) => `加上：${title}`,
    remove: (title) => `不办：${title}`,
    clerk: '转人工',
    back: '上一步',
  },

  problem: {
    title: '刚才没成功',
    retry: '再试一次',
    byCode: {
      unreachable: '没有连上网络。您写的都还在，请再试一次。',
      'unknown-consultation': '这次咨询隔得太久，已经关闭。请点“重新开始”，您写的字还在。',
      'unreadable-knowledge': '规则没有读出来。请过一会儿再试，或者打电话问。',
    },
    other: '刚才没有办成。您写的都还在，请再试一次。',
    misconfigured: '这个页面没有设置好：请写上 api 或 knowledge 的地址。',
  },

  desk: {
    title: '一趟清 · 接线台',
    search: '来电人要办什么',
    searchHint: '写事项名、俗称或拼音首字母，例如 sfz，按回车选第一个',
    searchSecond: '再加一件事',
    found: (count) => `找到 ${count} 件`,
    noneFound: '没有找到，换个说法试试',
    questions: '要问的',
    open: (open, all) => `还没定的 ${open} / ${all}`,
    settled: '都定了',
    undecided: '还没定',
    moot: '答案不再影响结果',
    dormant: '这种情况不用问',
    unsure: '来电人不清楚',
    addItem: '加一件事',
    readAloud: '念给来电人听',
    readNext: '下一句',
    readPrevious: '上一句',
    readPlace: (now, all) => `第 ${now} 句，共 ${all} 句`,
    again: '换一位来电人',
    keys: '按键说明',
    close: '关闭',
    empty: '选好事项以后，问题在这里，告知单在右边。',
    typed: (unit) => (unit ? `填数字（${unit}）` : '填数字'),
    keyList: [
      { keys: ['1', '–', '9'], does: '选当前问题的第几个答案' },
      { keys: ['0'], does: '来电人不清楚' },
      { keys: ['↑', '↓'], does: '上一个、下一个问题' },
      { keys: ['Enter'], does: '下一个还没定的问题' },
      { keys: ['空格'], does: '念下一句，Shift 加空格念上一句' },
      { keys: ['+'], does: '再加一件事' },
      { keys: ['/'], does: '回到搜索框' },
      { keys: ['Esc'], does: '回到搜索框，关闭说明' },
      { keys: ['?'], does: '看按键说明' },
    ],
  },
};
