import { always, never } from '../diagram.ts';
import type { Diagrams, Node } from '../diagram.ts';

/**
 * What planning looks at: the distinct undecided conditions and what is left of the presuppositions of their
 * questions. Answers that lead to the same open part share their future.
 */
export interface OpenPart {
  /** Undecided diagrams, ascending, each once. */
  readonly lines: readonly Node[];
  /** Bit per axis they still depend on. */
  readonly support: number;
  /** Bits of the axes on which alone some line hangs: each of them is asked on every path. */
  readonly alone: number;
  /** By bit: what is left of a presupposition. Absent where every question surely applies. */
  readonly guards: readonly Node[] | undefined;
  /** Bits of the questions of topics that were begun: they come before all others. */
  readonly begun: number;
  /** Its number among the parts of one set of axes: what is left is the same exactly when this is. */
  readonly key: number;
}

/** Most axes whose set fits one machine word. */
export const widestPart = 30;

/** A mask of thirty bits, so that the places of parts are small integers. */
const mostPlaces = 0x3fff_ffff;

/** Parts of one set of axes, answered and split; sets of axes are the bits of a number. */
export class OpenParts {
  readonly #diagrams: Diagrams;
  readonly #axes: readonly number[];
  readonly #bits: ReadonlyMap<number, number>;
  readonly #supports: number[] = [];
  /** Parts by what they leave open, found again without writing a key. */
  readonly #interned = new Map<number, OpenPart>();
  readonly #splits: (readonly OpenPart[])[] = [];
  /**
   * Where the lines of the next part are put together, after one that is smaller than all of them: most parts are
   * there already and need no list of their own.
   */
  readonly #sorted: Node[] = [never];
  /** By bit: the bits of all questions of the same topic; none where it has no topic. */
  readonly #sameTopic: readonly number[];

