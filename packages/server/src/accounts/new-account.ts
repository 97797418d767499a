import type { AccountRow } from '../storage/tables.ts';

/** The roles, from the one that may do least. */
export const ROLES = ['clerk', 'editor', 'supervisor'] as const satisfies readonly AccountRow['role'][];

/** What a supervisor writes down for somebody who shall sign in. */
export interface NewAccount {
  /** A staff number or a short name; letters and digits. */
  readonly name: string;
  readonly display: string;
  readonly role: AccountRow['role'];
  readonly hall: string | null;
  /** `issuer subject` of OpenID Connect; then there is no password. */
  readonly subject?: string;
}

/** Why an account cannot be made or changed as asked. */
export type AccountFault =
  | 'name-unusable'
  | 'name-taken'
  | 'display-unusable'
  | 'role-unknown'
  | 'hall-unknown'
  | 'hall-out-of-reach'
  | 'subject-unusable'
  | 'subject-taken'
  | 'account-unknown'
  | 'own-account'
  | 'no-password';

const NAME = /^[a-z0-9][a-z0-9._-]{1,31}$/;
/** The most characters a person's name may have. */
export const LONGEST_DISPLAY = 40;

/** The name as it is stored and looked up: people type capitals, spaces and full-width digits. */
export function accountName(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** What is wrong with a new account in itself; `undefined` when nothing is. */
export function newAccountFault(account: NewAccount): AccountFault | undefined {
  const length = Array.from(account.display).length;
  if (!NAME.test(account.name)) return 'name-unusable';
  if (length === 0 || length > LONGEST_DISPLAY || /\p{C}/u.test(account.display)) return 'display-unusable';
  if (account.subject !== undefined && !/^https?:\/\/\S+ \S{1,255}$/.test(account.subject)) return 'subject-unusable';
  return undefined;
}
