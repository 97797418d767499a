import type { AnswerBody } from '../consultations/consultations.ts';
import { textOf } from '../utf8.ts';

/** The body of an answer as text. */
export function bodyText(body: AnswerBody): string {
  return typeof body === 'string' ? body : textOf(body);
}