  constructor(diagrams: Diagrams, axes: readonly number[], topics: readonly (string | undefined)[]) {
    this.#diagrams = diagrams;
    this.#axes = axes;
    this.#bits = new Map(axes.map((axis, bit) => [axis, bit]));
    this.#sameTopic = topics.map((topic) =>
      topics.reduce((bits, other, bit) => (topic !== undefined && other === topic ? bits | (1 << bit) : bits), 0),
    );
  }

  /** The part that undecided lines leave open. */
  make(lines: readonly Node[], guardOf: (axis: number) => Node, isBegun: (axis: number) => boolean): OpenPart {
    const begun = this.#axes.reduce((bits, axis, bit) => (isBegun(axis) ? bits | (1 << bit) : bits), 0);
    return this.#part(this.#sort(lines), this.#axes.map(guardOf), begun);
  }

  /** Whether asking a question binds what comes after it. */
  bindsTopic(part: OpenPart, bit: number): boolean {
    return ((this.#sameTopic[bit] ?? 0) & part.support & ~part.begun & ~(1 << bit)) !== 0;
  }

  /** The axis of a bit. */
  axisOf(bit: number): number {
    return this.#axes[bit] ?? -1;
  }

  /** The bit of an axis. */
  bitOf(axis: number): number | undefined {
    return this.#bits.get(axis);
  }

  /** The bits of the questions that may come next, in the authors' order: they surely apply, a begun topic first. */
  askable(part: OpenPart, closed: ReadonlySet<number>): readonly number[] {
    const bits: number[] = [];
    for (let left = this.askableSet(part, closed); left !== 0; left &= left - 1) bits.push(lowestBit(left));
    return bits;
  }

  /** `askable` as a set: bits of one number. */
  askableSet(part: OpenPart, closed: ReadonlySet<number>): number {
    let set = part.support;
    if (part.guards !== undefined || closed.size > 0) {
      for (let left = set; left !== 0; left &= left - 1) {
        const bit = lowestBit(left);
        const applies = part.guards === undefined || part.guards[bit] === always;
        if (!applies || closed.has(this.axisOf(bit))) set &= ~(1 << bit);
      }
    }
    return (set & part.begun) !== 0 ? set & part.begun : set;
  }

  /** The part once an axis is known to be in a cell. */
  answer(part: OpenPart, bit: number, cell: number): OpenPart {
    const axis = this.axisOf(bit);
    const mask = 1 << bit;
    let count = 0;
    for (const line of part.lines) {
      const node = (this.supportOf(line) & mask) === 0 ? line : this.#diagrams.answer(line, axis, cell);
      if (node !== never && node !== always) count = insert(this.#sorted, count, node);
    }
    return this.#part(
      count,
      part.guards?.map((guard) => this.#diagrams.answer(guard, axis, cell)),
      part.begun | (this.#sameTopic[bit] ?? 0),
    );
  }

  /** The parts that share no question: they can be asked one after the other, and their costs add up. */
  split(part: OpenPart): readonly OpenPart[] {
    const known = this.#splits[part.key];
    if (known !== undefined) return known;
    const split = this.#takeApart(part);
    this.#splits[part.key] = split;
    return split;
  }

  #takeApart(part: OpenPart): readonly OpenPart[] {
    // Sets that no line joins. Planning comes here for every part it meets, so that only sets are joined, no lists.
    const sets: number[] = [];
    for (const line of part.lines) {
      let joined = this.supportOf(line);
      let apart = 0;
      for (const set of sets) {
        if ((set & joined) === 0) sets[apart++] = set;
        else joined |= set;
      }
      sets.length = apart;
      sets.push(joined);
    }
    if (sets.length === 1) return [part];
    return sets
      .sort((a, b) => lowestBit(a) - lowestBit(b))
      .map((set) => {
        const lines = part.lines.filter((line) => (this.supportOf(line) & set) !== 0);
        return this.#part(this.#sort(lines), part.guards, part.begun);
      });
  }

  /** The bits of the axes that a diagram depends on. */
  supportOf(node: Node): number {
    const known = this.#supports[node];
    if (known !== undefined) return known;
    let support = 0;
    for (const axis of this.#diagrams.supportOf(node)) support |= 1 << (this.#bits.get(axis) ?? widestPart);
    this.#supports[node] = support;
    return support;
  }

  #sort(lines: readonly Node[]): number {
    return lines.reduce((count, line) => insert(this.#sorted, count, line), 0);
  }

  /** The part of the first `count` sorted lines. */
  #part(count: number, guards: readonly Node[] | undefined, begunBefore: number): OpenPart {
    const sorted = this.#sorted;
    let support = 0;
    let hash = count;
    for (let index = 1; index <= count; index++) {
      const line = sorted[index] ?? never;
      support |= this.supportOf(line);
      hash = mix(hash, line);
    }
    const open = guards?.map((guard, bit) => ((support & (1 << bit)) === 0 ? always : guard));
    const left = open?.some((guard) => guard !== always) === true ? open : undefined;
    const begun = begunBefore & support;
    hash = mix(hash, begun);
    if (left !== undefined) for (const guard of left) hash = mix(hash, guard);
    for (let place = hash & mostPlaces; ; place = (place + 1) & mostPlaces) {
      const known = this.#interned.get(place);
      if (known === undefined) {
        const made = this.#make(sorted.slice(1, count + 1), support, begun, left);
        this.#interned.set(place, made);
        return made;
      }
      if (known.begun === begun && isSame(known.lines, sorted, count) && isSameGuards(known.guards, left)) return known;
    }
  }

  #make(lines: readonly Node[], support: number, begun: number, guards: readonly Node[] | undefined): OpenPart {
    let alone = 0;
    for (const line of lines) {
      const own = this.supportOf(line);
      if ((own & (own - 1)) === 0) alone |= own;
    }
    return { lines, support, alone, guards, begun, key: this.#interned.size };
  }
}

/** The first bit of a set that is not empty. */
export function lowestBit(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}

function mix(hash: number, node: Node): number {
  return Math.imul(hash ^ node, 0x9e3779b1) ^ (hash >>> 15);
}

function isSame(lines: readonly Node[], sorted: readonly Node[], count: number): boolean {
  if (lines.length !== count) return false;
  for (let index = 0; index < count; index++) if (lines[index] !== sorted[index + 1]) return false;
  return true;
}

function isSameGuards(one: readonly Node[] | undefined, other: readonly Node[] | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.every((guard, bit) => guard === other[bit]);
}

/** Puts a node among the sorted ones, of which the first is none; once; an answer moves few. Returns how many there are. */
function insert(sorted: Node[], count: number, node: Node): number {
  let at = count + 1;
  while ((sorted[at - 1] ?? never) > node) at--;
  if (sorted[at - 1] === node) return count;
  for (let index = count + 1; index > at; index--) sorted[index] = sorted[index - 1] ?? never;
  sorted[at] = node;
  return count + 1;
}
