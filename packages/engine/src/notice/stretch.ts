import type { Bound, Comparison } from '../model/condition.ts';

/** A point between two answers of a number or date question: just before a value, or just after it. */
export interface Cut {
  readonly at: Bound;
  readonly after: boolean;
}

/** The answers between two cuts; a missing cut leaves that side open. */
export interface Stretch {
  readonly from?: Cut;
  readonly to?: Cut;
}

/** The stretches that some comparisons can tell apart, in order; `undefined` when their bounds cannot be put in order. */
export function stretchesOf(comparisons: readonly Comparison[]): readonly Stretch[] | undefined {
  const cuts = new Map<string, Cut>();
  for (const comparison of comparisons) {
    for (const cut of cutsOf(comparison)) cuts.set(JSON.stringify(cut), cut);
  }
  if (new Set([...cuts.values()].map(({ at }) => typeof at)).size > 1) return undefined;
  const sorted = [...cuts.values()].sort(compareCuts);
  return [...sorted, undefined].map((to, index) => {
    const from = sorted[index - 1];
    return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  });
}

/** Tells whether every answer of a stretch fulfils a comparison that was among those it was cut by. */
export function lies(stretch: Stretch, comparison: Comparison): boolean {
  const { from, to } = boundsOf(comparison);
  const startsIn = from === undefined || (stretch.from !== undefined && compareCuts(from, stretch.from) <= 0);
  const endsIn = to === undefined || (stretch.to !== undefined && compareCuts(stretch.to, to) <= 0);
  return startsIn && endsIn;
}

/** Joins stretches in order that touch, and writes each as a comparison. */
export function comparisonsOf(stretches: readonly Stretch[]): readonly Comparison[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last?.to !== undefined && stretch.from !== undefined && compareCuts(last.to, stretch.from) === 0) {
      const { from } = last;
      joined[joined.length - 1] = { ...(from ? { from } : {}), ...(stretch.to ? { to: stretch.to } : {}) };
    } else joined.push(stretch);
  }
  return joined.map(({ from, to }) => ({
    ...(from === undefined ? {} : from.after ? { gt: from.at } : { gte: from.at }),
    ...(to === undefined ? {} : to.after ? { lte: to.at } : { lt: to.at }),
  }));
}

function cutsOf(comparison: Comparison): readonly Cut[] {
  const { gte, gt, lte, lt } = comparison;
  return [
    ...(gte === undefined ? [] : [{ at: gte, after: false }]),
    ...(gt === undefined ? [] : [{ at: gt, after: true }]),
    ...(lte === undefined ? [] : [{ at: lte, after: true }]),
    ...(lt === undefined ? [] : [{ at: lt, after: false }]),
  ];
}

/** Of two bounds on the same side, the stricter. */
function boundsOf({ gte, gt, lte, lt }: Comparison): Stretch {
  const from = [...cutsOf({ ...(gte === undefined ? {} : { gte }), ...(gt === undefined ? {} : { gt }) })];
  const to = [...cutsOf({ ...(lte === undefined ? {} : { lte }), ...(lt === undefined ? {} : { lt }) })];
  const lowest = from.sort(compareCuts).at(-1);
  const highest = to.sort(compareCuts)[0];
  return { ...(lowest === undefined ? {} : { from: lowest }), ...(highest === undefined ? {} : { to: highest }) };
}

function compareCuts(a: Cut, b: Cut): number {
  const [left, right] = [sortable(a.at), sortable(b.at)];
  if (left === right) return Number(a.after) - Number(b.after);
  return left < right ? -1 : 1;
}

function sortable(bound: Bound): number | string {
  return typeof bound === 'object' ? bound.today : bound;
}
