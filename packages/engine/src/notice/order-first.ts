import type { FirstStep } from './first-step.ts';
import type { Reference } from './reference.ts';

/**
 * Puts steps into an order in which each finds what it needs: a paper before the item that asks for it. Where two
 * need each other, or neither needs the other, they stay in the order they came.
 */
export function orderFirst(steps: readonly FirstStep[], reference: Reference): readonly FirstStep[] {
  const left = [...steps];
  const ordered: FirstStep[] = [];
  while (left.length > 0) {
    const free = left.findIndex((step) => !left.some((other) => other !== step && needs(step, other, reference)));
    // Nothing is free only in a circle (the register needs the card, the card the register): then the first goes first.
    ordered.push(...left.splice(Math.max(0, free), 1));
  }
  return ordered;
}

function needs(step: FirstStep, other: FirstStep, reference: Reference): boolean {
  const item = step.item === undefined ? undefined : reference.items.get(step.item);
  if (item === undefined) return false;
  return item.obligations.some((obligation) => {
    if (obligation.kind === 'before') return other.item !== undefined && obligation.item === other.item;
    if (obligation.kind !== 'material') return false;
    return obligation.anyOf.every(({ material }) => {
      if (material === other.material) return true;
      const issuer = reference.materials.get(material)?.issuedBy;
      return other.item !== undefined && issuer === other.item;
    });
  });
}
