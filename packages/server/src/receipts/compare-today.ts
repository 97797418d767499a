import type { Answer, Consultation, Knowledge, Question } from '@onetrip/engine';
import type { Clock } from '../clock.ts';
import { todayInBeijing } from '../clock.ts';
import type { Engines } from '../knowledge/engines.ts';
import { engineHolding } from '../knowledge/engines.ts';
import type { IntactReceipt } from './kept-receipt.ts';
import type { NoticeChange } from './notice-difference.ts';
import { noticeDifference } from './notice-difference.ts';

/** How a notice that was given stands to the rules of today. */
export type Comparison =
  | { readonly kind: 'same'; readonly on: string }
  | { readonly kind: 'changed'; readonly on: string; readonly changes: readonly NoticeChange[] }
  /** Some of its items do not exist any more. */
  | { readonly kind: 'withdrawn'; readonly on: string; readonly titles: readonly string[] }
  /** Its answers or its region's rules are not here, so nobody can say. */
  | { readonly kind: 'unknown'; readonly on: string };

/** What a comparison needs. */
export interface ComparisonOptions {
  readonly engines: Engines;
  readonly clock: Clock;
  /** The consultation as it stood after one of its turns. */
  readonly rebuild: (consultation: string, seq: number) => Promise<Consultation | undefined>;
}

/** Writes the notice again for the same answers under today's rules, and says what has become different. */
export async function compareToday(receipt: IntactReceipt, options: ComparisonOptions): Promise<Comparison> {
  const items = receipt.notice.items.map(({ item }) => item);
  const current = (await engineHolding(options.engines, { items })) ?? options.engines.current;
  const { knowledge } = current;
  const on = todayInBeijing(options.clock);
  if (receipt.region !== knowledge.region.id) return { kind: 'unknown', on };
  const known = new Set(knowledge.items.map(({ id }) => id));
  const withdrawn = receipt.notice.items.filter(({ item }) => !known.has(item));
  if (withdrawn.length > 0) return { kind: 'withdrawn', on, titles: withdrawn.map(({ title }) => title) };
  const consultation = await options.rebuild(receipt.consultation, receipt.seq);
  if (!consultation) return { kind: 'unknown', on };
  const now = current.writeNotice(withFittingAnswers(consultation, knowledge), on);
  const changes = noticeDifference(receipt.notice, now);
  return changes.length === 0 ? { kind: 'same', on } : { kind: 'changed', on, changes };
}

/** Without the answers to questions that are gone or are put differently now: to today's rules nobody has asked. */
function withFittingAnswers(consultation: Consultation, { questions }: Knowledge): Consultation {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const answers = Object.entries(consultation.answers).filter(([id, answer]) => fits(answer, byId.get(id)));
  return { ...consultation, answers: Object.fromEntries(answers) };
}

function fits(answer: Answer, question: Question | undefined): boolean {
  if (!question) return false;
  if (answer.is === 'unsure' || question.kind !== 'choice') return true;
  return question.options.some(({ value }) => value === answer.value);
}
