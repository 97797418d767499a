import { questionsOf } from '../rules/questions-of.ts';
import type { Library } from './library.ts';

/** How many questions may presuppose each other in a row. */
const MAX_CHAIN = 32;

/**
 * Questions that presuppose each other in a circle can never be asked: reported once for each circle. True when the
 * presuppositions are in order.
 */
export function checkQuestionCycles({ questions, origins, log }: Library): boolean {
  let sound = true;
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (id: string): void => {
    const start = path.indexOf(id);
    if (start >= 0) {
      const circle = [...path.slice(start), id].map((each) => questions.peek(each)?.name ?? each).join(' → ');
      sound = false;
      const at = origins.get(questions.peek(id) ?? {});
      if (at) log.error(at, 'ask-when-cycle', `问题的 askWhen 绕成了圈：${circle}；请删去其中一个 askWhen。`);
      return;
    }
    if (finished.has(id)) return;
    if (path.length >= MAX_CHAIN) {
      sound = false;
      const at = origins.get(questions.peek(id) ?? {});
      if (at) log.error(at, 'ask-when-chain-too-long', `askWhen 一个接一个，超过 ${MAX_CHAIN} 层；请直接写条件。`);
      return;
    }
    path.push(id);
    const askWhen = questions.peek(id)?.askWhen;
    if (askWhen) questionsOf(askWhen).forEach(visit);
    path.pop();
    finished.add(id);
  };
  for (const [id] of questions.entries()) visit(id);
  return sound;
}
