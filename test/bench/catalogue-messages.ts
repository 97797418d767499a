import type { Knowledge } from '@onetrip/engine';

/** How people put what they want; the name goes where the mark stands. */
const WAYS = [
  '我想办*要带什么材料',
  '请问*在哪里办',
  '*',
  '*怎么办理',
  '你好，*需要多长时间',
  '*要多少钱',
  '帮我看看*',
  '公司要做*',
];

/** What is said to offices here: names of items in a sentence, some with a character left out or two swapped. */
export function catalogueMessages({ items }: Knowledge, count: number, random: () => number): readonly string[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const said = new Set<string>();
  while (said.size < count) {
    const { title, name, aliases } = pick(items);
    const called = pick([title, name, name, ...aliases.slice(0, 2)]);
    const at = 1 + Math.floor(random() * Math.max(1, called.length - 2));
    const chance = random();
    const dropped = `${called.slice(0, at)}${called.slice(at + 1)}`;
    const swapped = `${called.slice(0, at - 1)}${called.charAt(at)}${called.charAt(at - 1)}${called.slice(at + 1)}`;
    said.add(pick(WAYS).replace('*', chance < 0.15 ? dropped : chance < 0.25 ? swapped : called));
  }
  return [...said];
}
