import type { BaseIssue } from 'valibot';
import { getDotPath } from 'valibot';
import type { ProblemPart } from '../problem.ts';

const LONGEST_ECHO = 80;

/** Lists what a schema found wrong, with the place of each fault. */
export function problemParts(issues: readonly BaseIssue<unknown>[]): readonly ProblemPart[] {
  return issues.map((issue) => ({
    path: getDotPath(issue) ?? '',
    expected: issue.expected ?? issue.message,
    received: issue.received.slice(0, LONGEST_ECHO),
  }));
}
