import type { AnswerValue } from '../model/consultation.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Answer, Situation } from '../model/situation.ts';
import type { ItemCheck } from './check-item.ts';

/** States looked at per item; an item with more is judged on these. */
const STATE_BUDGET = 2_000;

/**
 * Answers the item's questions in every way that matters and sees whether everything is decided once nothing is
 * left to ask. States that leave the same open are looked at once.
 */
export function checkPaths(check: ItemCheck): void {
  const { item, at, log, book } = check;
  const seen = new Set<string>();
  const visit = (situation: Situation): void => {
    const outcome = book.decide([item.id], situation);
    const state = signature(outcome);
    if (seen.has(state) || seen.size >= STATE_BUDGET) return;
    seen.add(state);
    const [next] = book.openQuestions([item.id], situation);
    if (next !== undefined) {
      for (const value of answersTo(next, situation, check)) {
        const answer: Answer = { is: 'known', value };
        visit({ ...situation, answers: { ...situation.answers, [next]: answer } });
      }
      return;
    }
    const open = outcome.lines.find((line) => line.holds === 'unknown');
    if (!open) return;
    const path = Object.entries(situation.answers).map(([id, answer]) => `${id}=${valueOf(answer)}`);
    const message = `回答 ${path.join('、') || '（没有问题）'} 之后没有可问的了，“${open.obligation.id}”却还定不下来；请看 askWhen。`;
    log.error(at, 'open-end', message);
  };
  check.starts.forEach(visit);
}

function answersTo(id: string, situation: Situation, { item, book, questions }: ItemCheck): readonly AnswerValue[] {
  const question = questions.find((candidate) => candidate.id === id);
  if (question?.kind === 'choice') return question.options.map((option) => option.value);
  return book.ranges([item.id], situation, id).map((range) => range.value);
}

function signature({ lines }: Outcome): string {
  return JSON.stringify(lines.map((line) => (line.holds === 'unknown' ? line.open : line.holds)));
}

function valueOf(answer: Answer): AnswerValue {
  return answer.is === 'known' ? answer.value : '不清楚';
}
