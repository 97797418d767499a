import type { Transaction } from 'kysely';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Clock } from '../clock.ts';
import { randomId } from '../ids.ts';
import { sha256 } from '../sha256.ts';
import type { Database } from '../storage/database.ts';
import type { AccountRow, AuthorizationRow, Tables } from '../storage/tables.ts';
import { loginToken } from './login-token.ts';
import type { Logins } from './logins.ts';
import type { OidcPerson } from './oidc-claims.ts';
import { OidcClient } from './oidc-client.ts';
import type { OidcSettings } from './oidc-settings.ts';

/** What signing in elsewhere needs. */
export interface OidcSignInOptions {
  readonly settings: OidcSettings;
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly logins: Logins;
  /** Of whoever comes without one. */
  readonly region: string;
}

/** A browser that comes back from the issuer. */
export interface OidcReturn {
  /** `?code=…&state=…` */
  readonly query: string;
  /** Cookie given when it left. */
  readonly browser: string | undefined;
}

/** Why nobody is signed in after coming back. */
export type OidcFault =
  | { readonly fault: 'state-unknown' | 'issuer-unreachable' | 'answer-refused' | 'no-role' | 'account-disabled' }
  | { readonly fault: 'subject-unknown'; readonly subject: string };

/** Time to sign in at the issuer. */
const LONGEST_AWAY = 10 * 60_000;

/** Signs people in whom an OpenID Connect issuer vouches for. */
export class OidcSignIn {
  readonly #options: OidcSignInOptions;
  readonly #client: OidcClient;

  constructor(options: OidcSignInOptions) {
    this.#options = options;
    this.#client = new OidcClient(options.settings);
  }

  /** Where to send the browser, and the cookie by which it is known when it comes back. */
  async begin(
    target: string,
  ): Promise<{ readonly url: string; readonly browser: string } | { readonly fault: 'issuer-unreachable' }> {
    const { database, clock } = this.#options;
    const secrets = { state: loginToken(), nonce: loginToken(), verifier: loginToken() };
    const url = await this.#client.authorizationUrl(secrets);
    if (!(url instanceof URL)) return { fault: 'issuer-unreachable' };
    const browser = loginToken();
    const { nonce, verifier } = secrets;
    const row = {
      state: sha256(secrets.state),
      browser: sha256(browser),
      nonce,
      verifier,
      target,
      created: clock.now(),
    };
    await database.append(database.reader.insertInto('authorizations').values(row).compile());
    return { url: url.href, browser };
  }

  /** Signs in whom the issuer vouches for. A state counts once, and only in the browser it was made for. */
  async finish(back: OidcReturn): Promise<{ readonly cookie: string; readonly target: string } | OidcFault> {
    const state = new URLSearchParams(back.query).get('state') ?? '';
    const begun = await this.#take(state, back.browser ?? '');
    if (!begun) return this.#refuse({ fault: 'state-unknown' });
    const { nonce, verifier, target } = begun;
    const person = await this.#client.personOf(back.query, { state, nonce, verifier });
    if ('refused' in person) return this.#refuse({ fault: person.refused }, person.code);
    const { subject } = person;
    if (person.role === null) return this.#refuse({ fault: 'no-role' }, subject);
    const opened = await this.#open(person);
    if (typeof opened === 'object') return { ...opened, target };
    return this.#refuse(opened === 'subject-unknown' ? { fault: opened, subject } : { fault: opened }, subject);
  }

  /** Deletes sign-ins that nobody came back from; to be called now and then. */
  async sweep(): Promise<void> {
    const { database, clock } = this.#options;
    const old = database.reader.deleteFrom('authorizations').where('created', '<=', clock.now() - LONGEST_AWAY);
    await database.append(old.compile());
  }

  async #take(state: string, browser: string): Promise<AuthorizationRow | undefined> {
    const { database, clock } = this.#options;
    const taken = await database.write((transaction) =>
      transaction.deleteFrom('authorizations').where('state', '=', sha256(state)).returningAll().executeTakeFirst(),
    );
    if (taken?.browser !== sha256(browser) || taken.created <= clock.now() - LONGEST_AWAY) return undefined;
    return taken;
  }

  async #open(person: OidcPerson): Promise<{ readonly cookie: string } | 'subject-unknown' | 'account-disabled'> {
    const { database, logins, audit, settings } = this.#options;
    return database.write(async (transaction) => {
      const known = await transaction
        .selectFrom('accounts')
        .selectAll()
        .where('subject', '=', person.subject)
        .executeTakeFirst();
      if (known?.disabled === 1) return 'account-disabled';
      const account = known
        ? await this.#follow(transaction, known, person)
        : settings.unknown === 'create' && person.role
          ? await this.#make(transaction, person, person.role)
          : undefined;
      if (account === undefined) return 'subject-unknown';
      const cookie = await logins.open(transaction, account);
      await audit.record(transaction, { actor: account, action: 'signed-in', object: account, detail: { by: 'oidc' } });
      return { cookie };
    });
  }

  /** The issuer's word on role and place counts, where it says one. */
  async #follow(transaction: Transaction<Tables>, known: AccountRow, person: OidcPerson): Promise<string> {
    const { id, role: from, region: fromRegion, hall: fromHall } = known;
    const { role: to = from, region = fromRegion } = person;
    const hall = person.hall ?? (person.region === undefined ? fromHall : null);
    if (to === null || (to === from && region === fromRegion && hall === fromHall)) return id;
    await transaction.updateTable('accounts').set({ role: to, region, hall }).where('id', '=', id).execute();
    const detail = { from, to, fromRegion, toRegion: region, fromHall, toHall: hall };
    await this.#options.audit.record(transaction, { actor: 'system', action: 'role-changed', object: id, detail });
    return id;
  }

  async #make(transaction: Transaction<Tables>, person: OidcPerson, role: AccountRow['role']): Promise<string> {
    const { clock, audit } = this.#options;
    const { subject, display, region = this.#options.region, hall = null } = person;
    const id = randomId();
    const account: AccountRow = {
      id,
      // Nobody types it: it only has to be one of its own.
      name: `oidc-${sha256(subject).slice(0, 16).toLowerCase()}`,
      display,
      role,
      region,
      hall,
      password: null,
      must_change: 0,
      disabled: 0,
      subject,
      created: clock.now(),
    };
    await transaction.insertInto('accounts').values(account).execute();
    const detail = { role, region, hall };
    await audit.record(transaction, { actor: 'system', action: 'account-created', object: id, detail });
    return id;
  }

  async #refuse(fault: OidcFault, why: string = fault.fault): Promise<OidcFault> {
    const detail = { by: 'oidc', fault: fault.fault, why };
    const entry = { actor: 'anonymous', action: 'sign-in-failed', object: 'unknown', detail };
    await this.#options.audit.recordAlone(entry);
    return fault;
  }
}
