import { questionsOf } from '../rules/questions-of.ts';
import type { Library } from './library.ts';

/** Questions that presuppose each other in a circle can never be asked: reported once for each circle. */
export function checkQuestionCycles({ questions, origins, log }: Library): void {
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (id: string): void => {
    const start = path.indexOf(id);
    if (start >= 0) {
      const circle = [...path.slice(start), id].join(' → ');
      const at = origins.get(questions.peek(id) ?? {});
      if (at) log.error(at, 'ask-when-cycle', `问题的 askWhen 绕成了圈：${circle}；请删去其中一个 askWhen。`);
      return;
    }
    if (finished.has(id)) return;
    path.push(id);
    const askWhen = questions.peek(id)?.askWhen;
    if (askWhen) questionsOf(askWhen).forEach(visit);
    path.pop();
    finished.add(id);
  };
  for (const [id] of questions.entries()) visit(id);
}
