import type { Knowledge } from '../model/knowledge.ts';
import type { NoticeFact } from '../model/notice.ts';
import type { Situation } from '../model/situation.ts';
import { ruleBookOf } from '../rules/rule-book-of.ts';
import { answerInWords } from '../text/answer-in-words.ts';
import { sentencesOf } from '../text/sentences-of.ts';
import { referenceOf } from './reference.ts';

/**
 * The answers stated back, in the order of the questions: those that apply and that some obligation of the trip
 * depends on. In which order they were given plays no part.
 */
export function noticeFacts(
  knowledge: Knowledge,
  trip: readonly string[],
  situation: Situation,
): readonly NoticeFact[] {
  const rules = ruleBookOf(knowledge);
  const { questions } = referenceOf(knowledge);
  const mattering = rules.matteringQuestions(trip, { ...situation, answers: {} });
  return mattering.flatMap((id) => {
    const question = questions.get(id);
    const answer = situation.answers[id];
    if (question === undefined || answer === undefined) return [];
    if (rules.applies(trip, situation, id) === 'no') return [];
    const label = answerInWords(question, answer, sentencesOf('zh-CN'));
    return [{ question: id, name: question.name, label, unsure: answer.is === 'unsure' }];
  });
}
