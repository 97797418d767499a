import type { Claim, Demand } from './claim.ts';
import { claimOf, isCertain } from './claim.ts';
import type { DueLine } from './due-line.ts';

/**
 * Brings together what the same paper satisfies, across all items of a trip.
 *
 * Claims on the same material, or on the same choice of materials, are one demand. A choice that something
 * already certain satisfies joins that demand: who brings the household register anyway has chosen. Claims are
 * moved, never dropped, and which demand they join does not depend on the order of the items.
 */
export function gatherDemands(lines: readonly DueLine<'material'>[]): readonly Demand[] {
  const demands = new Map<string, Demand>();
  for (const line of lines) put(demands, claimOf(line));
  const choices = [...demands.values()].filter(({ slots }) => slots.length > 1);
  choices.sort((a, b) => a.slots.length - b.slots.length || (a.key < b.key ? -1 : 1));
  for (const choice of choices) {
    const host = hostOf(choice, [...demands.values()]);
    if (host === undefined) continue;
    demands.delete(choice.key);
    for (const claim of choice.claims) put(demands, narrow(claim, host.slots));
  }
  const order = lines.map(({ obligation }) => obligation);
  const first = ({ claims }: Demand) => Math.min(...claims.map(({ obligation }) => order.indexOf(obligation)));
  return [...demands.values()].sort((a, b) => first(a) - first(b));
}

function put(demands: Map<string, Demand>, claim: Claim): void {
  const slots = [...claim.uses.keys()];
  const key = [...slots].sort().join('|');
  const before = demands.get(key);
  demands.set(
    key,
    before === undefined ? { key, slots, claims: [claim] } : { ...before, claims: [...before.claims, claim] },
  );
}

/** The certain demand that satisfies a choice whatever is chosen: the fewest alternatives, then by name. */
function hostOf(choice: Demand, demands: readonly Demand[]): Demand | undefined {
  const hosts = demands.filter(
    (demand) =>
      demand.slots.length < choice.slots.length &&
      isCertain(demand) &&
      demand.slots.every((slot) => choice.slots.includes(slot)),
  );
  hosts.sort((a, b) => a.slots.length - b.slots.length || (a.key < b.key ? -1 : 1));
  return hosts[0];
}

function narrow(claim: Claim, slots: readonly string[]): Claim {
  return { ...claim, uses: new Map([...claim.uses].filter(([slot]) => slots.includes(slot))) };
}
