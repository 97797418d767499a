import type { Survey, SurveyedQuestion } from '@onetrip/engine';
import { sampleNotice } from './sample-notice.ts';
import { ageQuestion, hereQuestion, reasonQuestion, yearsQuestion } from './sample-replies.ts';

const known = (value: string) => ({ is: 'known', value }) as const;

/** Five questions, one in each state that a clerk can see. */
export const sampleQuestions: readonly SurveyedQuestion[] = [
  { ...reasonQuestion, name: '办理原因', status: 'answered', answer: known('lost') },
  { ...ageQuestion, name: '年龄', status: 'open' },
  { ...yearsQuestion, name: '周岁', status: 'open' },
  { ...hereQuestion, name: '户口所在地', status: 'moot' },
  { ...hereQuestion, id: 'guardian', name: '监护关系', status: 'dormant' },
];

/** A trip of one item in the middle of a call. */
export const sampleSurvey: Survey = {
  trip: sampleNotice.items,
  questions: sampleQuestions,
  notice: sampleNotice,
  settled: false,
};
