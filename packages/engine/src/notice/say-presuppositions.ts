import type { CaseSpace } from './case-space.ts';
import { allCells, allow, isIn, mootCell } from './cube.ts';
import type { Cube } from './cube.ts';

/**
 * Adds to a cube what its answers presuppose: who reads "if the register does not show it" must also read that
 * this is about children. A cube that only says that a question does not apply says instead why it does not.
 * The cases in it stay the same.
 */
export function sayPresuppositions(cube: Cube, space: CaseSpace): Cube {
  const inside = space.cases.filter((at) => isIn(cube, at));
  return space.axes.reduceRight<Cube>((said, { guardedBy }, axis) => {
    const cells = said[axis] ?? 0;
    const moot = mootCell(space, axis);
    const isPresupposed = cells === moot || (cells & moot) === 0;
    if (guardedBy.length === 0 || cells === allCells(space, axis) || !isPresupposed) return said;
    const more = guardedBy.reduce<Cube>((open, guard) => {
      const reached = inside.reduce((mask, at) => mask | (1 << (at[guard] ?? 0)), 0);
      return allow(open, guard, (open[guard] ?? 0) & reached);
    }, said);
    if (cells !== moot) return more;
    const why = allow(more, axis, allCells(space, axis));
    const isSame = space.cases.filter((at) => isIn(why, at)).length === inside.length;
    return isSame ? why : more;
  }, cube);
}

/**
 * Where it leaves the cases as they are, lets a question also not apply: then "not a soldier" names one answer and
 * "neither of these, or a civil servant" two.
 */
export function sayShortest(cube: Cube, space: CaseSpace): Cube {
  return space.axes.reduce<Cube>((said, { cells }, axis) => {
    const moot = mootCell(space, axis);
    const named = cells.filter((_, bit) => ((said[axis] ?? 0) & (1 << bit)) !== 0).length;
    const isLonger = named > cells.length - 1 - named;
    if (moot === 0 || ((said[axis] ?? 0) & moot) !== 0 || !isLonger) return said;
    const shorter = allow(said, axis, (said[axis] ?? 0) | moot);
    const isSame = !space.cases.some((at) => isIn(shorter, at) && !isIn(said, at));
    return isSame ? shorter : said;
  }, cube);
}
