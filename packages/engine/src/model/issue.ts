/** Something wrong in a knowledge file, placed so that an official can find and mend it. */
export interface Issue {
  /** Stable kebab-case code: `unknown-source`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Path below the knowledge folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong, where, and what to do, quoting the offending words. Chinese. */
  readonly message: string;
}
