import type { Consultation } from '../model/consultation.ts';
import type { SurveyedQuestion } from '../model/survey.ts';
import { askedQuestion } from './asked-question.ts';
import { situationOf } from './tools.ts';
import type { DialogueTools } from './tools.ts';

/** All questions of the trip with what has become of them, for answering in any order. */
export function surveyQuestions(tools: DialogueTools, consultation: Consultation): readonly SurveyedQuestion[] {
  const { trip, today, answers } = consultation;
  const situation = situationOf(consultation);
  const mattering = tools.rules.matteringQuestions(trip, situation);
  return tools.rules.questionsOf(trip, today).flatMap((id) => {
    const question = tools.questions.get(id);
    if (question === undefined) return [];
    const answer = answers[id];
    return {
      ...askedQuestion(tools, consultation, question),
      name: question.name,
      status: statusOf(tools.rules.applies(trip, situation, id), answer?.is, mattering.includes(id)),
      ...(answer === undefined ? {} : { answer }),
    };
  });
}

function statusOf(
  applies: 'yes' | 'no' | 'unknown',
  answered: 'known' | 'unsure' | undefined,
  matters: boolean,
): SurveyedQuestion['status'] {
  if (applies === 'no') return 'dormant';
  if (answered !== undefined) return answered === 'known' ? 'answered' : 'unsure';
  return matters ? 'open' : 'moot';
}
