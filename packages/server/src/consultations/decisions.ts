import type { BeginOptions, Engine, Input, Reply, Turn } from '@onetrip/engine';
import { LRUCache } from 'lru-cache';
import { consultationAt, stateOf } from './state.ts';
import type { State } from './state.ts';

/** What an opening or a turn comes to. */
export interface Decision {
  /** How the consultation stands after it. */
  readonly state: State;
  readonly reply: Reply;
  /** The reply as JSON. */
  readonly said: string;
}

/** Some ten megabytes; a state that is forgotten gets another name, and is decided again. */
const MOST_STATES = 10_000;

/** A decision, and whether others have come to the same one. */
export interface Decided {
  readonly decision: Decision;
  readonly isShared: boolean;
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
  readonly #made = new WeakMap<Engine, LRUCache<string, Decision>>();
  /** Short names of states, so that a look-up need not read a thousand characters. */
  readonly #names = new LRUCache<State, string>({ max: MOST_STATES });
  #named = 0;

  /** @param most characters remembered for each engine, replies and states together */
  constructor(most = 8_000_000) {
    this.#most = most;
  }

  /** Decides how a consultation begins, given as an object and as JSON. */
  begin(engine: Engine, begin: BeginOptions, json: string): Decided {
    return this.#remember(engine, json, () => decisionOf(engine.begin(begin)));
  }

  /** Decides the turn of an input, given as an object and as JSON. */
  decide(engine: Engine, state: State, input: Input, json: string): Decided {
    const decideNow = (): Decision => decisionOf(engine.takeTurn(consultationAt(state), input));
    return input.kind === 'say'
      ? { decision: decideNow(), isShared: false }
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

  #remember(engine: Engine, key: string, decide: () => Decision): Decided {
    const made = this.#madeBy(engine);
    const known = made.get(key);
    if (known) return { decision: known, isShared: true };
    const decision = decide();
    made.set(key, decision);
    return { decision, isShared: false };
  }

  #madeBy(engine: Engine): LRUCache<string, Decision> {
    const known = this.#made.get(engine);
    if (known) return known;
    const made = new LRUCache<string, Decision>({
      maxSize: this.#most,
      sizeCalculation: ({ state, said }, key) => key.length + state.length + said.length,
    });
    this.#made.set(engine, made);
    return made;
  }
}

function decisionOf({ consultation, reply }: Turn): Decision {
  return { state: stateOf(consultation), reply, said: JSON.stringify(reply) };
}
