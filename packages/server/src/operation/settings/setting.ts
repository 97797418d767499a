import type { BaseIssue, BaseSchema } from 'valibot';

/** One setting: its name in the environment, what it may be, and how to say so. */
export interface Setting<T> {
  readonly name: string;
  /** What counts when it is not set, as it would be written. */
  readonly otherwise: string;
  readonly schema: BaseSchema<string, T, BaseIssue<unknown>>;
  /** Never shown: only whether it is set. */
  readonly secret: boolean;
  /** What it is for and what to write, in Chinese; a whole sentence. */
  readonly zh: string;
  readonly en: string;
}

/** Makes a setting; it keeps the type of what its schema gives. */
export function setting<T>(given: Omit<Setting<T>, 'secret'> & { readonly secret?: boolean }): Setting<T> {
  return { secret: false, ...given };
}
