import type { Obligation } from '../model/obligation.ts';
import type { OutcomeLine } from '../model/outcome.ts';
import type { ItemCheck } from './item-check.ts';

/**
 * Obligations that no answer brings out are dead letters; a condition that always holds is none. Returns the ids of
 * the dead ones.
 */
export function checkReach(check: ItemCheck): ReadonlySet<string> {
  const { item, log, origins } = check;
  const lines = linesOfAllDays(check);
  const dead = new Set<string>();
  for (const obligation of item.obligations) {
    const at = origins.get(obligation);
    // Obligations that say the same are judged as one, under the first one's id.
    const own = lines.filter((line) => line.obligation === obligation);
    if (!at || own.length === 0) continue;
    if (own.every((line) => line.holds === 'no')) {
      const message =
        '怎么回答都不会出现这一条：条件自相矛盾，或者前面的 refuse、handoff 总是先成立；请改条件，或删去。';
      log.error(at, 'never-holds', message);
      dead.add(obligation.id);
    } else if (isConditional(obligation) && own.every((line) => line.holds === 'yes')) {
      log.warning(at, 'always-holds', '怎么回答都会出现这一条，when 没有用；请删去 when，或改条件。');
    }
  }
  return dead;
}

/** Today, and the first day of everything that applies only later. */
function linesOfAllDays({ item, today, book, starts }: ItemCheck): readonly OutcomeLine[] {
  const later = item.obligations.flatMap(({ from }) => (from !== undefined && from > today ? [from] : []));
  const days = [...new Set([today, ...later])];
  return days.flatMap((day) => starts.flatMap((start) => book.decide([item.id], { ...start, today: day }).lines));
}

function isConditional({ when }: Obligation): boolean {
  return !('all' in when) || when.all.length > 0;
}
