import type { Allowed, Node } from '../../rules/diagram.ts';
import { always, never } from '../../rules/diagram.ts';
import type { ItemSpace } from './item-space.ts';

/** Some answers, as the cells that each axis may be in; axes that play no part are absent. */
export type Case = ReadonlyMap<number, readonly number[]>;

type Space = Pick<ItemSpace, 'diagrams' | 'axes' | 'cells'>;

/**
 * The answers that make a condition hold, naming as few questions as a path through its diagram can; `undefined`
 * when nothing makes it hold. Whatever is not named may be answered in any way.
 */
export function findCase(space: Space, node: Node): Case | undefined {
  if (node === never) return undefined;
  return withoutNeedless(space, node, shortestPath(space, node));
}

interface Step {
  readonly length: number;
  readonly cells?: readonly number[];
  readonly to?: Node;
}

function shortestPath({ diagrams, cells }: Space, start: Node): Case {
  const known = new Map<Node, Step>([
    [always, { length: 0 }],
    [never, { length: Infinity }],
  ]);
  const visit = (node: Node): Step => {
    const before = known.get(node);
    if (before) return before;
    const branches = diagrams.branchesOf(node);
    const possible = cells[diagrams.variableOf(node)] ?? [];
    let best: Step = { length: Infinity };
    for (const to of new Set(possible.map((cell) => branches[cell] ?? never))) {
      const length = 1 + visit(to).length;
      if (length < best.length) best = { length, to, cells: possible.filter((cell) => branches[cell] === to) };
    }
    known.set(node, best);
    return best;
  };
  const path = new Map<number, readonly number[]>();
  for (let node = start; node !== always;) {
    const step = visit(node);
    if (step.cells === undefined || step.to === undefined) break;
    path.set(diagrams.variableOf(node), step.cells);
    node = step.to;
  }
  return path;
}

/** Drops what need not be said. Later questions first: those they hang on say more. */
function withoutNeedless({ diagrams, axes }: Space, node: Node, path: Case): Case {
  const kept = new Map(path);
  for (const [axis, cells] of [...path].reverse()) {
    kept.delete(axis);
    const allowed: Allowed = axes.map((_, index) => kept.get(index));
    if (diagrams.restrict(node, allowed) !== always) kept.set(axis, cells);
  }
  return new Map([...kept].sort(([a], [b]) => a - b));
}
