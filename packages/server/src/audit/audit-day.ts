import type { Clock } from '../clock.ts';
import { todayInBeijing } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import type { AccountRow, AuditRow } from '../storage/tables.ts';

/** One day of the log, as far as a supervisor may read it. */
export interface AuditDay {
  /** ISO. */
  readonly day: string;
  readonly rows: readonly AuditRow[];
  /** Last number given, when there are more rows. */
  readonly more?: number;
}

/** What of the log is asked for. */
export interface AuditDayQuery {
  readonly day: string;
  /** Rows with higher numbers only. */
  readonly after: number;
}

const ONE_DAY = 24 * 60 * 60 * 1000;
const MOST_ROWS = 200;
/** Who acts without an account. What they did concerns the whole server, so only who looks after a region sees it. */
const NOBODY = ['anonymous', 'system', 'operator', 'citizen'];

/** Reads which day and page are asked for; whatever is no day becomes today. */
export function readAuditDayQuery(clock: Clock, day: string | undefined, after: string | undefined): AuditDayQuery {
  return {
    day:
      day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(startOf(day)) ? day : todayInBeijing(clock),
    after: after !== undefined && /^\d{1,15}$/.test(after) ? Number(after) : 0,
  };
}

/** The rows of one day that the people of a supervisor wrote, or that concern them. */
export async function readAuditDay(
  database: Database,
  supervisor: AccountRow,
  { day, after }: AuditDayQuery,
): Promise<AuditDay> {
  const { reader } = database;
  const ofRegion = reader.selectFrom('accounts').select('id').where('region', '=', supervisor.region);
  const own = supervisor.hall === null ? ofRegion : ofRegion.where('hall', '=', supervisor.hall);
  const start = startOf(day);
  const rows = await reader
    .selectFrom('audit')
    .selectAll()
    .where('at', '>=', start)
    .where('at', '<', start + ONE_DAY)
    .where('seq', '>', after)
    .where(({ eb, or }) =>
      or([
        eb('actor', 'in', own),
        eb('object', 'in', own),
        ...(supervisor.hall === null ? [eb('actor', 'in', NOBODY)] : []),
      ]),
    )
    .orderBy('seq')
    .limit(MOST_ROWS + 1)
    .execute();
  const shown = rows.slice(0, MOST_ROWS);
  const last = shown.at(-1);
  return rows.length > MOST_ROWS && last ? { day, rows: shown, more: last.seq } : { day, rows: shown };
}

/** Milliseconds at which a day begins in Beijing. */
function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`);
}
