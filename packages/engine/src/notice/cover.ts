import type { Case, CaseSpace } from './case-space.ts';
import { allow, isIn } from './cube.ts';
import type { Cube } from './cube.ts';
import { sayPresuppositions, sayShortest } from './say-presuppositions.ts';

/**
 * Few and wide cubes that together hold every case of `on` and none of `off`; other cases may fall either way.
 *
 * Each cube grows from one case as far as it can (after the expand step of Espresso: R. K. Brayton et al., 1984),
 * in two directions of which the wider result is kept. Growing by a single answer must gain a case of `on`, so that
 * no answer is named that only happens to do no harm.
 */
export function coverCases(space: CaseSpace, on: readonly Case[], off: readonly Case[]): readonly Cube[] {
  const { axes } = space;
  const full = axes.map(({ cells }) => 2 ** cells.length - 1);
  const forward = axes.map((_, index) => index);
  const cubes: Cube[] = [];
  let left = on;
  for (let seed = left[0]; seed !== undefined; seed = left[0]) {
    const start = seed;
    const orders = [forward, [...forward].reverse()];
    const grown = orders.map((order) => sayPresuppositions(grow(start, { order, full, on, off }), space));
    const cube = widest(grown, on, full);
    cubes.push(cube);
    left = left.filter((at) => !isIn(cube, at));
  }
  return tighten(withoutNeedless(cubes, on), on, full).map((cube) => sayShortest(cube, space));
}

interface Field {
  readonly order: readonly number[];
  readonly full: Cube;
  readonly on: readonly Case[];
  readonly off: readonly Case[];
}

function grow(seed: Case, { order, full, on, off }: Field): Cube {
  let cube: Cube = seed.map((cell) => 1 << cell);
  const isFree = (candidate: Cube): boolean => !off.some((at) => isIn(candidate, at));
  for (const axis of order) {
    const candidate = allow(cube, axis, full[axis] ?? 0);
    if (isFree(candidate)) cube = candidate;
  }
  for (const axis of order) {
    for (let bit = 1; bit <= (full[axis] ?? 0); bit *= 2) {
      const candidate = allow(cube, axis, (cube[axis] ?? 0) | bit);
      if (candidate[axis] !== cube[axis] && isFree(candidate) && count(candidate, on) > count(cube, on))
        cube = candidate;
    }
  }
  return cube;
}

function count(cube: Cube, cases: readonly Case[]): number {
  return cases.filter((at) => isIn(cube, at)).length;
}

function widest(cubes: readonly Cube[], on: readonly Case[], full: Cube): Cube {
  const [best] = [...cubes].sort((a, b) => count(b, on) - count(a, on) || named(a, full) - named(b, full));
  return best ?? full;
}

/** How many questions a cube has to name. */
function named(cube: Cube, full: Cube): number {
  return cube.filter((mask, axis) => mask !== full[axis]).length;
}

/** A cube whose cases all lie in the others says nothing new. */
function withoutNeedless(cubes: readonly Cube[], on: readonly Case[]): readonly Cube[] {
  return cubes.reduce<readonly Cube[]>((kept, cube) => {
    const others = kept.filter((other) => other !== cube);
    const isNeedless = on.every((at) => !isIn(cube, at) || others.some((other) => isIn(other, at)));
    return isNeedless ? others : kept;
  }, cubes);
}

/**
 * Answers that other cubes name already are not named twice: the cube that demands most gives way first. A question that a
 * cube leaves free stays free.
 */
function tighten(cubes: readonly Cube[], on: readonly Case[], full: Cube): readonly Cube[] {
  const mostFirst = [...cubes].sort((a, b) => named(b, full) - named(a, full) || count(a, on) - count(b, on));
  return mostFirst.reduce<readonly Cube[]>((tight, cube) => {
    const others = tight.filter((other) => other !== cube);
    const own = on.filter((at) => isIn(cube, at) && !others.some((other) => isIn(other, at)));
    const least = cube.map((mask, axis) =>
      mask === full[axis] ? mask : own.reduce((cells, at) => cells | (1 << (at[axis] ?? 0)), 0),
    );
    return tight.map((other) => (other === cube ? least : other));
  }, mostFirst);
}
