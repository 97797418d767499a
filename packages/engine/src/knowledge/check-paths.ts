import type { AnswerValue } from '../model/consultation.ts';
import type { Answer, Situation } from '../model/situation.ts';
import type { ItemCheck } from './item-check.ts';

type Answers = Situation['answers'];

/**
 * Follows every answer of every question to the end of the consultation and sees whether everything is decided
 * once nothing is left to ask.
 *
 * Not all combinations: presuppositions without circles already see to it that something can be asked while
 * anything is open, so this watches over a proof instead of replacing it.
 */
export function checkPaths(check: ItemCheck): void {
  const { item, starts } = check;
  for (const start of starts) {
    for (const id of item.questions) {
      for (const value of answersTo(id, start, check)) {
        for (const end of ['first', 'last'] as const)
          followPath({ ...start, answers: { [id]: known(value) } }, end, check);
      }
    }
  }
}

/** Takes the first (or last) answer to whatever is asked next, until nothing is asked. */
function followPath(start: Situation, end: 'first' | 'last', check: ItemCheck): void {
  const { item, at, log, book } = check;
  let situation = start;
  for (;;) {
    const [next] = book.openQuestions([item.id], situation);
    const answers = next === undefined ? [] : answersTo(next, situation, check);
    const value = end === 'first' ? answers[0] : answers.at(-1);
    if (next === undefined || value === undefined || next in situation.answers) break;
    situation = { ...situation, answers: { ...situation.answers, [next]: known(value) } };
  }
  const open = book.decide([item.id], situation).lines.find((line) => line.holds === 'unknown');
  if (!open) return;
  const message = `回答 ${tell(situation.answers)} 之后没有可问的了，“${open.obligation.id}”却还定不下来；请看 askWhen。`;
  log.error(at, 'open-end', message);
}

function answersTo(id: string, situation: Situation, { item, book, questions }: ItemCheck): readonly AnswerValue[] {
  const question = questions.find((candidate) => candidate.id === id);
  if (question?.kind === 'choice') return question.options.map((option) => option.value);
  return book.ranges([item.id], situation, id).map((range) => range.value);
}

function known(value: AnswerValue): Answer {
  return { is: 'known', value };
}

function tell(answers: Answers): string {
  return Object.entries(answers)
    .map(([id, answer]) => `${id}=${answer.is === 'known' ? answer.value : '不清楚'}`)
    .join('、');
}
