import type { BaseIssue } from 'valibot';
import { getDotPath } from 'valibot';
import { maskPersonal } from '../privacy/mask-personal.ts';
import type { ProblemPart } from '../problem.ts';

const LONGEST_ECHO = 80;

/** Lists what a schema found wrong, with the place of each fault; error reports travel far, so numbers are masked. */
export function problemParts(issues: readonly BaseIssue<unknown>[]): readonly ProblemPart[] {
  return issues.map((issue) => ({
    path: echo(getDotPath(issue) ?? ''),
    expected: issue.expected ?? issue.message,
    received: echo(issue.received),
  }));
}

/** Masked before it is cut: half a number would no longer be known as one. */
function echo(sent: string): string {
  return maskPersonal(sent).slice(0, LONGEST_ECHO);
}
