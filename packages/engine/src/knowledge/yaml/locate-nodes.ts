import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, Pair, YAMLMap } from 'yaml';
import type { IssueLog } from '../issue-log.ts';
import { MAX_DEPTH } from './find-too-deep.ts';
import type { Located, LocatedEntry, Place } from './located.ts';

/** Aliases written out in one file; a thousand laughs end here. */
const MAX_ALIASES = 100;
/** Values that all aliases of a file may stand for together: a hundred aliases of one long list are a laugh, too. */
const MAX_COPIES = 10_000;
const REFUSED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** What turns composed nodes into located data. */
export interface LocateOptions {
  /** From an offset in the source to a place. */
  readonly place: (offset: number) => Place;
  readonly source: string;
  readonly log: IssueLog;
  /** The document whose anchors the aliases mean. */
  readonly anchors: Document.Parsed | Document | undefined;
}

/**
 * Composed YAML nodes as located data. Refuses tags, doubled keys, keys that are no words, and too many aliases.
 * `undefined` when a part could not be followed: what stands there is then unknown, and guessing would report
 * faults that nobody made.
 */
export function locateNodes(root: Node, options: LocateOptions): Located | undefined {
  const locator = new NodeLocator(options);
  const located = locator.locate(root, 0);
  return locator.lost ? undefined : located;
}

class NodeLocator {
  readonly #options: LocateOptions;
  #aliases = 0;
  #copies = 0;
  /** How many aliases deep we are. */
  #copying = 0;
  lost = false;

  constructor(options: LocateOptions) {
    this.#options = options;
  }

  locate(node: unknown, depth: number): Located {
    const at = this.#placeOf(node);
    if (this.#copying > 0 && this.#isOneTooMany(at)) return this.#lose(at);
    if (isAlias(node)) return this.#followAlias(node, at, depth);
    this.#refuseTag(node, at);
    if (depth > MAX_DEPTH) {
      this.#options.log.error(at, 'nested-too-deep', `嵌套超过 ${MAX_DEPTH} 层；请写得平一些。`);
      return this.#lose(at);
    }
    if (isMap(node)) return { kind: 'map', at, entries: this.#entries(node, depth) };
    if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => this.locate(item, depth + 1)) };
    if (!isScalar(node)) return { kind: 'nothing', at };
    const { value } = node;
    const written = node.source ?? String(value);
    if (typeof value === 'string') return { kind: 'text', at, value, written: value };
    if (typeof value === 'number') return { kind: 'number', at, value, written };
    if (typeof value === 'boolean') return { kind: 'flag', at, value, written };
    return { kind: 'nothing', at };
  }

  #entries(map: YAMLMap, depth: number): LocatedEntry[] {
    const entries = new Map<string, LocatedEntry>();
    for (const pair of map.items) {
      const key = this.#keyOf(pair);
      if (!key) continue;
      const earlier = entries.get(key.name);
      if (earlier) {
        const message = `“${key.name}”写了两次，第一次在第 ${earlier.keyAt.line} 行；请留一个。`;
        this.#options.log.error(key.at, 'duplicate-key', message);
        continue;
      }
      const value: Located = pair.value ? this.locate(pair.value, depth + 1) : { kind: 'nothing', at: key.at };
      entries.set(key.name, { key: key.name, keyAt: key.at, value });
    }
    return [...entries.values()];
  }

  #keyOf(pair: Pair): { name: string; at: Place } | undefined {
    const { key } = pair;
    const at = this.#placeOf(key ?? pair.value);
    const { log } = this.#options;
    if (!isScalar(key) || (typeof key.value !== 'string' && typeof key.value !== 'number')) {
      log.error(at, 'bad-key', '键要写成一个词；如果这是一句话，请给整句加上单引号。');
      return undefined;
    }
    this.#refuseTag(key, at);
    const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    if (REFUSED_KEYS.has(name) || name === '<<') {
      log.error(at, 'bad-key', `键不能叫“${name}”；请换一个名字。`);
      return undefined;
    }
    return { name, at };
  }

  #followAlias(alias: Node & { source: string }, at: Place, depth: number): Located {
    const { anchors, log } = this.#options;
    this.#aliases += 1;
    // Said once: a file of laughs would otherwise be as long in issues as in content.
    if (this.#aliases === MAX_ALIASES + 1) {
      log.error(at, 'too-many-aliases', `别名（*）展开超过 ${MAX_ALIASES} 次；请直接把内容写出来。`);
    }
    if (this.#aliases > MAX_ALIASES || this.#copies > MAX_COPIES) return this.#lose(at);
    const target = isAlias(alias) && anchors ? alias.resolve(anchors) : undefined;
    if (!target) {
      log.error(at, 'unknown-alias', `没有叫“&${alias.source}”的锚点；如果这里要写星号，请给整个值加上单引号。`);
      return this.#lose(at);
    }
    this.#copying += 1;
    const located = this.locate(target, depth + 1);
    this.#copying -= 1;
    return located;
  }

  #isOneTooMany(at: Place): boolean {
    this.#copies += 1;
    if (this.#copies === MAX_COPIES + 1) {
      const message = `别名（*）展开的内容超过 ${MAX_COPIES} 项；请直接把内容写出来。`;
      this.#options.log.error(at, 'too-many-aliases', message);
    }
    return this.#copies > MAX_COPIES;
  }

  #lose(at: Place): Located {
    this.lost = true;
    return { kind: 'nothing', at };
  }

  #refuseTag(node: unknown, at: Place): void {
    const tag = isScalar(node) || isMap(node) || isSeq(node) ? node.tag : undefined;
    if (tag === undefined) return;
    this.#options.log.error(at, 'tag-not-allowed', `不能用标记“${tag}”；请删去，只写内容。`);
  }

  #placeOf(node: unknown): Place {
    const range = isAlias(node) || isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
    return this.#options.place(range?.[0] ?? 0);
  }
}
