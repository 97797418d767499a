import type { Clock } from '../clock.ts';
import { sha256 } from '../sha256.ts';
import type { Database } from '../storage/database.ts';
import type { AccountRow, LoginRow } from '../storage/tables.ts';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../storage/tables.ts';
import { loginToken } from './login-token.ts';

/** Somebody who is signed in, and how. */
export interface SignedInPerson {
  readonly account: AccountRow;
  readonly login: LoginRow;
}

const MINUTE = 60_000;
/** Without a request for this long, a login ends. */
const LONGEST_IDLE = 30 * MINUTE;
/** However busy, a login ends. */
const LONGEST = 8 * 60 * MINUTE;
/** A login is marked as seen at most this often, so that a page with ten requests writes once. */
const SEEN_EVERY = MINUTE;

/**
 * Who is signed in, by cookie. The database is asked each time: who signs out at one process is out at all of them.
 */
export class Logins {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor({ database, clock }: { readonly database: Database; readonly clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Signs an account in and gives the cookie, which is nowhere else; it is new each time, so none can be planted. */
  async open(transaction: Transaction<Tables>, account: string): Promise<string> {
    const cookie = loginToken();
    const now = this.#clock.now();
    await transaction
      .insertInto('logins')
      .values({ token: sha256(cookie), account, csrf: loginToken(), created: now, seen: now })
      .execute();
    return cookie;
  }

  /** Who a cookie belongs to, while the login lasts and the account may sign in. */
  async find(cookie: string): Promise<SignedInPerson | undefined> {
    const now = this.#clock.now();
    const { reader } = this.#database;
    const login = await reader
      .selectFrom('logins')
      .selectAll()
      .where('token', '=', sha256(cookie))
      .where('seen', '>', now - LONGEST_IDLE)
      .where('created', '>', now - LONGEST)
      .executeTakeFirst();
    if (!login) return undefined;
    const account = await reader
      .selectFrom('accounts')
      .selectAll()
      .where('id', '=', login.account)
      .where('disabled', '=', 0)
      .executeTakeFirst();
    if (!account) return undefined;
    if (login.seen <= now - SEEN_EVERY) await this.#markSeen(login.token, now);
    return { account, login };
  }

  /** Ends one login. */
  async close(transaction: Transaction<Tables>, token: string): Promise<void> {
    await transaction.deleteFrom('logins').where('token', '=', token).execute();
  }

  /** Ends every login of an account: its password was changed, or it was disabled. */
  async closeAll(transaction: Transaction<Tables>, account: string): Promise<void> {
    await transaction.deleteFrom('logins').where('account', '=', account).execute();
  }

  /** Deletes logins that have ended by themselves; to be called now and then. */
  async sweep(): Promise<void> {
    const now = this.#clock.now();
    const { reader }: { reader: Kysely<Tables> } = this.#database;
    const ended = reader
      .deleteFrom('logins')
      .where(({ eb, or }) => or([eb('seen', '<=', now - LONGEST_IDLE), eb('created', '<=', now - LONGEST)]));
    await this.#database.append(ended.compile());
  }

  async #markSeen(token: string, now: number): Promise<void> {
    const { reader } = this.#database;
    // Never back: another process may have seen it later.
    const seen = reader.updateTable('logins').set({ seen: now }).where('token', '=', token).where('seen', '<', now);
    await this.#database.append(seen.compile());
  }
}
