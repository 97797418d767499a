import type { Consultation } from '../model/consultation.ts';
import type { Question } from '../model/question.ts';
import type { AskedQuestion } from '../model/reply.ts';
import { sentencesOf } from '../text/sentences-of.ts';
import { valueInWords } from '../text/answer-in-words.ts';
import { situationOf } from './tools.ts';
import type { DialogueTools } from './tools.ts';

/** A question as a channel shows it: with its options, or the ranges that make a difference now. */
export function askedQuestion(tools: DialogueTools, consultation: Consultation, question: Question): AskedQuestion {
  return {
    id: question.id,
    kind: question.kind,
    text: question.ask,
    ...(question.help === undefined ? {} : { help: question.help }),
    ...(question.unit === undefined ? {} : { unit: question.unit }),
    options:
      question.kind === 'choice'
        ? question.options.map(({ value, label }) => ({ value, label }))
        : rangeOptions(tools, consultation, question),
  };
}

/** The question a consultation has open, if any. */
export function standingQuestion(tools: DialogueTools, consultation: Consultation): AskedQuestion | undefined {
  const question = consultation.asking === undefined ? undefined : tools.questions.get(consultation.asking);
  return question === undefined ? undefined : askedQuestion(tools, consultation, question);
}

function rangeOptions(tools: DialogueTools, consultation: Consultation, question: Question): AskedQuestion['options'] {
  const sentences = sentencesOf(consultation.locale);
  const ranges = tools.rules.ranges(consultation.trip, situationOf(consultation), question.id);
  // One range only: every answer leads to the same notice, and a single button would say nothing.
  if (ranges.length < 2) return [];
  return ranges.map(({ value }) => ({ value, label: valueInWords(question, value, sentences) }));
}
