import * as v from 'valibot';
import type { RouteDescription } from '../operation/openapi/route-description.ts';
import { standingSchema } from '../schema/answers/bodies.ts';
import { handoverBody } from './handover-body.ts';

const group = { zh: '换渠道', en: 'Handing over' };
const issuedSchema = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^\d{6}$/)),
  expires: v.pipe(v.string(), v.isoTimestamp()),
});

/** The routes of hand-over codes. */
export const handoverDescriptions: readonly RouteDescription[] = [
  {
    method: 'post',
    path: '/api/consultations/:id/handover',
    group,
    says: {
      zh: '要一个 6 位数，十分钟内在别的渠道接着说，只能用一次。',
      en: 'Gives a six-digit code to go on at another channel within ten minutes, once.',
    },
    parameters: { id: { zh: '咨询的编号。', en: 'Id of the consultation.' } },
    answers: {
      201: { says: { zh: '6 位数和它的期限。', en: 'The code and when it runs out.' }, schema: issuedSchema },
    },
    problems: ['unknown-consultation'],
  },
  {
    method: 'post',
    path: '/api/handover',
    group,
    says: { zh: '凭 6 位数接着说。', en: 'Goes on with the consultation behind a code.' },
    access: 'channel-key',
    body: handoverBody,
    answers: { 200: { says: { zh: '咨询到了哪一步。', en: 'Where it stands.' }, schema: standingSchema } },
    problems: ['not-allowed', 'unknown-handover-code', 'locked-out'],
  },
];
