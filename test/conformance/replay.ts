import type { AnswerValue, Engine, Reply, Turn } from '@onetrip/engine';
import { tellAnswers } from './recorded-paths.ts';
import type { RecordedPath } from './recorded-paths.ts';

/** What asking in our own order came to for a flow. */
export interface Replay {
  /** Questions asked on each path. */
  readonly asked: ReadonlyMap<RecordedPath, number>;
  /** How each path ended. */
  readonly replies: ReadonlyMap<RecordedPath, Reply>;
  /** Questions to be expected when at every question each recorded answer is as likely as any other. */
  readonly expected: number;
  /** Sentences that say what is wrong. */
  readonly faults: readonly string[];
}

/** Answers every recorded answer in the recorded order, whether or not it is asked for; gives each path's last reply. */
export function answerAll(
  engine: Engine,
  begin: Turn,
  paths: readonly RecordedPath[],
): ReadonlyMap<RecordedPath, Reply> {
  const replies = new Map<RecordedPath, Reply>();
  const visit = (turn: Turn, left: readonly RecordedPath[], at: number): void => {
    const next = questionAt(left, at);
    if (next === undefined) for (const path of left) replies.set(path, turn.reply);
    else for (const [value, own] of partBy(left, next)) visit(answer(engine, turn, next, value), own, at + 1);
  };
  visit(begin, paths, 0);
  return replies;
}

/**
 * Follows our own order of questions through all paths at once: at every question they part by their answers.
 * A question that a path has no answer to, and one that no path needs, are faults.
 */
export function replay(engine: Engine, begin: Turn, paths: readonly RecordedPath[]): Replay {
  const asked = new Map<RecordedPath, number>();
  const replies = new Map<RecordedPath, Reply>();
  const faults: string[] = [];
  const visit = (turn: Turn, left: readonly RecordedPath[], count: number): number => {
    if (turn.reply.kind !== 'ask') {
      for (const path of left) asked.set(path, count);
      for (const path of left) replies.set(path, turn.reply);
      return 0;
    }
    const { id } = turn.reply.question;
    const lost = left.filter(({ answers }) => !answers.has(id));
    if (lost.length > 0) faults.push(`${id} is asked, which was never answered on ${tell(lost)}`);
    const parts = partBy(left, id);
    if (!matters(left, id))
      faults.push(`${id} is asked, though no recorded answer changes what is said: ${tell(left)}`);
    let below = 0;
    for (const [value, own] of parts) below += visit(answer(engine, turn, id, value), own, count + 1);
    return 1 + below / Math.max(parts.size, 1);
  };
  return { expected: visit(begin, paths, 0), asked, replies, faults };
}

/** The same expectation for the recorded order. */
export function expectedAsRecorded(paths: readonly RecordedPath[], at = 0): number {
  const next = questionAt(paths, at);
  if (next === undefined) return 0;
  const parts = [...partBy(paths, next).values()];
  return 1 + parts.reduce((sum, part) => sum + expectedAsRecorded(part, at + 1), 0) / parts.length;
}

/** The question that GOV.UK asked next on paths that were alike so far. */
function questionAt(paths: readonly RecordedPath[], at: number): string | undefined {
  return [...(paths[0]?.answers.keys() ?? [])][at];
}

function answer(engine: Engine, turn: Turn, question: string, value: AnswerValue): Turn {
  const next = engine.takeTurn(turn.consultation, { kind: 'answer', question, value });
  if (next.reply.kind === 'problem') throw new Error(`${question}: ${String(value)} is no answer (${next.reply.code})`);
  return next;
}

function partBy(paths: readonly RecordedPath[], question: string): ReadonlyMap<AnswerValue, readonly RecordedPath[]> {
  const parts = new Map<AnswerValue, RecordedPath[]>();
  for (const path of paths) {
    const value = path.answers.get(question);
    if (value !== undefined) parts.set(value, [...(parts.get(value) ?? []), path]);
  }
  return parts;
}

/**
 * Whether two of these paths differ in this answer and in what was said, while everything else that both were asked
 * was answered alike.
 */
function matters(paths: readonly RecordedPath[], question: string): boolean {
  return paths.some((one) =>
    paths.some(
      (other) =>
        one.text !== other.text &&
        one.answers.get(question) !== other.answers.get(question) &&
        [...one.answers].every(
          ([id, value]) => id === question || !other.answers.has(id) || other.answers.get(id) === value,
        ),
    ),
  );
}

function tell(paths: readonly RecordedPath[]): string {
  const [first] = paths;
  return `${first === undefined ? '' : tellAnswers(first)}${paths.length > 1 ? ` and ${paths.length - 1} more` : ''}`;
}
