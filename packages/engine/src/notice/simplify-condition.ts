import type { Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';
import { questionsOf } from '../rules/questions-of.ts';
import { caseSpace } from './case-space.ts';
import type { CaseAxis, Cell } from './case-space.ts';
import { coverCases } from './cover.ts';
import type { Cube } from './cube.ts';
import { comparisonsOf } from './stretch.ts';

/** What else there is to know while a condition is simplified. */
export interface SimplifyOptions {
  /** Cases that need not be said, because they are said elsewhere. Default: none. */
  readonly aside?: Condition;
  /** The questions without an answer. Default: those that the condition mentions. */
  readonly open?: ReadonlySet<string>;
}

/**
 * Says the same in as few words as possible: which answers to which questions, cases joined by "or".
 *
 * Two conditions that hold for the same answers come out alike, in whatever order they were written.
 */
export function simplifyCondition(
  condition: Condition,
  questions: readonly Question[],
  options: SimplifyOptions = {},
): Condition {
  const { aside = { any: [] } } = options;
  const { open = new Set([condition, aside].flatMap(questionsOf)) } = options;
  const space = caseSpace([condition, aside], questions, open);
  if (space === undefined) return condition;
  const cases = space.cases.filter((at) => !space.holds(aside, at));
  const on = cases.filter((at) => space.holds(condition, at));
  const off = cases.filter((at) => !space.holds(condition, at));
  if (on.length === 0) return { any: [] };
  return writeCubes(inQuestionOrder(coverCases(space, on, off), space.axes), space.axes);
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

function isFull(cube: Cube, { cells }: CaseAxis, index: number): boolean {
  return cube[index] === 2 ** cells.length - 1;
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
  return join('all', apart.some(isAlways) ? common : [...common, join('any', apart)]);
}

function join(word: 'all' | 'any', parts: readonly Condition[]): Condition {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return word === 'all' ? { all: parts } : { any: parts };
}

/** The case that names the earliest question first; of two on the same question, the earlier option. */
function inQuestionOrder(cubes: readonly Cube[], axes: readonly CaseAxis[]): readonly Cube[] {
  const compare = (a: Cube, b: Cube): number => {
    const axis = axes.findIndex((_, index) => a[index] !== b[index]);
    const [left, right] = [a[axis] ?? 0, b[axis] ?? 0];
    const full = 2 ** (axes[axis]?.cells.length ?? 0) - 1;
    return Number(left === full) - Number(right === full) || left - right;
  };
  return [...cubes].sort(compare);
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
