import type { IssueLog } from './issue-log.ts';
import { nearestWord } from './nearest-word.ts';
import type { Place } from './yaml/located.ts';

/** What a shelf holds, in the words of its issues. */
export interface Noun {
  /** `source` → the code `unknown-source`. */
  readonly code: string;
  /** 来源 */
  readonly name: string;
  /** Where an author would add one: sources.yaml. */
  readonly where: string;
}

interface Slot<T> {
  readonly at: Place;
  value?: T;
}

/**
 * Everything of one noun that the knowledge folder declares, by id.
 *
 * An id is declared before its content is read: what is written but broken still counts as known, so that one
 * fault is not reported again by everyone who names it.
 */
export class Shelf<T> {
  readonly #slots = new Map<string, Slot<T>>();
  readonly #used = new Set<string>();
  readonly #noun: Noun;
  readonly #log: IssueLog;
  #incomplete = false;

  constructor(noun: Noun, log: IssueLog) {
    this.#noun = noun;
    this.#log = log;
  }

  /** Says that a file of this shelf could not be read: unknown ids may well be in there. */
  markIncomplete(): void {
    this.#incomplete = true;
  }

  /** Reserves an id. False, with an issue, when it is taken. */
  declare(id: string, at: Place): boolean {
    const taken = this.#slots.get(id);
    if (taken) {
      const where = taken.at.file === at.file ? '' : ` ${taken.at.file} `;
      const message = `${this.#noun.name}“${id}”已经有了，在${where}第 ${taken.at.line} 行；请改名或删去一个。`;
      this.#log.error(at, `duplicate-${this.#noun.code}`, message);
      return false;
    }
    this.#slots.set(id, { at });
    return true;
  }

  /** Puts the content to a declared id. */
  fill(id: string, value: T): void {
    const slot = this.#slots.get(id);
    if (slot) slot.value = value;
  }

  /** Marks an id as used and says whether it exists; when it does not, the log gets the issue. */
  check(id: string, at: Place): boolean {
    this.#used.add(id);
    if (this.#slots.has(id)) return true;
    const { code, name, where } = this.#noun;
    const near = nearestWord(id, this.#slots.keys());
    // It may stand in the file that could not be read, unless it looks like a slip of the pen.
    if (this.#incomplete && near === undefined) return false;
    const advice = near === undefined ? `请先写进 ${where}，或改成已有的编号。` : `您是不是想写“${near}”？`;
    this.#log.error(at, `unknown-${code}`, `没有叫“${id}”的${name}；${advice}`);
    return false;
  }

  /** The content of an id that is used here; `undefined` when it is unknown (then reported) or broken. */
  use(id: string, at: Place): T | undefined {
    return this.check(id, at) ? this.#slots.get(id)?.value : undefined;
  }

  /** The content of an id, without counting as a use. */
  peek(id: string): T | undefined {
    return this.#slots.get(id)?.value;
  }

  has(id: string): boolean {
    return this.#slots.has(id);
  }

  placeOf(id: string): Place | undefined {
    return this.#slots.get(id)?.at;
  }

  isUsed(id: string): boolean {
    return this.#used.has(id);
  }

  /** Complete entries, in the order declared. */
  entries(): readonly (readonly [string, T])[] {
    return [...this.#slots].flatMap(([id, { value }]) => (value === undefined ? [] : [[id, value] as const]));
  }
}
