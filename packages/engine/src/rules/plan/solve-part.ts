import type { Diagrams, Node } from '../diagram.ts';
import type { InformationGain } from './entropy.ts';
import type { LineCost } from './line-cost.ts';
import { lowestBit, OpenParts } from './open-part.ts';
import type { OpenPart } from './open-part.ts';

/** What solving needs to know of the axes. */
export interface Odds {
  readonly diagrams: Diagrams;
  /** Per axis: how likely each cell is. */
  readonly priors: readonly (readonly number[])[];
  /** Per axis: what the question costs. */
  readonly costs: readonly number[];
  readonly gain: InformationGain;
  readonly lineCost: LineCost;
  /** Per axis: the topic that its question belongs to. */
  readonly topics: readonly (string | undefined)[];
}

/** How the solver may work. */
export interface Limits {
  /** Distinct parts solved exactly before the rest is planned by entropy. */
  readonly states: number;
  /** Axes not to be asked. */
  readonly closed: ReadonlySet<number>;
}

/** The cheapest way to settle a part. */
export interface Solved {
  readonly cost: number;
  readonly ask: number | undefined;
}

/** Costs closer than this are equal; the authors' order then decides. */
export const tiny = 1e-9;

/**
 * Finds the question with the smallest expected cost, for parts over one set of at most thirty axes. Dynamic
 * programming with a lower bound: every part that is left costs at least its cheapest question.
 */
export class PartSolver {
  readonly parts: OpenParts;
  readonly #odds: Odds;
  readonly #closed: ReadonlySet<number>;
  // By the key of a part.
  readonly #solved: Solved[] = [];
  readonly #floors: number[] = [];
  readonly #longest: number[] = [];
  readonly #limit: number;
  readonly #cheapest: number;
  #tried = 0;
  #exact = true;

  constructor(odds: Odds, axes: readonly number[], limits: Limits) {
    const topics = axes.map((axis) => odds.topics[axis]);
    this.parts = new OpenParts(odds.diagrams, axes, topics);
    this.#odds = odds;
    this.#closed = limits.closed;
    this.#limit = limits.states;
    this.#cheapest = Math.min(...axes.map((axis) => odds.costs[axis] ?? 1));
  }

  /** No part was planned by entropy. */
  get exact(): boolean {
    return this.#exact;
  }

  /** How many parts every question was tried on. */
  get tried(): number {
    return this.#tried;
  }

  /** Puts this question in a part, without working out what that costs. */
  adopt(part: OpenPart, bit: number): void {
    this.#solved[part.key] = { cost: Number.NaN, ask: this.parts.axisOf(bit) };
  }

  /** The best question of a part that does not split, and what settling it costs. */
  solve(part: OpenPart): Solved {
    const known = this.#solved[part.key];
    if (known !== undefined) return known;
    const solved = this.#best(part, this.parts.askableSet(part, this.#closed));
    this.#solved[part.key] = solved;
    return solved;
  }

  /** What a part costs when this question is put first. Stops counting once the bound is reached. */
  costOfAsking(part: OpenPart, bit: number, bound: number): number {
    const axis = this.parts.axisOf(bit);
    const prior = this.#odds.priors[axis] ?? [];
    const futures: (readonly OpenPart[])[] = [];
    const floors: number[] = [];
    let cost = this.#odds.costs[axis] ?? 1;
    for (let cell = 0; cell < prior.length; cell++) {
      const future = this.parts.split(this.parts.answer(part, bit, cell));
      let floor = 0;
      for (const each of future) floor += this.#floor(each);
      futures.push(future);
      floors.push(floor);
      cost += (prior[cell] ?? 0) * floor;
      if (cost >= bound) return cost;
    }
    for (let cell = 0; cell < prior.length && cost < bound; cell++) {
      let settled = 0;
      for (const each of futures[cell] ?? []) settled += this.solve(each).cost;
      cost += (prior[cell] ?? 0) * (settled - (floors[cell] ?? 0));
    }
    return cost;
  }

