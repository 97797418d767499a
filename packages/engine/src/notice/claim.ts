import type { Condition } from '../model/condition.ts';
import type { MaterialObligation, MaterialUse } from '../model/obligation.ts';
import type { DueLine } from './due-line.ts';

/** One item's demand for one material, or for any one of several. */
export interface Claim {
  readonly item: string;
  readonly obligation: MaterialObligation;
  readonly open?: Condition;
  /** By slot; the alternatives among which the person chooses. */
  readonly uses: ReadonlyMap<string, MaterialUse>;
}

/** All demands that the same material, or the same choice of materials, satisfies. */
export interface Demand {
  /** Slots, sorted: 甲|乙. */
  readonly key: string;
  readonly slots: readonly string[];
  readonly claims: readonly Claim[];
}

/** Reads a due material as a claim. A material that stands twice among the alternatives takes two slots. */
export function claimOf({ item, obligation, open }: DueLine<'material'>): Claim {
  const uses = new Map<string, MaterialUse>();
  for (const use of obligation.anyOf) {
    const again = [...uses.values()].filter(({ material }) => material === use.material).length;
    uses.set(again === 0 ? use.material : `${use.material}#${again + 1}`, use);
  }
  return { item, obligation, uses, ...(open === undefined ? {} : { open }) };
}

/** Tells whether a claim asks for something to bring; what the office looks up itself asks for nothing. */
export function asksToBring({ obligation }: Claim): boolean {
  return obligation.necessity !== 'waived';
}

/** Tells whether a demand is sure to be made, whatever is still open. */
export function isCertain({ claims }: Demand): boolean {
  return claims.some((claim) => claim.open === undefined && asksToBring(claim));
}
