import { isAround } from './core-of.ts';

/**
 * The item that a word said beside a plain name means instead: 临时 beside 身份证 is the temporary card. Asked with the
 * places of the items that the name may mean, and whether a word is said; the first such item of the knowledge.
 */
export type FindQualified = (items: readonly number[], isSaid: (word: string) => boolean) => number | undefined;

/** A name that ends in another one, by the word that makes the difference: 临时 + 身份证. */
interface Qualifier {
  readonly word: string;
  /** Place of the item of the longer name. */
  readonly item: number;
}

/** Prepares the names that end in another item's name; collected when first asked for, since few messages do. */
export function createQualifiers(cores: readonly ReadonlySet<string>[]): FindQualified {
  let byName: ReadonlyMap<string, readonly Qualifier[]> | undefined;
  return (items, isSaid) => {
    byName ??= qualifiersByName(cores);
    let first: number | undefined;
    for (const plain of items) {
      const own = cores[plain] ?? new Set();
      for (const { word, item } of [...own].flatMap((name) => byName?.get(name) ?? [])) {
        if (items.includes(item) || (first !== undefined && first <= item) || !isSaid(word)) continue;
        // 居民身份证 is no other card where 居民 is a part of the card's own names.
        if (![...own].some((name) => name.includes(word))) first = item;
      }
    }
    return first;
  };
}

/** By the shorter name, so that many items of one name cost no more than one. */
function qualifiersByName(cores: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly Qualifier[]> {
  const known = new Set(cores.flatMap((names) => [...names]));
  const found = new Map<string, Qualifier[]>();
  for (const [item, names] of cores.entries()) {
    for (const name of names) {
      for (let cut = 2; cut < name.length - 1; cut += 1) {
        const [word, plain] = [name.slice(0, cut), name.slice(cut)];
        if (!known.has(plain) || isAround(word)) continue;
        const others = found.get(plain);
        if (others) others.push({ word, item });
        else found.set(plain, [{ word, item }]);
      }
    }
  }
  return found;
}
