import type { Consultation } from '../model/consultation.ts';
import type { MaterialObligation } from '../model/obligation.ts';
import type { OutcomeLine } from '../model/outcome.ts';
import type { AnsweredQuestion, Checklist, ChecklistMark } from '../model/reply.ts';
import { sentencesOf } from '../text/sentences-of.ts';
import { answeredQuestions } from './answered-questions.ts';
import { situationOf } from './tools.ts';
import type { DialogueTools } from './tools.ts';

type MaterialLine = OutcomeLine & { readonly obligation: MaterialObligation };

/** The bring list while it grows: certain, possible and on what it hangs, ruled out and why. */
export function growingChecklist(tools: DialogueTools, consultation: Consultation): Checklist {
  const outcome = tools.rules.decide(consultation.trip, situationOf(consultation));
  const lines = outcome.lines.filter(isMaterial);
  const answered = answeredQuestions(tools, consultation);
  const certain = marks(tools, lines, 'yes', () => ({ questions: [], because: '' }));
  const possible = marks(tools, lines, 'unknown', (line) => hangsOn(tools, consultation, line));
  const dropped = marks(tools, lines, 'no', (line) => ruledOutBy(tools, consultation, answered, line));
  const has = (list: readonly ChecklistMark[], mark: ChecklistMark) =>
    list.some((other) => other.material === mark.material);
  return {
    certain,
    possible: possible.filter((mark) => !has(certain, mark)),
    dropped: dropped.filter((mark) => mark.questions.length > 0 && !has(certain, mark) && !has(possible, mark)),
  };
}

/** Names of an obligation's materials: any one of several reads 甲或者乙. */
export function materialNames(tools: DialogueTools, obligation: MaterialObligation, or: string): string {
  return obligation.anyOf.map((use) => tools.materials.get(use.material)?.name ?? use.material).join(or);
}

function isMaterial(line: OutcomeLine): line is MaterialLine {
  return line.obligation.kind === 'material';
}

function marks(
  tools: DialogueTools,
  lines: readonly MaterialLine[],
  holds: OutcomeLine['holds'],
  reason: (line: MaterialLine) => Pick<ChecklistMark, 'questions' | 'because'>,
): readonly ChecklistMark[] {
  const found = new Map<string, ChecklistMark>();
  for (const line of lines) {
    const material = line.obligation.anyOf.map((use) => use.material).join('|');
    if (line.holds !== holds || found.has(material)) continue;
    found.set(material, { material, name: materialNames(tools, line.obligation, ' / '), ...reason(line) });
  }
  return [...found.values()];
}

function hangsOn(tools: DialogueTools, consultation: Consultation, line: MaterialLine) {
  const questions = line.holds === 'unknown' ? line.questions : [];
  const names = questions.map((id) => tools.questions.get(id)?.name ?? id);
  return { questions, because: sentencesOf(consultation.locale).dialogue.lookAt(names) };
}

function ruledOutBy(
  tools: DialogueTools,
  { locale }: Consultation,
  answered: readonly AnsweredQuestion[],
  line: MaterialLine,
) {
  const mentioned = tools.questionsBehind(line.obligation);
  const answers = answered.filter(({ question, unsure }) => mentioned.has(question) && !unsure);
  const { words } = sentencesOf(locale);
  return {
    questions: answers.map(({ question }) => question),
    because: answers.map(({ label }) => label).join(words.between),
  };
}
