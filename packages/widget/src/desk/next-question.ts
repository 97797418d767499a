import type { SurveyedQuestion } from '@onetrip/engine';

/** The question above or below another one; at the ends it stays. */
export function neighbour(questions: readonly SurveyedQuestion[], id: string, by: 1 | -1): string {
  const at = questions.findIndex((question) => question.id === id);
  const next = Math.min(Math.max(at + by, 0), questions.length - 1);
  return questions[next]?.id ?? '';
}

/** The next question whose answer still matters, going round once; the same one when nothing else is open. */
export function nextOpen(questions: readonly SurveyedQuestion[], id: string): string {
  const at = questions.findIndex((question) => question.id === id);
  const order = [...questions.slice(at + 1), ...questions.slice(0, at + 1)];
  return order.find(({ status }) => status === 'open')?.id ?? (id || (questions[0]?.id ?? ''));
}
