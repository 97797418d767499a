import type { Obligation } from '../model/obligation.ts';
import type { IssueLog } from './issue-log.ts';
import { nearestWord } from './nearest-word.ts';
import type { Place } from './yaml/located.ts';

/** The named obligations of one item. They live while it is compiled and are no part of the knowledge. */
export class Keys {
  readonly #named = new Map<string, { readonly obligation: Obligation | undefined; readonly at: Place }>();
  readonly #used = new Set<string>();
  readonly #log: IssueLog;
  #misspelt = false;

  constructor(log: IssueLog) {
    this.#log = log;
  }

  /** Names an obligation; one that is broken keeps its name, so that nobody is told it is unknown. */
  name(key: string, obligation: Obligation | undefined, at: Place): void {
    const taken = this.#named.get(key);
    if (!taken) this.#named.set(key, { obligation, at });
    else this.#log.error(at, 'duplicate-key', `第 ${taken.at.line} 行已经用了 key“${key}”；请改名。`);
  }

  /** Looks a name up, or reports it. */
  find(key: string, at: Place): Obligation | undefined {
    this.#used.add(key);
    if (!this.#named.has(key)) {
      this.#misspelt = true;
      const near = nearestWord(key, this.#named.keys());
      const advice = near === undefined ? '请在那一条里写上 key。' : `您是不是想写“${near}”？`;
      this.#log.error(at, 'unknown-key-name', `这个事项没有一条的 key 是“${key}”；${advice}`);
    }
    return this.#named.get(key)?.obligation;
  }

  /** Reports names that no declaration uses; not while one is misspelt, which may be meant. */
  reportUnused(): void {
    if (this.#misspelt) return;
    for (const [key, { at }] of this.#named) {
      if (this.#used.has(key)) continue;
      this.#log.warning(at, 'unused-key', `oneOf 和 exclusive 都没有用到 key“${key}”；请用上，或删去。`);
    }
  }
}
