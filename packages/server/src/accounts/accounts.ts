import type { Transaction } from 'kysely';
import type { AuditEntry, AuditLog } from '../audit/audit-log.ts';
import type { Clock } from '../clock.ts';
import { randomId } from '../ids.ts';
import type { Misses } from '../limits/misses.ts';
import type { Database } from '../storage/database.ts';
import type { AccountRow, Tables } from '../storage/tables.ts';
import { accountsText } from '../text/accounts-text.ts';
import { inScope } from './in-scope.ts';
import type { Logins } from './logins.ts';
import type { AccountFault, NewAccount } from './new-account.ts';
import { newAccountFault } from './new-account.ts';
import { oneTimePassword } from './one-time-password.ts';
import type { CurrentFault, PasswordFault } from './password-rules.ts';
import { passwordFault } from './password-rules.ts';
import type { Passwords } from './passwords.ts';

/** What accounts are kept with. */
export interface AccountsOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly logins: Logins;
  readonly misses: Misses;
  readonly passwords: Passwords;
}

/** An account with the password it was just given; it is nowhere else and cannot be read again. */
export interface GivenPassword {
  readonly account: AccountRow;
  /** Null for who signs in by OpenID Connect. */
  readonly password: string | null;
}

/** What a person types to change their password. */
export interface TypedPasswords {
  readonly current: string;
  readonly chosen: string;
}

/** The cookie of a login that was just opened; it is nowhere else. */
export interface NewLogin {
  readonly cookie: string;
}

/** Keeps who may sign in. Every change is in the audit log. */
export class Accounts {
  readonly #options: AccountsOptions;

  constructor(options: AccountsOptions) {
    this.#options = options;
  }

  /** The accounts a supervisor looks after, by name. */
  async list(supervisor: AccountRow): Promise<readonly AccountRow[]> {
    const query = this.#options.database.reader.selectFrom('accounts').selectAll().orderBy('name');
    const ofRegion = query.where('region', '=', supervisor.region);
    return (supervisor.hall === null ? ofRegion : ofRegion.where('hall', '=', supervisor.hall)).execute();
  }

