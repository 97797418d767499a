import type { ServiceItem } from '../model/service-item.ts';
import { dayNumber } from '../rules/range.ts';
import type { Library } from './library.ts';

/** After this many days somebody should compare an item with its sources again. */
const DAYS_UNTIL_STALE = 365;

/** Dates that cannot be (checked tomorrow) or should not be (checked long ago, already expired). */
export function checkDates(items: readonly ServiceItem[], today: string, { sources, origins, log }: Library): void {
  for (const { checked, obligations } of items) {
    const at = origins.get(checked);
    const age = (dayNumber(today) ?? 0) - (dayNumber(checked.on) ?? 0);
    if (at && age < 0) log.error(at, 'future-date', `核对日期 ${checked.on} 还没到（今天 ${today}）；请改。`);
    if (at && age > DAYS_UNTIL_STALE) {
      log.warning(at, 'stale-date', `上次核对是 ${checked.on}，过了 ${age} 天；请对照来源重新核对。`);
    }
    for (const obligation of obligations) {
      const place = origins.get(obligation);
      const { from = '', to } = obligation;
      // A period that ends before it begins is a slip, reported elsewhere.
      if (!place || to === undefined || to > today || to <= from) continue;
      log.warning(place, 'expired', `这一条从 ${to} 起不再适用（今天 ${today}）；请删去或改日期。`);
    }
  }
  for (const [, source] of sources.entries()) {
    const at = origins.get(source);
    if (!at || dayNumber(source.date) === undefined || source.date <= today) continue;
    log.error(at, 'future-date', `来源“${source.id}”的日期 ${source.date} 还没到（今天 ${today}）；请改。`);
  }
}
