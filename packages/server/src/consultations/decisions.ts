import type { BeginOptions, Engine, Input, Reply, Turn } from '@onetrip/engine';
import { LRUCache } from 'lru-cache';
import { utf8 } from '../utf8.ts';
import type { Utf8 } from '../utf8.ts';
import { consultationAt, stateOf } from './state.ts';
import type { State } from './state.ts';

/** What an opening or a turn comes to. */
export interface Decision {
  /** How the consultation stands after it. */
  readonly state: State;
  readonly reply: Reply;
  /**
   * The reply as JSON. As bytes, because it is told to many: a text of Chinese has to be put together, measured and
   * written in UTF-8 for each of them, which takes 5 µs and twice its length of memory.
   */
  readonly said: Utf8;
}

/** Some ten megabytes; a state that is forgotten gets another name, and is decided again. */
const MOST_STATES = 10_000;

/** A decision, and whether somebody was told the same before. */
export interface Decided {
  readonly decision: Decision;
  readonly isShared: boolean;
}

interface Remembered {
  readonly decision: Decision;
  /** Whether a turn came to it; a consultation that is rebuilt tells nobody anything. */
  isTold: boolean;
}

/**
 * Decides turns, and remembers what many people come to.
 *
 * The engine is pure: from the same state, the same input always leads to the same state and reply, whoever sends it.
 * Most people of a hall come for the same few things and are asked the same questions, so most answers have been
 * decided before, and are looked up instead (memoization). What somebody said in words of their own is not kept for
 * others.
 */
export class Decisions {
  readonly #most: number;
  /** By engine: one over other items, or another version, may decide otherwise. */
  readonly #made = new WeakMap<Engine, LRUCache<string, Remembered>>();
  /** Short names of states, so that a look-up need not read a thousand characters. */
  readonly #names = new LRUCache<State, string>({ max: MOST_STATES });
  #named = 0;

  /** @param most bytes remembered for each engine, replies and states together */
  constructor(most = 8_000_000) {
    this.#most = most;
  }

  /** Decides how a consultation begins, given as an object and as JSON. */
  begin(engine: Engine, begin: BeginOptions, json: string): Decision {
    return this.#remember(engine, json, () => decisionOf(engine.begin(begin))).decision;
  }

  /** Decides the turn of an input, given as an object and as JSON. */
  decide(engine: Engine, state: State, input: Input, json: string): Decided {
    const remembered = this.#decided(engine, state, input, json);
    const isShared = remembered.isTold;
    remembered.isTold = true;
    return { decision: remembered.decision, isShared };
  }

  /** What a turn came to that was taken before. */
  decideAgain(engine: Engine, state: State, input: Input, json: string): Decision {
    return this.#decided(engine, state, input, json).decision;
  }

  #decided(engine: Engine, state: State, input: Input, json: string): Remembered {
    const decideNow = (): Decision => decisionOf(engine.takeTurn(consultationAt(state), input));
    return input.kind === 'say'
      ? { decision: decideNow(), isTold: false }
      : this.#remember(engine, `${this.#nameOf(state)} ${json}`, decideNow);
  }

  #nameOf(state: State): string {
    const known = this.#names.get(state);
    if (known !== undefined) return known;
    this.#named += 1;
    const name = String(this.#named);
    this.#names.set(state, name);
    return name;
  }

  #remember(engine: Engine, key: string, decide: () => Decision): Remembered {
    const made = this.#madeBy(engine);
    const known = made.get(key);
    if (known) return known;
    const remembered = { decision: decide(), isTold: false };
    made.set(key, remembered);
    return remembered;
  }

  #madeBy(engine: Engine): LRUCache<string, Remembered> {
    const known = this.#made.get(engine);
    if (known) return known;
    const made = new LRUCache<string, Remembered>({
      maxSize: this.#most,
      sizeCalculation: ({ decision: { state, said } }, key) => key.length + state.length + said.length,
    });
    this.#made.set(engine, made);
    return made;
  }
}

function decisionOf({ consultation, reply }: Turn): Decision {
  return { state: stateOf(consultation), reply, said: utf8(JSON.stringify(reply)) };
}