  /** How many questions settling a part takes at most, when the best one is always put. */
  longest(part: OpenPart): number {
    const known = this.#longest[part.key];
    if (known !== undefined) return known;
    const { ask } = this.solve(part);
    const bit = ask === undefined ? undefined : this.parts.bitOf(ask);
    const futures =
      bit === undefined || ask === undefined
        ? []
        : (this.#odds.priors[ask] ?? []).map((_, cell) => this.parts.split(this.parts.answer(part, bit, cell)));
    const lengths = futures.map((parts) => parts.reduce((sum, each) => sum + this.longest(each), 0));
    const longest = ask === undefined ? 0 : 1 + Math.max(0, ...lengths);
    this.#longest[part.key] = longest;
    return longest;
  }

  #best(part: OpenPart, askable: number): Solved {
    if (askable === 0) return { cost: 0, ask: undefined };
    const forced = this.#forced(part, askable);
    if (forced !== undefined) return this.#asking(part, forced);
    // Informing questions first: a good bound early cuts the others short. Ties keep the authors' order.
    const ordered = this.#byGain(part, askable);
    const first = ordered[0] ?? lowestBit(askable);
    if (this.#tried++ >= this.#limit) {
      this.#exact = false;
      return this.#asking(part, first);
    }
    let best = { cost: Infinity, bit: first };
    const least = part.guards === undefined && this.#closed.size === 0 ? this.#atLeast(part) : 0;
    for (const bit of ordered) {
      // Nothing can be better, only as good and earlier in the file.
      if (best.cost <= least + tiny && bit > best.bit) continue;
      const cost = this.costOfAsking(part, bit, best.cost + tiny);
      if (cost < best.cost - tiny || (cost < best.cost + tiny && bit < best.bit)) best = { cost, bit };
    }
    return { cost: best.cost, ask: this.parts.axisOf(best.bit) };
  }

  #byGain(part: OpenPart, askable: number): readonly number[] {
    const gains: { readonly bit: number; readonly gain: number }[] = [];
    for (let left = askable; left !== 0; left &= left - 1) {
      const bit = lowestBit(left);
      gains.push({ bit, gain: this.#gain(part, bit) });
    }
    return gains.sort((a, b) => b.gain - a.gain || a.bit - b.bit).map(({ bit }) => bit);
  }

  /** Nothing to compare with, so that no bound is worth working out. */
  #asking(part: OpenPart, bit: number): Solved {
    const ask = this.parts.axisOf(bit);
    const prior = this.#odds.priors[ask] ?? [];
    let cost = this.#odds.costs[ask] ?? 1;
    // The only question there is settles everything.
    if ((part.support & (part.support - 1)) === 0) return { cost, ask };
    for (let cell = 0; cell < prior.length; cell++) {
      let settled = 0;
      for (const each of this.parts.split(this.parts.answer(part, bit, cell))) settled += this.solve(each).cost;
      cost += (prior[cell] ?? 0) * settled;
    }
    return { cost, ask };
  }

  /** A condition that hangs on one question alone needs it on every path: asking it first costs nothing. */
  #forced(part: OpenPart, askable: number): number | undefined {
    if ((askable & (askable - 1)) === 0) return lowestBit(askable);
    for (let left = askable & part.alone; left !== 0; left &= left - 1) {
      const bit = lowestBit(left);
      if (!this.parts.bindsTopic(part, bit)) return bit;
    }
    return undefined;
  }

  #floor(part: OpenPart): number {
    const solved = this.#solved[part.key];
    if (solved !== undefined) return solved.cost;
    const known = this.#floors[part.key];
    if (known !== undefined) return known;
    const floor = this.#leastOf(part);
    this.#floors[part.key] = floor;
    return floor;
  }

  #leastOf(part: OpenPart): number {
    const mayBeStuck = part.guards !== undefined || this.#closed.size > 0;
    if (mayBeStuck) return this.parts.askableSet(part, this.#closed) === 0 ? 0 : this.#cheapest;
    return this.#atLeast(part);
  }

  /** Conditions that share no question cost at least what each costs by itself. */
  #atLeast(part: OpenPart): number {
    let counted = 0;
    let sum = 0;
    const add = (line: Node): void => {
      const support = this.parts.supportOf(line);
      if ((support & counted) !== 0) return;
      counted |= support;
      sum += this.#odds.lineCost(line);
    };
    // What hangs on one question first: it takes the least room for what it surely costs.
    if (part.alone !== 0)
      for (const line of part.lines) if ((this.parts.supportOf(line) & ~part.alone) === 0) add(line);
    for (const line of part.lines) add(line);
    return sum;
  }

  #gain(part: OpenPart, bit: number): number {
    const axis = this.parts.axisOf(bit);
    return this.#odds.gain(part.lines, axis) / (this.#odds.costs[axis] ?? 1);
  }
}
