import type { Clock } from '../clock.ts';
import { cleanWords } from '../ledger/clean-words.ts';
import type { DueDay } from '../ledger/due-day.ts';
import { ledgerStatements } from '../ledger/ledger-statements.ts';
import type { LedgerStatementsOptions } from '../ledger/ledger-statements.ts';
import { newEntry } from '../ledger/new-entry.ts';
import type { NewEntry } from '../ledger/new-entry.ts';
import type { Database } from '../storage/database.ts';
import type { IntactReceipt } from '../receipts/kept-receipt.ts';
import type { RatingRow } from '../storage/tables.ts';
import type { RatingTold } from './rating-body.ts';
import { isPoor } from './rating-reasons.ts';

/** What ratings are kept with. */
export interface RatingsOptions extends LedgerStatementsOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly due: DueDay;
}

/** Keeps what citizens think: one rating for one notice (一次一评), and for a poor one an entry in the ledger. */
export class Ratings {
  readonly #options: RatingsOptions;

  constructor(options: RatingsOptions) {
    this.#options = options;
  }

  /** Rates a notice; whoever comes second gets what was said first, and changes nothing. */
  async rate(
    receipt: IntactReceipt,
    told: RatingTold,
  ): Promise<{ readonly rating: RatingRow; readonly isNew: boolean }> {
    const { database, clock } = this.#options;
    const rating: RatingRow = {
      receipt: receipt.number,
      level: told.level,
      reasons: JSON.stringify([...new Set(told.reasons)]),
      words: cleanWords(told.words),
      region: receipt.region,
      at: clock.now(),
    };
    const insert = database.reader
      .insertInto('ratings')
      .values(rating)
      .onConflict((conflict) => conflict.doNothing())
      .compile();
    const followUp = isPoor(told.level) ? ledgerStatements(this.#options)(this.#followUp(receipt, rating)) : [];
    const isNew = (await database.append(insert, ...followUp)) > 0;
    return { rating: isNew ? rating : ((await this.of(receipt)) ?? rating), isNew };
  }

  /** The rating of a notice, if it has one. */
  of(receipt: { readonly number: string }): Promise<RatingRow | undefined> {
    const { reader } = this.#options.database;
    return reader.selectFrom('ratings').selectAll().where('receipt', '=', receipt.number).executeTakeFirst();
  }

  #followUp(receipt: IntactReceipt, { level, reasons, words, region, at }: RatingRow): NewEntry {
    const trip = receipt.notice.items.map(({ item }) => item);
    return newEntry(
      {
        ...{ kind: 'low-rating', region, receipt: receipt.number, consultation: receipt.consultation },
        ...{ item: trip.length === 1 ? trip[0] : undefined, knowledge: receipt.knowledge, words },
        detail: { hash: receipt.hash, trip, level, reasons: JSON.parse(reasons) as string[] },
        once: 'rating',
      },
      { at, due: this.#options.due(at), by: 'citizen' },
    );
  }
}
