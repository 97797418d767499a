import type { IssueLog } from '../issue-log.ts';
import { nearestWord } from '../nearest-word.ts';
import type { Located, LocatedMap, Place } from './located.ts';
import { readDate, readFlag, readId, readNumber, readOneOf, readText, shorten } from './read-scalar.ts';

/** Longer lists are pasted by mistake; nobody reads a notice of a thousand lines. */
const MAX_LIST = 500;

type NumberBounds = Parameters<typeof readNumber>[1];

/**
 * Reads one map key by key and reports what is missing, mistyped or unknown. Never throws: what cannot be read
 * is `undefined`, and the log knows why.
 *
 * Methods without "optional" report an absent key. Call `close` at the end: keys nobody asked for are unknown.
 */
export class MapReader {
  readonly at: Place;
  readonly log: IssueLog;
  readonly #entries: ReadonlyMap<string, LocatedMap['entries'][number]>;
  readonly #known = new Set<string>();
  readonly #noun: string;

  private constructor(map: LocatedMap, noun: string, log: IssueLog) {
    this.at = map.at;
    this.log = log;
    this.#noun = noun;
    this.#entries = new Map(map.entries.map((entry) => [entry.key, entry]));
  }

  /** A reader over a map, or an issue when the node is none. `noun` names the thing: 材料. */
  static over(node: Located, noun: string, log: IssueLog): MapReader | undefined {
    if (node.kind === 'map') return new MapReader(node, noun, log);
    log.error(node.at, 'not-a-map', `${noun}不是这样写的；请写成“键: 值”的样子。`);
    return undefined;
  }

  /** The value of a key, if it has one. A key left empty is reported. */
  optional(key: string): Located | undefined {
    this.#known.add(key);
    const entry = this.#entries.get(key);
    if (entry?.value.kind !== 'nothing') return entry?.value;
    this.log.error(entry.keyAt, 'missing-value', `“${key}”后面没有内容；请补上，或删去这一行。`);
    return undefined;
  }

  /** The value of a key that must be there. */
  required(key: string): Located | undefined {
    if (!this.#entries.has(key)) {
      this.#known.add(key);
      this.log.error(this.at, 'missing-key', `${this.#noun}缺“${key}”；请补上。`);
      return undefined;
    }
    return this.optional(key);
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** Where a key's value stands, or the map itself when the key is absent. */
  placeOf(key: string): Place {
    return this.#entries.get(key)?.value.at ?? this.at;
  }

  text(key: string): string | undefined {
    return this.#with(this.required(key), (node) => readText(node, this.#context(key)));
  }

  optionalText(key: string): string | undefined {
    return this.#with(this.optional(key), (node) => readText(node, this.#context(key)));
  }

  id(key: string): string | undefined {
    return this.#with(this.required(key), (node) => readId(node, this.#context(key)));
  }

  optionalId(key: string): string | undefined {
    return this.#with(this.optional(key), (node) => readId(node, this.#context(key)));
  }

  date(key: string): string | undefined {
    return this.#with(this.required(key), (node) => readDate(node, this.#context(key)));
  }

  optionalDate(key: string): string | undefined {
    return this.#with(this.optional(key), (node) => readDate(node, this.#context(key)));
  }

  oneOf<W extends string>(key: string, words: readonly W[]): W | undefined {
    return this.#with(this.required(key), (node) => readOneOf(node, words, this.#context(key)));
  }

  /** One of a few words, or `fallback` when the key is absent. */
  optionalOneOf<W extends string>(key: string, words: readonly W[], fallback: W): W {
    return this.#with(this.optional(key), (node) => readOneOf(node, words, this.#context(key))) ?? fallback;
  }

  number(key: string, bounds: NumberBounds): number | undefined {
    return this.#with(this.required(key), (node) => readNumber(node, bounds, this.#context(key)));
  }

  optionalNumber(key: string, bounds: NumberBounds): number | undefined {
    return this.#with(this.optional(key), (node) => readNumber(node, bounds, this.#context(key)));
  }

  optionalFlag(key: string, fallback: boolean): boolean {
    return this.#with(this.optional(key), (node) => readFlag(node, this.#context(key))) ?? fallback;
  }

  /** The members of a list; an absent list has none, and something else than a list is reported. */
  optionalList(key: string): readonly Located[] {
    const node = this.optional(key);
    if (!node) return [];
    if (node.kind === 'list' && node.items.length > MAX_LIST) {
      const message = `“${key}”有 ${node.items.length} 条，最多 ${MAX_LIST} 条；请拆开。`;
      this.log.error(node.at, 'list-too-long', message);
      return node.items.slice(0, MAX_LIST);
    }
    if (node.kind === 'list') return node.items;
    this.log.error(node.at, 'not-a-list', `“${key}”应当是列表；请写成 [ … ]，或每行以 “- ” 开头。`);
    return [];
  }

  /** The members of a list that must be there and hold something. */
  list(key: string): readonly Located[] {
    if (!this.required(key)) return [];
    const items = this.optionalList(key);
    const node = this.#entries.get(key)?.value;
    if (node?.kind === 'list' && items.length === 0) {
      this.log.error(node.at, 'empty-list', `“${key}”是空的；请至少写一条。`);
    }
    return items;
  }

  /** A list of texts; a single text counts as a list of one. */
  optionalTexts(key: string): readonly string[] {
    return this.#each(key, (node) => readText(node, this.#context(key)));
  }

  /** Texts with their places; a single text counts as a list of one. */
  optionalPlacedTexts(key: string): readonly { readonly text: string; readonly at: Place }[] {
    return this.#each(key, (node) => {
      const text = readText(node, this.#context(key));
      return text === undefined ? undefined : { text, at: node.at };
    });
  }

  /** Ids with their places; a single id counts as a list of one. */
  optionalIds(key: string): readonly { readonly id: string; readonly at: Place }[] {
    return this.#each(key, (node) => {
      const id = readId(node, this.#context(key));
      return id === undefined ? undefined : { id, at: node.at };
    });
  }

  /** Reports every key that nobody asked for. */
  close(): void {
    for (const { key, keyAt } of this.#entries.values()) {
      if (this.#known.has(key)) continue;
      const near = nearestWord(key, this.#known);
      const advice = near === undefined ? `这里可以写：${[...this.#known].join('、')}。` : `您是不是想写“${near}”？`;
      this.log.error(keyAt, 'unknown-key', `${this.#noun}里没有“${shorten(key)}”这一项；${advice}`);
    }
  }

  #each<T>(key: string, read: (node: Located) => T | undefined): readonly T[] {
    const node = this.optional(key);
    if (!node) return [];
    return (node.kind === 'list' ? node.items : [node]).flatMap((item) => read(item) ?? []);
  }

  #with<T>(node: Located | undefined, read: (node: Located) => T | undefined): T | undefined {
    return node && read(node);
  }

  #context(key: string) {
    return { log: this.log, key };
  }
}
