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
  readonly key: string;
}

/** Most axes whose set fits one machine word. */
export const widestPart = 30;

/** Parts of one set of axes, answered and split; sets of axes are the bits of a number. */
export class OpenParts {
  readonly #diagrams: Diagrams;
  readonly #axes: readonly number[];
  readonly #bits: ReadonlyMap<number, number>;
  readonly #supports: number[] = [];
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
    const guards = this.#axes.map(guardOf);
    const begun = this.#axes.reduce((bits, axis, bit) => (isBegun(axis) ? bits | (1 << bit) : bits), 0);
    return this.#part([...lines], guards.some((guard) => guard !== always) ? guards : undefined, begun);
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
    for (let bit = 0; bit < this.#axes.length; bit++) {
      if ((part.support & (1 << bit)) === 0 || closed.has(this.axisOf(bit))) continue;
      if (part.guards === undefined || part.guards[bit] === always) bits.push(bit);
    }
    const begun = part.begun === 0 ? [] : bits.filter((bit) => (part.begun & (1 << bit)) !== 0);
    return begun.length > 0 ? begun : bits;
  }

  /** The part once an axis is known to be in a cell. */
  answer(part: OpenPart, bit: number, cell: number): OpenPart {
    const axis = this.axisOf(bit);
    const mask = 1 << bit;
    const left: Node[] = [];
    for (const line of part.lines) {
      const node = (this.supportOf(line) & mask) === 0 ? line : this.#diagrams.answer(line, axis, cell);
      if (node !== never && node !== always) left.push(node);
    }
    return this.#part(
      left,
      part.guards?.map((guard) => this.#diagrams.answer(guard, axis, cell)),
      part.begun | (this.#sameTopic[bit] ?? 0),
    );
  }

  /** The parts that share no question: they can be asked one after the other, and their costs add up. */
  split(part: OpenPart): readonly OpenPart[] {
    if (part.lines.length === 0) return [];
    if (this.#isConnected(part)) return [part];
    const groups: { support: number; lines: Node[] }[] = [];
    for (const line of part.lines) {
      const joined = { support: this.supportOf(line), lines: [line] };
      for (let index = groups.length - 1; index >= 0; index--) {
        const group = groups[index];
        if (group === undefined || (group.support & joined.support) === 0) continue;
        joined.support |= group.support;
        joined.lines.push(...group.lines);
        groups.splice(index, 1);
      }
      groups.push(joined);
    }
    return groups
      .sort((a, b) => lowestBit(a.support) - lowestBit(b.support))
      .map(({ lines }) => this.#part(lines, part.guards, part.begun));
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

  /** Whether the lines hang together; most parts do, and then nothing has to be built. */
  #isConnected(part: OpenPart): boolean {
    let reached = this.supportOf(part.lines[0] ?? never);
    for (let before = 0; before !== reached;) {
      before = reached;
      for (const line of part.lines) {
        const support = this.supportOf(line);
        if ((support & reached) !== 0) reached |= support;
      }
    }
    return reached === part.support;
  }

  #part(lines: Node[], guards: readonly Node[] | undefined, begunBefore: number): OpenPart {
    sortNearlySorted(lines);
    const distinct = lines.filter((line, index) => line !== lines[index - 1]);
    let support = 0;
    let alone = 0;
    for (const line of distinct) {
      const own = this.supportOf(line);
      support |= own;
      if ((own & (own - 1)) === 0) alone |= own;
    }
    const open = guards?.map((guard, bit) => ((support & (1 << bit)) === 0 ? always : guard));
    const left = open?.some((guard) => guard !== always) === true ? open : undefined;
    const begun = begunBefore & support;
    let key = keyOf(distinct);
    if (begun !== 0) key += `.${begun}`;
    if (left !== undefined) key += `:${keyOf(left)}`;
    return { lines: distinct, support, alone, guards: left, begun, key };
  }
}

function lowestBit(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}

/** Two characters a node: no digits to write, and no two lists with the same key. */
function keyOf(nodes: readonly Node[]): string {
  let key = '';
  for (const node of nodes) key += String.fromCharCode(node >>> 16, node & 0xffff);
  return key;
}

/** Insertion sort: an answer moves few of the lines. */
function sortNearlySorted(nodes: Node[]): void {
  for (let end = 1; end < nodes.length; end++) {
    const node = nodes[end] ?? never;
    let at = end;
    for (; at > 0 && (nodes[at - 1] ?? never) > node; at--) nodes[at] = nodes[at - 1] ?? never;
    nodes[at] = node;
  }
}
