import type { Option, Question } from '../model/question.ts';
import type { ItemCheck } from './item-check.ts';

/** Questions and options that change nothing: nobody should have to read them. */
export function checkQuestions(check: ItemCheck): void {
  const { item, at, listed, questions, log, origins, book, starts } = check;
  const mattering = new Set(starts.flatMap((start) => book.matteringQuestions([item.id], start)));
  for (const { id, at: place } of listed) {
    const question = questions.find((candidate) => candidate.id === id);
    if (!question) continue;
    if (!mattering.has(id)) {
      log.warning(place, 'idle-question', `问题“${id}”怎么回答结果都一样；请删去，或让某一条用到它。`);
    } else if (origins.get(question)?.file === at.file) {
      checkOptions(question, check);
    }
  }
}

/** Only for the item's own questions: a shared one may serve another item better. */
function checkOptions(question: Question, check: ItemCheck): void {
  const { log, origins } = check;
  const first = new Map<string, Option>();
  for (const option of question.options) {
    const effect = effectOf(question, option, check);
    const twin = first.get(effect);
    const at = origins.get(option);
    if (twin && at) {
      const message = `选“${option.label}”和选“${twin.label}”结果完全一样；如果不是有意分开的，请合并。`;
      log.warning(at, 'same-options', message);
    }
    if (!twin) first.set(effect, option);
  }
}

function effectOf(question: Question, option: Option, { item, book, starts }: ItemCheck): string {
  const answers = { [question.id]: { is: 'known', value: option.value } } as const;
  const outcomes = starts.map((start) => book.decide([item.id], { ...start, answers }));
  return JSON.stringify(
    outcomes.map(({ lines }) => lines.map((line) => (line.holds === 'unknown' ? line.open : line.holds))),
  );
}
