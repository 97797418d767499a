import { senseWords } from '../words/everyday-words.ts';

/** What may stand around the name of a thing in an alias without being part of it. */
const around = [
  ...Object.values(senseWords).flat(),
  ...[
    '我想',
    '我要',
    '想',
    '要',
    '怎么',
    '如何',
    '怎样',
    '去',
    '在哪',
    '哪里',
    '给',
    '了',
    '的',
    '吗',
    '怎么办',
    '快',
    '重新',
  ],
  ...[
    '异地',
    '跨省',
    '需要',
    '什么',
    '材料',
    '用',
    '没',
    '没有',
    '也',
    '都',
    '被',
    '把',
    '我',
    '新',
    '网上',
    '多少钱',
    '又',
    '号',
  ],
].sort((a, b) => b.length - a.length);

const aroundWords = new Set(around);
/** Places in `around` of the words that begin, and that end, with a character. */
const byFirst = placesBy((word) => word.charAt(0));
const byLast = placesBy((word) => word.charAt(word.length - 1));

/** Cores that too many things share to name any of them. */
const tooCommon = new Set([
  ...[
    '户口',
    '户籍',
    '证件',
    '证明',
    '孩子',
    '小孩',
    '宝宝',
    '新生儿',
    '登记',
    '手续',
    '本人',
    '结婚证件',
    '信息',
    '照片',
  ],
  ...[
    '名字',
    '姓名',
    '地址',
    '年龄',
    '儿子',
    '女儿',
    '老人',
    '父母',
    '夫妻',
    '外地',
    '本地',
    '本市',
    '外省',
    '老家',
    '出生',
  ],
]);

/** Whom a thing is for, before its name. */
const children = ['孩子', '新生儿', '宝宝', '小孩', '婴儿', '娃', '儿子', '女儿'];
/** A message with one of these is about a child. */
export const childWords = new RegExp([...children, '闺女', '宝贝', '孙子', '孙女', '小儿'].join('|'), 'u');

/**
 * The name of the thing inside an alias: 身份证丢了, 补办身份证 → 身份证. A list of one, or of none.
 *
 * Aliases are how people ask; the thing they ask about is named in many more ways than an author can list.
 */
export function coreOf(alias: string): readonly string[] {
  const core = strip(alias);
  return core.length < 2 || tooCommon.has(core) || isAround(core) ? [] : [core];
}

/**
 * The name without the child it is for: 新生儿上户口 → 上户口, 孩子落户 → 落户. A list of one, or of none.
 *
 * Short ones mean something else without a child: 落户 alone is moving.
 */
export function childCoreOf(alias: string): readonly string[] {
  const child = children.find((word) => alias.includes(word));
  if (child === undefined) return [];
  return coreOf(alias.slice(alias.indexOf(child) + child.length));
}

function strip(alias: string): string {
  let core = alias;
  let before = '';
  while (core !== before) {
    before = core;
    for (let place = nextPlace(core, 0); place < around.length; place = nextPlace(core, place + 1)) {
      const word = around[place] ?? '';
      if (core.length > word.length && core.startsWith(word)) core = core.slice(word.length);
      if (core.length > word.length && core.endsWith(word)) core = core.slice(0, -word.length);
    }
  }
  return core;
}

/** The first place in `around`, from one on, of a word that may stand at either end: trying them all takes long. */
function nextPlace(core: string, from: number): number {
  const first = byFirst.get(core.charAt(0))?.find((place) => place >= from);
  const last = byLast.get(core.charAt(core.length - 1))?.find((place) => place >= from);
  return Math.min(first ?? around.length, last ?? around.length);
}

function placesBy(characterOf: (word: string) => string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, word] of around.entries()) {
    const known = places.get(characterOf(word));
    if (known) known.push(place);
    else places.set(characterOf(word), [place]);
  }
  return places;
}

/** Whether a word only stands around names: 补办, 怎么, 快. */
export function isAround(word: string): boolean {
  return aroundWords.has(word);
}
