import type { Engine, Input, Reply } from '@onetrip/engine';
import { LRUCache } from 'lru-cache';
import { consultationAt, stateOf } from './state.ts';
import type { State } from './state.ts';

/** What a turn comes to. */
export interface Decision {
  /** How the consultation stands after it. */
  readonly state: State;
  readonly reply: Reply;
  /** The reply as JSON. */
  readonly said: string;
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

  /** @param most characters remembered for each engine, replies and states together */
  constructor(most = 8_000_000) {
    this.#most = most;
  }

  /** Decides the turn of an input, given as an object and as JSON. */
  decide(engine: Engine, state: State, input: Input, json: string): Decision {
    if (input.kind === 'say') return decideNow(engine, state, input);
    const made = this.#madeBy(engine);
    const key = `${state}${json}`;
    const known = made.get(key);
    if (known) return known;
    const decision = decideNow(engine, state, input);
    made.set(key, decision);
    return decision;
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

function decideNow(engine: Engine, state: State, input: Input): Decision {
  const { consultation, reply } = engine.takeTurn(consultationAt(state), input);
  return { state: stateOf(consultation), reply, said: JSON.stringify(reply) };
}
