import type { Obligation } from '../model/obligation.ts';
import { always, never } from '../rules/diagram.ts';
import { explainAlways, explainNever } from './explain-reach.ts';
import type { ItemCheck } from './item-check.ts';
import { isInForce } from './proof/days.ts';

/** Obligations that no answer brings out are dead letters; a condition that always holds is none. */
export function checkReach(check: ItemCheck): void {
  const { item, log, origins, spaces } = check;
  for (const obligation of item.obligations) {
    const at = origins.get(obligation);
    const own = spaces.filter(({ day }) => isInForce(obligation, day));
    const [space] = own;
    if (!at || !space) continue;
    if (own.every(({ holds }) => holds(obligation) === never)) {
      const message = `怎么回答都不会出现这一条：${explainNever(obligation, { ...check, space })}请改条件，或删去。`;
      log.error(at, 'never-holds', message);
    } else if (isConditional(obligation) && own.every(({ applies }) => applies(obligation) === always)) {
      const message = `怎么回答都会出现这一条：${explainAlways(obligation.when, check)}请删去 when，或改条件。`;
      log.warning(at, 'always-holds', message);
    }
  }
}

function isConditional({ when }: Obligation): boolean {
  return !('all' in when) || when.all.length > 0;
}
