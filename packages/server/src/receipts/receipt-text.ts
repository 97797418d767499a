/** Everything that stands on the pages of receipts besides the notice itself. */
export const receiptText = {
  guide: '一趟清',
  fictional: (region: string): string => `${region}是虚构的，这里的地址、电话和时间都不是真的。`,
  fictionalMark: '演示',
  skip: '跳到正文',
  title: '一次性告知单',
  pageTitle: (titles: readonly string[]): string => `一次性告知单：${titles.join('、')}`,
  number: '编号',
  items: '办理事项',
  facts: '按您说的',
  unsure: (name: string): string => `${name}：不清楚`,
  /** Behind a condition. */
  colon: '：',
  local: '以当地窗口为准',
  basis: '依据',
  quote: (words: string): string => `“${words}”`,
  original: '原文怎么说',
  told: (day: string): string => `告知日期：${day}`,
  rules: (day: string, version: string): string => `规则日期：${day}　版本：${version}`,
  scan: '扫码看这张单子，和之后规则有没有变',
  /** On paper only. */
  signatures: { teller: '告知人（签字）', told: '被告知人（签字）', day: '日期' },

  changes: {
    same: (day: string): string => `${day}核对过：规则没有变，这张单子上写的还是这样。`,
    changed: (day: string): string => `这张单子给出以后，规则有变化。按${day}的规则，下面几处不一样了：`,
    unknown: '这张单子没法和今天的规则比较。去之前，请打咨询电话问一下有没有变化。',
    withdrawn: (titles: readonly string[]): string =>
      `${titles.join('、')}现在没有这个事项了。去之前，请打咨询电话问一下怎么办。`,
    added: '新增',
    removed: '不用了',
    changedLine: '改了',
    was: '原来：',
    now: '现在：',
    askAgain: '重新问一次，拿一张新的单子',
    original: '下面是当时告知的原文，一个字也没有改。',
  },

  links: {
    title: '保存和打印',
    print: '要打印，请用浏览器菜单里的“打印”，纸张选 A4。',
    text: '文字版',
    calendar: '把最后期限加到日历',
    erase: '删除这张单子',
    keep: '请收好这个网址或者二维码。知道网址的人都能看到这张单子，给家人看可以，不要发到公开的地方。',
  },

  damaged: {
    title: '这张单子不能作数',
    text: '存档里的内容和当时给您的不一致，可能被人改动过，所以不显示。请打咨询电话，或者重新问一次。',
    clerkText:
      '存档里的内容和当时的校验值不一致，可能被人改动过，不能作为告知的依据。请马上告诉管理员，并请来人重新咨询一次。',
  },

  gone: {
    unknownTitle: '没有这张告知单',
    unknown: '网址可能抄错了，或者单子已经过了保存期，按规定删除了。您可以重新问一次，几分钟就能拿到新的单子。',
    erasedTitle: '这张告知单已经删除',
    erased: '它按您的要求删除了，包括您说过的话和选过的答案，没有办法恢复。您可以重新问一次。',
    again: '重新问一次',
  },

  erase: {
    title: '要删除这张告知单吗',
    what: '会删除：这张单子和它的编号、这次咨询里您说过的话和选过的答案、同一次咨询的其他单子、您评价时写的话。',
    after: '删除以后，窗口用编号也查不到了，没有办法恢复。已经交给窗口处理的问题会继续处理，但不再和您的咨询连在一起。',
    confirm: '删除，不再保留',
    back: '不删，回到单子',
  },

  desk: {
    title: '查告知单',
    about: '输入来人单子上的编号，看当时告知了什么、按哪些情况、依据哪一版规则。每次查看都有记录。',
    label: '告知单编号（12 位数字）',
    hint: '空格、横线、全角数字和“四八二零”这样的写法都可以。',
    find: '查看',
    tick: '带齐了就勾上，勾选只在这一页，不会保存。',
    asked: (day: string): string => `${day}给出。`,
    spoken: (number: string): string => `编号读作：${number}。`,
  },
} as const;
