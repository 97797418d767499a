import type { Question } from '../model/question.ts';
import { questionsOf } from '../rules/questions-of.ts';
import type { ItemCheck } from './item-check.ts';
import { pointAt } from './name-obligation.ts';
import { matters } from './same-options.ts';

/** Questions that change nothing: nobody should have to read them. */
export function checkQuestions(check: ItemCheck): void {
  const { listed, questions, log, spaces } = check;
  for (const { id, at } of listed) {
    const question = questions.find((candidate) => candidate.id === id);
    if (!question || spaces.some((space) => matters(space, id))) continue;
    const message = `问题“${question.name}”（${id}）怎么回答，单子都一样：${explainIdle(question, check)}请删去，或让某一条用到它。`;
    log.warning(at, 'idle-question', message);
  }
}

/** Two answers that give the same notice, and why. */
function explainIdle({ id, options }: Question, check: ItemCheck): string {
  const [first, second] = options;
  const example = first && second ? `选“${first.label}”和选“${second.label}”没有差别，` : '';
  const users = check.item.obligations.filter(({ when }) => questionsOf(when).includes(id));
  if (users.length === 0) return `${example}没有一条的条件用到它；`;
  const lines = users.map((obligation) => pointAt(obligation, check)).join('、');
  return `${example}用到它的只有${lines}，可是那里的条件合起来和它无关，或者前面的 refuse、handoff 先成立；`;
}
