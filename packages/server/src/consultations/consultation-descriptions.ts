import type { RouteDescription } from '../operation/openapi/route-description.ts';
import { openedSchema, standingSchema, turnTakenSchema } from '../schema/answers/bodies.ts';
import { openingBodySchema } from './opening-body.ts';
import { turnBodySchema } from './turn-body.ts';

const group = { zh: '咨询', en: 'Consultations' };
const parameters = { id: { zh: '咨询的编号。', en: 'Id of the consultation.' } };

/** The routes of consultations, of a server that serves one region. */
export function consultationDescriptions(region: string): readonly RouteDescription[] {
  return [
    {
      method: 'post',
      path: '/api/consultations',
      group,
      says: { zh: '开始一次咨询。', en: 'Opens a consultation.' },
      body: openingBodySchema(region),
      answers: {
        201: {
          says: { zh: '第一句话，可以接着说了。', en: 'The first reply; turns may follow.' },
          schema: openedSchema,
        },
      },
      problems: [],
    },
    {
      method: 'post',
      path: '/api/consultations/:id/turns',
      group,
      says: {
        zh: '说一句话，或者回答一个问题。同一个 turn 重发，得到同样的回答。',
        en: 'Takes a turn. The same turn sent again gets the same answer.',
      },
      parameters,
      body: turnBodySchema,
      answers: { 200: { says: { zh: '回答。', en: 'The reply.' }, schema: turnTakenSchema } },
      problems: ['message-too-long', 'unknown-consultation', 'turn-id-reused', 'too-many-turns', 'knowledge-gone'],
    },
    {
      method: 'get',
      path: '/api/consultations/:id',
      group,
      says: { zh: '看咨询到了哪一步。', en: 'Shows where a consultation stands.' },
      parameters,
      answers: {
        200: { says: { zh: '最后的回答和全貌。', en: 'The last reply and the survey.' }, schema: standingSchema },
      },
      problems: ['unknown-consultation', 'knowledge-gone'],
    },
  ];
}