  /**
   * Makes a supervisor where nobody could sign in as one, and gives the password for whoever started the server to read.
   * `undefined` where there is one already.
   */
  async ensureSupervisor(region: string): Promise<GivenPassword | undefined> {
    const { database } = this.#options;
    const supervisors = database.reader.selectFrom('accounts').select('id').where('role', '=', 'supervisor');
    if (await supervisors.where('disabled', '=', 0).executeTakeFirst()) return undefined;
    const names = await database.reader
      .selectFrom('accounts')
      .select('name')
      .where('name', 'like', 'supervisor%')
      .execute();
    const name = freeName('supervisor', new Set(names.map((row) => row.name)));
    const made = await this.#insert(
      { name, display: accountsText.firstSupervisor, role: 'supervisor', hall: null },
      region,
      'system',
    );
    // Another process that started at the same moment was quicker, and has printed its password.
    return typeof made === 'string' ? undefined : made;
  }

  /** Makes an account in the supervisor's region, with a one-time password unless it signs in elsewhere. */
  async create(supervisor: AccountRow, given: NewAccount): Promise<GivenPassword | AccountFault> {
    const fault = newAccountFault(given);
    if (fault) return fault;
    if (supervisor.hall !== null && supervisor.hall !== given.hall) return 'hall-out-of-reach';
    return this.#insert(given, supervisor.region, supervisor.id);
  }

  /** Lets an account sign in or not; whoever is signed in with it is signed out at once. */
  async setDisabled(supervisor: AccountRow, id: string, disabled: boolean): Promise<AccountFault | undefined> {
    const found = await this.#within(supervisor, id);
    if (typeof found === 'string') return found;
    const action = disabled ? 'account-disabled' : 'account-enabled';
    await this.#change({ actor: supervisor.id, action, object: id }, { disabled: disabled ? 1 : 0 });
    return undefined;
  }

  /** Gives an account another role or hall; what it may do changes with the next request. */
  async setRole(
    supervisor: AccountRow,
    id: string,
    given: Pick<AccountRow, 'role' | 'hall'>,
  ): Promise<AccountFault | undefined> {
    const found = await this.#within(supervisor, id);
    if (typeof found === 'string') return found;
    if (supervisor.hall !== null && supervisor.hall !== given.hall) return 'hall-out-of-reach';
    const detail = { from: found.role, to: given.role, fromHall: found.hall, toHall: given.hall };
    await this.#options.database.write(async (transaction) => {
      await transaction.updateTable('accounts').set(given).where('id', '=', id).execute();
      await this.#options.audit.record(transaction, {
        actor: supervisor.id,
        action: 'role-changed',
        object: id,
        detail,
      });
    });
    return undefined;
  }

  /** Replaces a forgotten password by a one-time password, and lifts the lock on the name. */
  async resetPassword(supervisor: AccountRow, id: string): Promise<GivenPassword | AccountFault> {
    const found = await this.#within(supervisor, id);
    return typeof found === 'string' ? found : this.#giveOneTimePassword(found, supervisor.id);
  }

  /** The same for whoever has the machine itself, when the last supervisor has forgotten theirs. */
  async resetByOperator(name: string): Promise<GivenPassword | AccountFault> {
    const { reader } = this.#options.database;
    const found = await reader.selectFrom('accounts').selectAll().where('name', '=', name).executeTakeFirst();
    return found ? this.#giveOneTimePassword(found, 'operator') : 'account-unknown';
  }

  /**
   * Sets the password a person chose, and signs them out everywhere else.
   *
   * @returns the cookie of their new login, or why the password is not changed
   */
  async choosePassword(account: AccountRow, typed: TypedPasswords): Promise<NewLogin | PasswordFault | CurrentFault> {
    const { passwords, audit, misses } = this.#options;
    const { id, name } = account;
    // Whoever finds a desk with somebody signed in must not try passwords here instead.
    if (!(await misses.mayTry('sign-in-name', name))) return 'locked-out';
    if (!(await passwords.matches(typed.current, account.password))) {
      await audit.recordAlone({ actor: id, action: 'password-change-failed', object: id });
      return 'current-password-wrong';
    }
    await misses.forget('sign-in-name', name);
    const fault = passwordFault(typed.chosen, name);
    if (fault) return fault;
    if (typed.chosen === typed.current) return 'password-unchanged';
    return { cookie: await this.#setPassword(id, await passwords.hash(typed.chosen)) };
  }

  async #setPassword(id: string, password: string): Promise<string> {
    const { logins, audit, database } = this.#options;
    return database.write(async (transaction) => {
      await transaction.updateTable('accounts').set({ password, must_change: 0 }).where('id', '=', id).execute();
      await logins.closeAll(transaction, id);
      const cookie = await logins.open(transaction, id);
      await audit.record(transaction, { actor: id, action: 'password-changed', object: id });
      return cookie;
    });
  }

  async #insert(given: NewAccount, region: string, actor: string): Promise<GivenPassword | AccountFault> {
    const { passwords, audit, database, clock } = this.#options;
    const { name, display, role, hall, subject = null } = given;
    const password = subject === null ? oneTimePassword() : null;
    const account: AccountRow = {
      id: randomId(),
      name,
      display,
      role,
      region,
      hall,
      password: password === null ? null : await passwords.hash(password),
      must_change: password === null ? 0 : 1,
      disabled: 0,
      subject,
      created: clock.now(),
    };
    return database.write(async (transaction) => {
      const fault = await insertUnlessTaken(transaction, account);
      if (fault) return fault;
      await audit.record(transaction, { actor, action: 'account-created', object: account.id, detail: { role, hall } });
      return { account, password };
    });
  }

  async #giveOneTimePassword(account: AccountRow, actor: string): Promise<GivenPassword | AccountFault> {
    if (account.password === null) return 'no-password';
    const { passwords, misses } = this.#options;
    const password = oneTimePassword();
    const changed = { password: await passwords.hash(password), must_change: 1 };
    await this.#change({ actor, action: 'password-reset', object: account.id }, changed);
    await misses.forget('sign-in-name', account.name);
    return { account: { ...account, ...changed }, password };
  }

  /** Changes what must end every login of the account. */
  async #change(entry: AuditEntry, changed: Partial<AccountRow>): Promise<void> {
    const { database, logins, audit } = this.#options;
    await database.write(async (transaction) => {
      await transaction.updateTable('accounts').set(changed).where('id', '=', entry.object).execute();
      await logins.closeAll(transaction, entry.object);
      await audit.record(transaction, entry);
    });
  }

  /** Another one's account that the supervisor looks after. Their own is for another supervisor to change. */
  async #within(supervisor: AccountRow, id: string): Promise<AccountRow | AccountFault> {
    if (id === supervisor.id) return 'own-account';
    const { reader } = this.#options.database;
    const found = await reader.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
    return found && inScope(supervisor, found) ? found : 'account-unknown';
  }
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted}-${String(n)}`;
    if (!taken.has(name)) return name;
  }
}

async function insertUnlessTaken(
  transaction: Transaction<Tables>,
  account: AccountRow,
): Promise<'name-taken' | 'subject-taken' | undefined> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('accounts')
    .values(account)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return undefined;
  const same = transaction.selectFrom('accounts').select('id').where('name', '=', account.name);
  return (await same.executeTakeFirst()) ? 'name-taken' : 'subject-taken';
}
