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
  /** By bit: what is left of a presupposition. Absent where every question surely applies. */
  readonly guards: readonly Node[] | undefined;
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

  constructor(diagrams: Diagrams, axes: readonly number[]) {
    this.#diagrams = diagrams;
    this.#axes = axes;
    this.#bits = new Map(axes.map((axis, bit) => [axis, bit]));
  }

  /** The part that these lines leave open; lines of other axes and decided ones are left out. */
  make(lines: readonly Node[], guardOf: (axis: number) => Node): OpenPart {
    const guards = this.#axes.map(guardOf);
    const own = lines.filter((line) => line > always && this.supportOf(line) !== 0);
    return this.#part(own, guards.some((guard) => guard !== always) ? guards : undefined);
  }

  /** The axis of a bit. */
  axisOf(bit: number): number {
    return this.#axes[bit] ?? -1;
  }

  /** The bits of the questions that surely apply, in the authors' order. */
  askable(part: OpenPart, closed: ReadonlySet<number>): readonly number[] {
    const bits: number[] = [];
    for (let bit = 0; bit < this.#axes.length; bit++) {
      if ((part.support & (1 << bit)) === 0 || closed.has(this.axisOf(bit))) continue;
      if (part.guards === undefined || part.guards[bit] === always) bits.push(bit);
    }
    return bits;
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
    );
  }

  /** The parts that share no question: they can be asked one after the other, and their costs add up. */
  split(part: OpenPart): readonly OpenPart[] {
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
    if (groups.length < 2) return part.lines.length === 0 ? [] : [part];
    return groups
      .sort((a, b) => lowestBit(a.support) - lowestBit(b.support))
      .map(({ lines }) => this.#part(lines, part.guards));
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

  #part(lines: Node[], guards: readonly Node[] | undefined): OpenPart {
    sortNearlySorted(lines);
    const distinct = lines.filter((line, index) => line !== lines[index - 1]);
    let support = 0;
    for (const line of distinct) support |= this.supportOf(line);
    const open = guards?.map((guard, bit) => ((support & (1 << bit)) === 0 ? always : guard));
    const left = open?.some((guard) => guard !== always) === true ? open : undefined;
    return { lines: distinct, support, guards: left, key: keyOf(distinct) + (left === undefined ? '' : keyOf(left)) };
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
