import type { Issue } from '../model/issue.ts';
import type { Place } from './yaml/located.ts';

/** Collects everything that is wrong in one run, so that an official mends a list instead of one fault at a time. */
export class IssueLog {
  readonly #issues: Issue[] = [];
  readonly #seen = new Set<string>();
  readonly #filesWithErrors = new Set<string>();

  /** Notes what makes the knowledge unusable. */
  error(at: Place, code: string, message: string): void {
    this.#filesWithErrors.add(at.file);
    this.#add('error', at, code, message);
  }

  /** Notes what deserves a look but can be published. */
  warning(at: Place, code: string, message: string): void {
    this.#add('warning', at, code, message);
  }

  /** Takes in what another log collected. */
  include(issues: readonly Issue[]): void {
    for (const { severity, code, message, ...at } of issues) this[severity](at, code, message);
  }

  /** Whether a file holds at least one error; what rests on it is then not judged any further. */
  hasErrorsIn(file: string): boolean {
    return this.#filesWithErrors.has(file);
  }

  /** Whether anything at all forbids publishing. */
  get hasErrors(): boolean {
    return this.#filesWithErrors.size > 0;
  }

  /** The issues in reading order: by file, line and column. */
  sorted(): readonly Issue[] {
    return [...this.#issues].sort(
      (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code),
    );
  }

  #add(severity: Issue['severity'], at: Place, code: string, message: string): void {
    // An alias (*x) is read once for each use, yet the fault was written once.
    const key = `${at.file}:${at.line}:${at.column}:${code}:${message}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#issues.push({ code, severity, file: at.file, line: at.line, column: at.column, message });
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
