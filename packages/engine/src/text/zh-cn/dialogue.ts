import type { Aspect } from '../../model/obligation.ts';
import type { HandoffReply } from '../../model/reply.ts';
import type { ConcludedCounts, DecidedByAnswer, DecidedKind, DialogueSentences } from '../dialogue-sentences.ts';

/** What OneTrip says in Chinese while it asks. */
export const dialogueZhCn: DialogueSentences = {
  greeting: '您好，我是一趟清。说说您要办什么事，我一次把要带的都告诉您。',
  examples: (utterances) => `您可以这样说：${utterances.join('、')}。`,
  trip: (titles) => `您要办的是：${titles.join('；')}。`,
  understood: (facts) => `我理解的：${facts.map(({ name, label }) => `${name}：${label}`).join('；')}。`,
  remaining: (atMost) => (atMost === 0 ? '这是最后一个问题。' : `还要问最多 ${atMost} 个问题。`),
  lookAt: (questionNames) => `看${questionNames.map((name) => `“${name}”`).join('、')}`,
  chooseFirst: '您可以从下面选一件，也可以直接说要办的事。',
  chooseOne: '您要办的是下面哪一件？都不是的话，请换个说法再说一遍。',
  notFound: (phone) => `我这里没有找到这件事。请换个说法再说一遍，或者打 ${phone} 问工作人员。`,
  nearest: '您要办的是不是下面这些？',
  handoff: (reason, phone) => `${handoffReasons[reason]}请打 ${phone}，把已经知道的情况告诉他们，就不用从头再说。`,
  handoffSummary: (facts) => `已经知道的是：${facts.join('；')}。`,
  discontinued: (title, say) => `${title}现在不办了。${say}`,
  instead: (title) => `您可以办：${title}。`,
  problem: {
    'empty-message': '没有收到文字。请说说您要办什么事，或者选一个答案。',
    'message-too-long': '这段话超过 500 个字了。请用一两句话说说您要办什么事。',
    'unknown-item': '这里没有这件事。请从列出的事里选一件，或者换个说法再说一遍。',
    'unknown-question': '没有这个问题。请回答现在问的这一个。',
    'unknown-option': '这个答案不在选项里。请从选项里选一个，拿不准就选“不清楚”。',
    'unknown-material': '没有这样材料。请从要带的材料里选一样。',
    'nothing-to-change': '前面没有可以改的答案。请接着往下答。',
    'no-trip-yet': '还不知道您要办什么事。请先说说要办的事。',
    'not-understood': '这句话我没听懂。请换个说法，或者从选项里选一个；要找工作人员，请说“人工”。',
  },
  difference,
  concluded,
  fact: (aspect) => factTitles[aspect],
  wholeNotice: '要看完整的告知单，请接着回答问题。',
  nothingWritten: (phone) => `这件事的规则里没有写这一项，请打 ${phone} 问工作人员。`,
  added: (title) => `好，加上了：${title}。`,
  alreadyThere: (title) => `${title}已经在这一趟里了。`,
  removed: (title) => `好，去掉了：${title}。`,
  lacking: (material, howToGet) =>
    howToGet === undefined ? `记下了，您没有${material}。` : `记下了，您没有${material}。${stopped(howToGet)}`,
  offerIssuer: (title) => `可以一起办：${title}。要加上吗？`,
  why,
  tookUnsure: '好，先按不清楚来。告知单上会写明怎么弄清楚。',
  findOut: (find) => `弄清楚的办法：${stopped(find)}`,
  changeAnswer: '好，请重新回答这个问题。',
  wentBack: '好，回到上一个问题。',
  startedAgain: '好，从头开始。',
  askAgain: '请再回答一次。',
};

const handoffReasons: Readonly<Record<HandoffReply['reason'], string>> = {
  asked: '好，转给工作人员。',
  outside: '这件事我还不会回答，不想让您白跑一趟。',
  rule: '您这种情况要由工作人员看过才能定。',
  'not-understood': '我没有听明白，再猜下去会耽误您。',
};

const factTitles: Readonly<Record<Aspect, string>> = {
  materials: '要带的是这些：',
  fee: '收费是这样：',
  time: '时间是这样：',
  place: '办理地点是这样：',
  hours: '开门时间是这样：',
  proxy: '别人代办是这样：',
  online: '网上办理是这样：',
  eligibility: '办理条件是这样：',
};

const decides: Readonly<Record<DecidedKind, string>> = {
  ineligible: '您能不能办',
  handoff: '要不要由工作人员来办',
  eligibility: '您要符合什么条件',
  before: '要先办什么',
  fee: '要交多少钱',
  time: '要等多久',
  place: '去哪里办',
  deadline: '最晚哪天办',
  proxy: '别人能不能代办',
  online: '能不能在网上办',
  step: '到了窗口做什么',
  result: '办好后拿到什么',
  'not-needed': '哪些不用带',
  suggest: '还有什么可以一起办',
  warning: '要留意什么',
};

/** One thought a sentence: the papers first, then what people ask about most, and the small things only alone. */
function why({ materials, kinds }: DecidedByAnswer): string {
  const all = (Object.keys(decides) as DecidedKind[]).filter((kind) => kinds.includes(kind));
  const weighty = all.filter((kind) => !minor.includes(kind));
  const rest = (weighty.length > 0 || materials.length > 0 ? weighty : all).map((kind) => decides[kind]).join('、');
  if (materials.length === 0) return rest === '' ? '因为它影响这张告知单。' : `因为它决定${rest}。`;
  const papers = `因为它决定您带不带：${materials.join('、')}。`;
  return rest === '' ? papers : `${papers}它还决定${rest}。`;
}

const minor: readonly DecidedKind[] = ['step', 'result', 'not-needed', 'suggest', 'warning', 'eligibility'];

function difference(added: readonly string[], removed: readonly string[]): string {
  if (added.length === 0 && removed.length === 0) return '改好了，告知单没有变。';
  const more = added.length > 0 ? `多了：${added.join('、')}。` : '';
  const less = removed.length > 0 ? `少了：${removed.join('、')}。` : '';
  return `改好了。${more}${less}`;
}

function concluded({ materials, maybe, eligible }: ConcludedCounts): string {
  if (eligible === 'no') return '按您说的情况，现在办不了。原因和该去哪里，都写在告知单上。';
  const count = materials === 0 ? '都问清楚了。没有一定要带的材料。' : `都问清楚了。要带的一共 ${materials} 样。`;
  const doubt = maybe === 0 ? '' : `另有 ${maybe} 样要看情况带，告知单上写着怎么弄清楚。`;
  const perhaps = eligible === 'unsure' ? '能不能办，还有一点没弄清楚，请先看告知单的开头。' : '';
  return `${count}${doubt}${perhaps}`;
}

function stopped(sentence: string): string {
  return /[。？]$/u.test(sentence) ? sentence : `${sentence}。`;
}
