import type { Example } from '../model/service-item.ts';
import { decidedFee, decidedFirst, decidedMaterials, decidedVerdict } from './decided.ts';
import type { DecidedOutcome } from './decided.ts';
import { present } from './present.ts';

/**
 * What an example gives when the rules are right: a verdict alone, or everything that costs a person something. What
 * is still open is left out.
 */
export function givesOf(outcome: DecidedOutcome): Example['gives'] {
  if (decidedVerdict(outcome, 'ineligible').value.length > 0) return { eligible: false };
  if (decidedVerdict(outcome, 'handoff').value.length > 0) return { handoff: true };
  const materials = decidedMaterials(outcome);
  const fee = decidedFee(outcome);
  const first = decidedFirst(outcome);
  return present({
    materials: materials.missing.length > 0 ? undefined : materials.value,
    fee: fee.missing.length > 0 ? undefined : fee.value,
    eligible: decidedVerdict(outcome, 'ineligible').missing.length > 0 ? undefined : true,
    first: first.missing.length > 0 || first.value.length === 0 ? undefined : first.value,
  });
}
