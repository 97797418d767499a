import type { Case, CaseSpace } from './case-space.ts';

/** For each axis, the cells that are allowed, one bit each. A case lies in it when every cell is allowed. */
export type Cube = readonly number[];

/** Tells whether a case lies in a cube. */
export function isIn(cube: Cube, at: Case): boolean {
  return cube.every((mask, axis) => (mask & (1 << (at[axis] ?? 0))) !== 0);
}

/** The cube with other cells allowed on one axis. */
export function allow(cube: Cube, axis: number, cells: number): Cube {
  return cube.map((mask, index) => (index === axis ? cells : mask));
}

/** Every cell of an axis. */
export function allCells({ axes }: CaseSpace, axis: number): number {
  return 2 ** (axes[axis]?.cells.length ?? 0) - 1;
}

/** The cell that stands for "does not apply"; 0 when the axis has none. */
export function mootCell({ axes }: CaseSpace, axis: number): number {
  const at = axes[axis]?.cells.findIndex((cell) => 'moot' in cell) ?? -1;
  return at < 0 ? 0 : 1 << at;
}
