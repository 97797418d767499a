import { AuditLog } from '../../audit/audit-log.ts';
import type { Clock } from '../../clock.ts';
import { todayInBeijing } from '../../clock.ts';
import { Erasing } from '../../receipts/erasing.ts';
import type { Database } from '../../storage/database.ts';
import { emptyJournal, overwriteDeleted } from './deleted-bytes.ts';
import type { Swept } from './sweep.ts';
import { sweep } from './sweep.ts';

/** What a run took away. */
export interface RetentionRun extends Swept {
  readonly consultations: number;
  readonly receipts: number;
}

/** What the job needs. */
export interface RetentionOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** Days that consultations, notices and what came of them are kept. */
  readonly days: number;
  /** Is told each consultation that is gone, so that nobody goes on remembering it. Default: nobody does. */
  readonly erased?: ((id: string) => void) | undefined;
}

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Between two runs, over all processes on one database. */
const EVERY = 20 * HOUR;

/** Where the time of the last run stands. */
const LAST_RUN = 'retention-last-run';

/** Deletes what has been kept long enough, once a day, whichever process comes first. */
export class RetentionJob {
  readonly #options: RetentionOptions;

  constructor(options: RetentionOptions) {
    this.#options = options;
  }

  /** Makes sure that what is deleted cannot be read from the file any more, by this job or by anybody else. */
  prepare(): Promise<void> {
    return overwriteDeleted(this.#options.database);
  }

  /** Runs, unless this or another process has run less than a day ago. */
  async runIfDue(): Promise<RetentionRun | undefined> {
    return (await this.#claim()) ? this.run() : undefined;
  }

  /** Deletes all that is over now, leaves a row in the audit log and no trace in the files. */
  async run(): Promise<RetentionRun> {
    const { database, clock, days, erased } = this.#options;
    const audit = new AuditLog({ database, clock });
    const now = clock.now();
    const day = todayInBeijing({ now: () => now - days * DAY });
    await this.prepare();
    const { consultations, receipts, ids } = await new Erasing({ database, clock, audit }).olderThan(day);
    for (const id of ids) erased?.(id);
    const swept = await sweep(database, { kept: Date.parse(`${day}T00:00:00+08:00`), now });
    const run = { consultations, receipts, ...swept };
    await audit.recordAlone({ actor: 'system', action: 'retention-run', object: day, detail: run });
    await emptyJournal(database);
    return run;
  }

  /** Notes the run before it begins, in one statement that only one process can win. */
  async #claim(): Promise<boolean> {
    const { database, clock } = this.#options;
    const now = clock.now();
    return database.write(async (transaction) => {
      await transaction
        .insertInto('settings')
        .values({ name: LAST_RUN, value: '0' })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const last = await transaction
        .selectFrom('settings')
        .select('value')
        .where('name', '=', LAST_RUN)
        .executeTakeFirst();
      if (now - Number(last?.value ?? 0) < EVERY) return false;
      const { numUpdatedRows } = await transaction
        .updateTable('settings')
        .set({ value: String(now) })
        .where('name', '=', LAST_RUN)
        .where('value', '=', last?.value ?? '0')
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    });
  }
}
