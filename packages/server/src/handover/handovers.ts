import { randomInt } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import type { Tables } from '../storage/tables.ts';

/** A code as it is told to the person. */
export interface HandoverCode {
  /** Six digits. */
  readonly code: string;
  readonly expires: number;
}

const DIGITS = 6;
/** A code is read out and typed in while two people talk. */
const LIFETIME = 10 * 60_000;
/** Codes drawn before giving up; with ten thousand of a million in use, one draw in a hundred meets one of them. */
const DRAWS = 20;

/** Gives consultations six-digit codes by which another channel goes on with them, each once. */
export class Handovers {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor({ database, clock }: { readonly database: Database; readonly clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Gives a consultation a new code, and ends the one it had. Undefined when there is no such consultation. */
  issue(consultation: string): Promise<HandoverCode | undefined> {
    return this.#database.write(async (transaction) => {
      const known = await transaction
        .selectFrom('consultations')
        .select('id')
        .where('id', '=', consultation)
        .executeTakeFirst();
      if (!known) return undefined;
      const now = this.#clock.now();
      await transaction.deleteFrom('handovers').where('expires', '<=', now).execute();
      return draw(transaction, consultation, now + LIFETIME);
    });
  }

  /**
   * The consultation behind a code, to whoever is first; undefined for a code that is wrong, used or too old.
   *
   * @param region consultations of other regions are not found
   */
  redeem(code: string, region?: string): Promise<string | undefined> {
    return this.#database.write(async (transaction) => {
      // One statement finds and deletes, so two people with the same code cannot both get the consultation.
      const live = transaction
        .deleteFrom('handovers')
        .where('code', '=', code)
        .where('expires', '>', this.#clock.now())
        .returning('consultation');
      const mine =
        region === undefined
          ? live
          : live.where('consultation', 'in', (from) =>
              from.selectFrom('consultations').select('id').where('region', '=', region),
            );
      return (await mine.executeTakeFirst())?.consultation;
    });
  }
}

async function draw(transaction: Transaction<Tables>, consultation: string, expires: number): Promise<HandoverCode> {
  for (let drawn = 0; drawn < DRAWS; drawn += 1) {
    const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
    await transaction.deleteFrom('handovers').where('consultation', '=', consultation).execute();
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('handovers')
      .values({ code, consultation, expires })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) return { code, expires };
  }
  throw new RangeError('no six-digit code is free');
}
