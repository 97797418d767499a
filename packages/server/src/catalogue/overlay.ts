import type { Obligation, ServiceItem } from '@onetrip/engine';

/** What a region changes in an item of the base: places, windows, fees. */
export interface Overlay {
  /** By id of the base's obligation: what stands in its place, or null where it does not hold in the region. */
  readonly replace: Readonly<Record<string, Obligation | null>>;
  /** The region's own, after those of the base. */
  readonly add: readonly Obligation[];
}

/** The item as it is in a region. */
export function applyOverlay(base: ServiceItem, { replace, add }: Overlay): ServiceItem {
  const kept = base.obligations.flatMap((obligation) =>
    Object.hasOwn(replace, obligation.id) ? (replace[obligation.id] ?? []) : [obligation],
  );
  return { ...base, obligations: [...kept, ...add] };
}

/** What makes a region's item out of the base's; undefined when it differs in more than an overlay can say. */
export function overlayOf(base: ServiceItem, regional: ServiceItem): Overlay | undefined {
  const own = new Map(regional.obligations.map((obligation) => [obligation.id, obligation]));
  const known = new Set(base.obligations.map(({ id }) => id));
  const replaced = base.obligations.flatMap((obligation) => {
    const local = own.get(obligation.id);
    return JSON.stringify(local) === JSON.stringify(obligation) ? [] : [[obligation.id, local ?? null] as const];
  });
  const add = regional.obligations.filter(({ id }) => !known.has(id));
  const overlay = { replace: Object.fromEntries(replaced), add };
  return JSON.stringify(applyOverlay(base, overlay)) === JSON.stringify(regional) ? overlay : undefined;
}
