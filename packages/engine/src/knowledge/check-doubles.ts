import type { MaterialObligation } from '../model/obligation.ts';
import { findCase } from './proof/find-case.ts';
import { sayCase } from './proof/say-case.ts';
import type { ItemCheck } from './item-check.ts';

/**
 * One paper asked for twice in the same situation: the author meant one line, or forgot to part the conditions.
 */
export function checkDoubles(check: ItemCheck): void {
  const { item, log, origins } = check;
  const materials = item.obligations.filter((obligation) => obligation.kind === 'material');
  materials.forEach((second, index) => {
    const at = origins.get(second);
    for (const first of materials.slice(0, index)) {
      const earlier = origins.get(first);
      const words = areOne(first, second) ? meeting(first, second, check) : undefined;
      if (!at || !earlier || words === undefined) continue;
      const where = earlier.file === at.file ? '' : ` ${earlier.file} `;
      const message = `“${words}”时，这份材料要了两次，另一次在${where}第 ${earlier.line} 行；请合并，或把条件分开。`;
      log.warning(at, 'asked-twice', message);
      return;
    }
  });
}

/** Alternatives of different kinds are different lines; only the very same choice is a double. */
function areOne(a: MaterialObligation, b: MaterialObligation): boolean {
  return idsOf(a) === idsOf(b);
}

function idsOf({ anyOf }: MaterialObligation): string {
  return anyOf
    .map((use) => use.material)
    .sort()
    .join();
}

/** A case in which both stand on the notice. */
function meeting(a: MaterialObligation, b: MaterialObligation, { spaces, nameOf }: ItemCheck): string | undefined {
  for (const space of spaces) {
    const found = findCase(space, space.diagrams.and(space.holds(a), space.holds(b)));
    if (found) return sayCase(found, space.axes, nameOf);
  }
  return undefined;
}
