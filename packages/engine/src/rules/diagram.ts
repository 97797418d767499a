/** A node of a diagram: `never`, `always`, or the index of a variable with one branch per cell. */
export type Node = number;

/** The diagram of a condition that cannot hold. */
export const never: Node = 0;

/** The diagram of a condition that holds whatever the answers. */
export const always: Node = 1;

// Bounds that make one number out of node, variable and cell; far above what one trip holds.
const mostVariables = 1_024;
const mostCells = 1_024;

/** For each variable, the cells still possible; `undefined` where nothing is known. */
export type Allowed = readonly (readonly number[] | undefined)[];

/**
 * Reduced ordered multi-valued decision diagrams, hash-consed: two conditions that agree on every answer are
 * the same node. So "does any answer still matter" is "is the node a terminal", and the questions that matter
 * are its support. After R. E. Bryant (1986) and, for many-valued branches, Srinivasan et al. (1990).
 */
export class Diagrams {
  readonly #variable: number[] = [Infinity, Infinity];
  readonly #branches: (readonly Node[])[] = [[], []];
  readonly #unique = new Map<string, Node>();
  readonly #ands = new Map<string, Node>();
  readonly #nots = new Map<Node, Node>([
    [never, always],
    [always, never],
  ]);
  readonly #supports = new Map<Node, readonly number[]>();
  readonly #narrowed = new Map<string, Node>();
  readonly #answered = new Map<number, Node>();

  /** The node that branches on `variable`; equal branches need no node. */
  make(variable: number, branches: readonly Node[]): Node {
    const first = branches[0] ?? never;
    if (branches.every((branch) => branch === first)) return first;
    const key = `${variable}:${branches.join()}`;
    const known = this.#unique.get(key);
    if (known !== undefined) return known;
    const node = this.#variable.push(variable) - 1;
    this.#branches.push(branches);
    this.#unique.set(key, node);
    return node;
  }

  /** The variable a node branches on; `Infinity` for the two terminals. */
  variableOf(node: Node): number {
    return this.#variable[node] ?? Infinity;
  }

  /** A node's branches, one per cell of its variable. */
  branchesOf(node: Node): readonly Node[] {
    return this.#branches[node] ?? [];
  }

  and(a: Node, b: Node): Node {
    if (a > b) return this.and(b, a);
    if (a === never || a === b) return a;
    if (a === always) return b;
    const key = `${a},${b}`;
    const known = this.#ands.get(key);
    if (known !== undefined) return known;
    const variable = Math.min(this.variableOf(a), this.variableOf(b));
    const left = this.#branchesAt(a, variable);
    const right = this.#branchesAt(b, variable);
    const width = Math.max(left.length, right.length);
    const branches: Node[] = [];
    for (let cell = 0; cell < width; cell++) branches.push(this.and(left[cell] ?? a, right[cell] ?? b));
    const node = this.make(variable, branches);
    this.#ands.set(key, node);
    return node;
  }

  or(a: Node, b: Node): Node {
    return this.not(this.and(this.not(a), this.not(b)));
  }

  not(node: Node): Node {
    const known = this.#nots.get(node);
    if (known !== undefined) return known;
    const negated = this.make(
      this.variableOf(node),
      this.branchesOf(node).map((branch) => this.not(branch)),
    );
    this.#nots.set(node, negated);
    this.#nots.set(negated, node);
    return negated;
  }

  /** What is left of a condition once some cells are ruled out. Ruled-out branches copy the first possible one. */
  restrict(node: Node, allowed: Allowed): Node {
    let left = node;
    for (const variable of this.supportOf(node)) {
      const cells = allowed[variable];
      if (cells !== undefined) left = this.narrow(left, variable, cells);
    }
    return left;
  }

  /** `restrict` for one variable. */
  narrow(node: Node, variable: number, cells: readonly number[]): Node {
    const own = this.variableOf(node);
    if (own > variable) return node;
    const key = `${node};${variable};${cells.join()}`;
    const known = this.#narrowed.get(key);
    if (known !== undefined) return known;
    const branches = this.branchesOf(node);
    const narrowed =
      own === variable
        ? this.make(variable, keepOnly(branches, cells))
        : this.make(
            own,
            branches.map((branch) => this.narrow(branch, variable, cells)),
          );
    this.#narrowed.set(key, narrowed);
    return narrowed;
  }

  /** `narrow` to one cell, the step that planning takes millions of times. */
  answer(node: Node, variable: number, cell: number): Node {
    const own = this.variableOf(node);
    if (own > variable) return node;
    if (own === variable) return this.branchesOf(node)[cell] ?? never;
    const key = (node * mostVariables + variable) * mostCells + cell;
    const known = this.#answered.get(key);
    if (known !== undefined) return known;
    const answered = this.make(
      own,
      this.branchesOf(node).map((branch) => this.answer(branch, variable, cell)),
    );
    this.#answered.set(key, answered);
    return answered;
  }

  /** The variables that can still make a difference, ascending. */
  supportOf(node: Node): readonly number[] {
    if (node === never || node === always) return [];
    const known = this.#supports.get(node);
    if (known !== undefined) return known;
    const found = new Set<number>([this.variableOf(node)]);
    for (const branch of this.branchesOf(node)) for (const variable of this.supportOf(branch)) found.add(variable);
    const support = [...found].sort((a, b) => a - b);
    this.#supports.set(node, support);
    return support;
  }

  #branchesAt(node: Node, variable: number): readonly Node[] {
    return this.variableOf(node) === variable ? this.branchesOf(node) : [];
  }
}

function keepOnly(branches: readonly Node[], cells: readonly number[]): Node[] {
  const stand = branches[cells[0] ?? 0] ?? never;
  return branches.map((branch, cell) => (cells.includes(cell) ? branch : stand));
}
