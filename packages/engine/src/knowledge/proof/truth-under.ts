import type { Truth } from '../../model/condition.ts';
import { always, never } from '../../rules/diagram.ts';
import type { Allowed, Diagrams, Node } from '../../rules/diagram.ts';

/**
 * Tells of any diagram what some answers make of it: it holds, it does not, or it still hangs on others. What it has
 * seen of one diagram serves the next.
 */
export function truthUnder(diagrams: Diagrams, allowed: Allowed): (node: Node) => Truth {
  const known = new Map<Node, Truth>([
    [never, 'no'],
    [always, 'yes'],
  ]);
  const visit = (node: Node): Truth => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const branches = diagrams.branchesOf(node);
    const cells = allowed[diagrams.variableOf(node)];
    let truth: Truth | undefined;
    for (let index = 0; index < (cells ?? branches).length && truth !== 'unknown'; index++) {
      const branch = visit(branches[cells?.[index] ?? index] ?? never);
      truth = truth === undefined || truth === branch ? branch : 'unknown';
    }
    known.set(node, truth ?? 'unknown');
    return truth ?? 'unknown';
  };
  return visit;
}
