import type { Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';
import { caseSpace } from './case-space.ts';
import type { CaseAxis, CaseSpace, Cell } from './case-space.ts';
import { allow, coverCases, isIn } from './cover.ts';
import type { Cube } from './cover.ts';
import { comparisonsOf } from './stretch.ts';

/**
 * Says the same in as few words as possible: which answers to which questions, cases joined by "or".
 *
 * Two conditions that hold for the same answers come out equal, however they were written. What happens in the
 * cases of `aside` need not be said, because it is said elsewhere.
 */
export function simplifyCondition(
  condition: Condition,
  questions: readonly Question[],
  aside: Condition = { any: [] },
): Condition {
  const space = caseSpace([condition, aside], questions);
  if (space === undefined) return condition;
  const cases = space.cases.filter((at) => !space.holds(aside, at));
  const on = cases.filter((at) => space.holds(condition, at));
  const off = cases.filter((at) => !space.holds(condition, at));
  if (on.length === 0) return { any: [] };
  const cubes = coverCases(space, on, off).map((cube) => withPresuppositions(cube, space));
  return writeCubes(cubes, space.axes);
}

/** Tells whether a simplified condition holds whatever the answers. */
export function isAlways(condition: Condition): boolean {
  return 'all' in condition && condition.all.length === 0;
}

/** Tells whether a simplified condition cannot hold. */
export function isNever(condition: Condition): boolean {
  return 'any' in condition && condition.any.length === 0;
}

/** The same content always written the same way, to tell equal simplified conditions. */
export function keyOf(condition: Condition): string {
  return JSON.stringify(condition);
}

/** Who is told "if the register does not show it" must also be told that this is about children. */
function withPresuppositions(cube: Cube, { axes, cases }: CaseSpace): Cube {
  const inside = cases.filter((at) => isIn(cube, at));
  return axes.reduceRight<Cube>((said, axis, index) => {
    if (isFull(said, axis, index) || allowsMoot(said, axis, index)) return said;
    return axis.guardedBy.reduce<Cube>((more, guard) => {
      const cells = inside.reduce((mask, at) => mask | (1 << (at[guard] ?? 0)), 0);
      return allow(more, guard, (more[guard] ?? 0) & cells);
    }, said);
  }, cube);
}

function isFull(cube: Cube, { cells }: CaseAxis, index: number): boolean {
  return cube[index] === 2 ** cells.length - 1;
}

function allowsMoot(cube: Cube, { cells }: CaseAxis, index: number): boolean {
  return allowed(cube, cells, index).some((cell) => 'moot' in cell);
}

function allowed(cube: Cube, cells: readonly Cell[], index: number): readonly Cell[] {
  return cells.filter((_, bit) => ((cube[index] ?? 0) & (1 << bit)) !== 0);
}

/** What all cubes demand is said once, before what tells them apart. */
function writeCubes(cubes: readonly Cube[], axes: readonly CaseAxis[]): Condition {
  const demands = cubes.map((cube) =>
    axes.flatMap((axis, index) => (isFull(cube, axis, index) ? [] : [demand(cube, axis, index)])),
  );
  const [first = []] = demands;
  const isCommon = (part: Condition): boolean =>
    demands.every((parts) => parts.some((other) => keyOf(other) === keyOf(part)));
  const common = first.filter(isCommon);
  const apart = demands.map((parts) =>
    join(
      'all',
      parts.filter((part) => !isCommon(part)),
    ),
  );
  return join('all', apart.some(isAlways) ? common : [...common, join('any', inOrder(apart))]);
}

function join(word: 'all' | 'any', parts: readonly Condition[]): Condition {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return word === 'all' ? { all: parts } : { any: parts };
}

/** Alternatives on one question stand together; the order in which they were found plays no part. */
function inOrder(parts: readonly Condition[]): readonly Condition[] {
  return [...parts].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function demand(cube: Cube, { question, lacks, cells }: CaseAxis, index: number): Condition {
  const inside = allowed(cube, cells, index);
  if (lacks !== undefined) {
    return inside.some((cell) => 'lacks' in cell && cell.lacks) ? { lacks } : { not: { lacks } };
  }
  const id = question?.id ?? '';
  // "Does not apply" is no answer a person could give; the rest of such a set is named by what it leaves out.
  if (inside.some((cell) => 'moot' in cell)) {
    return {
      not: leaf(
        id,
        cells.filter((cell) => !inside.includes(cell)),
      ),
    };
  }
  return leaf(id, inside);
}

function leaf(question: string, cells: readonly Cell[]): Condition {
  const is = cells.flatMap((cell) => ('option' in cell ? [cell.option] : []));
  if (is.length > 0) return { question, is };
  const stretches = cells.flatMap((cell) => ('stretch' in cell ? [cell.stretch] : []));
  return join(
    'any',
    comparisonsOf(stretches).map((compare) => ({ question, compare })),
  );
}
