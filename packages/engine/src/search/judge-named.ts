import { splitClauses } from '../words/clauses.ts';
import type { Sense } from '../words/everyday-words.ts';
import type { Mention } from './mentions.ts';
import { unknownWords } from './unknown-words.ts';
import type { Stretch } from './unknown-words.ts';

/** What other people's business with a paper looks like; none of it is applied for at a window. */
const foreignBefore =
  /(?:查|查询|查一查|查下|考|买|卖|学|借|租|复印|扫描|打印|翻译|出租)(?:个|一个|一下|我的|自己的?|本|张)?$/u;
const foreignAfter =
  /^(?:的)?(?:查|查询|扣分|考试|注销|激活|绑定|解绑|打印|扫描|验证|翻译|贷款|借钱|抵押|价格|英文|上的?字|验真|真伪|还有(?:多少|几)分|分数|积分|记分|能不能用来)/u;
/** What is printed on a paper or made for it; the person may or may not want the paper itself. */
const detailAfter = /^上?的?(?:照片|相片|照|申请书|协议书|声明)/u;
const asking = /怎么|如何|怎样|咋|要|想|能|可以|需|吗|么|什么|啥|哪|多少|办|申请|几/u;

/** A message and the one item it names. */
export interface Named {
  readonly text: string;
  readonly mention: Mention;
  /** Stretches that answer the item's questions. */
  readonly sayings: readonly Stretch[];
  /** Stretches that name things. */
  readonly spots: readonly Stretch[];
  /** How much of a word the item's title and aliases explain. */
  readonly owned: (word: string) => number;
  /** What the item is for: lost papers, expired ones. */
  readonly abilities: ReadonlySet<Sense>;
}

/**
 * How far the rest of a message bears out the one item it names.
 *
 * `sure`: it does. `doubtful`: much of it is about something unknown, so that the person should confirm. `foreign`: the
 * paper is named, but what is wanted with it is nothing a window does.
 */
export function judgeNamed(named: Named): 'sure' | 'doubtful' | 'foreign' {
  const { text, mention, sayings, spots, abilities, owned } = named;
  const { spot, clause, senses } = mention;
  const before = text.slice(Math.max(clause.start, spot.start - 8), spot.start);
  const after = text.slice(spot.end, clause.start + clause.text.length);
  if (senses.size === 0 && (foreignBefore.test(before) || foreignAfter.test(after))) return 'foreign';
  const strange = [...senses].filter((sense) => !abilities.has(sense) && sense !== 'apply' && sense !== 'renew');
  if (strange.length > 0) return strange.includes('reissue') ? 'foreign' : 'doubtful';
  if (detailAfter.test(after)) return 'doubtful';
  const unknown = unknownWords(text, { covered: [...spots, ...sayings] });
  const end = clause.start + clause.text.length;
  const here = unknown.filter(({ start }) => start >= (isAction(spot.phrase) ? spot.end : clause.start) && start < end);
  const behind = here.filter(({ start }) => start >= spot.end);
  const only = [...senses].every((sense) => sense === 'apply');
  const doubted = senses.size === 0 ? here : behind;
  const explained = doubted.reduce((sum, { start, end: to }) => sum + owned(text.slice(start, to)), 0);
  if (only && lengthOf(doubted) - explained >= 4) return 'doubtful';
  return isElsewhere(text, mention, unknownWords(text, { covered: spots })) ? 'doubtful' : 'sure';
}

/** The question itself is put in another clause, about something unknown: 居住证没满一年，小孩报名上学怎么办. */
function isElsewhere(text: string, { clause }: Mention, unknown: readonly Stretch[]): boolean {
  if (asking.test(clause.text)) return false;
  return splitClauses(text).some(({ text: words, start }) => {
    if (start === clause.start || !asking.test(words)) return false;
    return lengthOf(unknown.filter((stretch) => stretch.start >= start && stretch.start < start + words.length)) >= 3;
  });
}

function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** 上户口, 离婚: a name that already says what is to be done. */
function isAction(phrase: string): boolean {
  return !/[证簿本照卡]$/u.test(phrase);
}
