import type { Comparison, Condition } from '../model/condition.ts';
import type { Axis } from './axis.ts';
import { always, never } from './diagram.ts';
import type { Diagrams, Node } from './diagram.ts';
import { isoDay } from './range.ts';
import type { Range } from './range.ts';

/**
 * Writes what a diagram still leaves open as a condition, in as few words as its shape allows. It hangs on questions
 * only: whether a paper is lacking is always known.
 */
export function residualCondition(diagrams: Diagrams, axes: readonly Axis[], node: Node): Condition {
  const axis = axes[diagrams.variableOf(node)];
  if (axis === undefined) return node === always ? { all: [] } : { any: [] };
  const groups = groupCells(diagrams.branchesOf(node));
  const holds = groups.get(always);
  const others = [...groups].filter(([branch]) => branch !== never && branch !== always);
  const parts: Condition[] = holds === undefined ? [] : [atomOf(axis, holds)];
  for (const [branch, cells] of others) {
    const rest = residualCondition(diagrams, axes, branch);
    // Where every other answer settles it as "holds", naming the remaining answers adds nothing: x or (not x and y) is x or y.
    const alone = others.length === 1 && !groups.has(never);
    parts.push(alone ? rest : { all: [atomOf(axis, cells), rest] });
  }
  return parts.length === 1 ? flatten(parts[0] as Condition) : { any: parts.map(flatten) };
}

function groupCells(branches: readonly Node[]): Map<Node, number[]> {
  const groups = new Map<Node, number[]>();
  branches.forEach((branch, cell) => groups.set(branch, [...(groups.get(branch) ?? []), cell]));
  return groups;
}

function flatten(condition: Condition): Condition {
  if (!('all' in condition)) return condition;
  return { all: condition.all.flatMap((part) => ('all' in part ? part.all : [part])) };
}

function atomOf(axis: Axis, cells: readonly number[]): Condition {
  const chosen = cells.flatMap((cell) => axis.cells[cell] ?? []);
  const values = chosen.filter((cell) => typeof cell === 'string');
  if (values.length > 0) return { question: axis.name, is: values };
  const kind = axis.question?.kind === 'date' ? 'date' : 'number';
  const ranges = joinRanges(chosen.filter((cell) => typeof cell !== 'string'));
  const parts = ranges.map((range) => ({ question: axis.name, compare: comparisonOf(range, kind) }));
  return parts.length === 1 && parts[0] ? parts[0] : { any: parts };
}

function joinRanges(ranges: readonly Range[]): readonly Range[] {
  const joined: Range[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last !== undefined && last.to === range.from) joined[joined.length - 1] = { from: last.from, to: range.to };
    else joined.push(range);
  }
  return joined;
}

function comparisonOf(range: Range, kind: 'number' | 'date'): Comparison {
  const bound = (at: number) => (kind === 'date' ? isoDay(at) : at);
  return {
    ...(Number.isFinite(range.from) ? { gte: bound(range.from) } : {}),
    ...(Number.isFinite(range.to) ? { lt: bound(range.to) } : {}),
  };
}
