import type { AuditLog } from '../audit/audit-log.ts';
import type { Misses } from '../limits/misses.ts';
import { sha256 } from '../sha256.ts';
import type { Database } from '../storage/database.ts';
import type { AccountRow } from '../storage/tables.ts';
import type { Logins } from './logins.ts';
import { accountName } from './new-account.ts';
import type { Passwords } from './passwords.ts';

/** What signing in needs. */
export interface SignInOptions {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly logins: Logins;
  readonly misses: Misses;
  readonly passwords: Passwords;
}

/** One try to sign in. */
export interface Credentials {
  readonly name: string;
  readonly password: string;
  /** Where it comes from: the prefix of an address. */
  readonly address: string;
  /** Cookie the browser already had, whose login ends. */
  readonly cookie: string | undefined;
}

/** Why nobody is signed in. A wrong name, a wrong password and a disabled account are one and the same to the outside. */
export type SignInFault = 'wrong-name-or-password' | 'locked-out' | 'busy';

/** Signs people in by name and password, and out. */
export class SignIn {
  readonly #options: SignInOptions;

  constructor(options: SignInOptions) {
    this.#options = options;
  }

  /** Gives the cookie of a new login, or why there is none. */
  async withPassword(credentials: Credentials): Promise<{ readonly cookie: string } | SignInFault> {
    const { database, misses, passwords } = this.#options;
    if (passwords.isBusy) return 'busy';
    const name = accountName(credentials.name);
    if (await misses.locked('sign-in-address', credentials.address)) return 'locked-out';
    if (!(await misses.mayTry('sign-in-name', name))) return 'locked-out';
    const account = await database.reader
      .selectFrom('accounts')
      .selectAll()
      .where('name', '=', name)
      .executeTakeFirst();
    const matches = await passwords.matches(credentials.password, account?.password ?? null);
    const cookie = account && matches ? await this.#open(account, credentials.cookie) : undefined;
    if (cookie === undefined) return this.#refuse(account, credentials.address);
    await misses.forget('sign-in-name', name);
    return { cookie };
  }

  /** Ends a login at once, at every server process. */
  async signOut(account: string, token: string): Promise<void> {
    const { database, logins, audit } = this.#options;
    await database.write(async (transaction) => {
      await logins.close(transaction, token);
      await audit.record(transaction, { actor: account, action: 'signed-out', object: account });
    });
  }

  /** `undefined` when the account was disabled, or its password changed, up to this moment. */
  async #open(account: AccountRow, old: string | undefined): Promise<string | undefined> {
    const { database, logins, audit } = this.#options;
    return database.write(async (transaction) => {
      const still = await transaction
        .selectFrom('accounts')
        .select('id')
        .where('id', '=', account.id)
        .where('disabled', '=', 0)
        .where('password', '=', account.password)
        .executeTakeFirst();
      if (!still) return undefined;
      if (old !== undefined) await logins.close(transaction, sha256(old));
      const cookie = await logins.open(transaction, account.id);
      const detail = { by: 'password' };
      await audit.record(transaction, { actor: account.id, action: 'signed-in', object: account.id, detail });
      return cookie;
    });
  }

  async #refuse(account: AccountRow | undefined, address: string): Promise<'wrong-name-or-password'> {
    const { misses, audit } = this.#options;
    await misses.miss('sign-in-address', address);
    // The name itself may be a password in the wrong field: only the account it belongs to is written down.
    const object = account?.id ?? 'unknown';
    await audit.recordAlone({ actor: 'anonymous', action: 'sign-in-failed', object, detail: { address } });
    return 'wrong-name-or-password';
  }
}
