import type { Consultation } from '../model/consultation.ts';
import type { AnsweredQuestion } from '../model/reply.ts';
import { sentencesOf } from '../text/sentences-of.ts';
import { answerInWords } from '../text/answer-in-words.ts';
import { situationOf } from './tools.ts';
import type { DialogueTools } from './tools.ts';

/** The answers that count now, in the order of the questions; dormant ones are left out. */
export function answeredQuestions(tools: DialogueTools, consultation: Consultation): readonly AnsweredQuestion[] {
  const sentences = sentencesOf(consultation.locale);
  const situation = situationOf(consultation);
  return tools.rules.applyingQuestions(consultation.trip, situation).flatMap((id) => {
    const question = tools.questions.get(id);
    const answer = consultation.answers[id];
    if (question === undefined || answer === undefined) return [];
    return {
      question: id,
      name: question.name,
      ask: question.ask,
      value: answer.is === 'known' ? answer.value : null,
      label: answerInWords(question, answer, sentences),
      unsure: answer.is === 'unsure',
    };
  });
}
