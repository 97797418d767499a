import * as v from 'valibot';
import type { RouteDescription } from '../../operation/openapi/route-description.ts';
import { ratingSchema } from '../../ratings/rating-body.ts';
import type { ProblemStatusCode } from '../../problem-status.ts';
import { complaintSchema, surpriseSchema } from '../report-bodies.ts';

const group = { zh: '评价和反馈', en: 'Ratings and reports' };
const API = '/api/notices/:token{[\\w-]{22}}';
const PAGE = '/n/:token{[\\w-]{22}}';
const token = { zh: '市民自己的链接里的 22 个字符。', en: "The 22 characters of the citizen's own link." };
const shown = {
  method: 'post',
  group,
  access: 'link',
  parameters: { token },
} as const;
const BODY: readonly ProblemStatusCode[] = [
  'malformed-json',
  'body-too-large',
  'unsupported-media-type',
  'invalid-body',
  'unknown-receipt',
  'too-fast',
  'too-busy',
  'not-kept',
];
const REPORT: readonly ProblemStatusCode[] = [...BODY, 'too-many-reports'];

const rating = v.looseObject({ level: v.number(), label: v.string(), words: v.string(), at: v.number() });
const report = v.looseObject({ id: v.string(), kind: v.string(), state: v.string(), due: v.string() });
const feedbackSchema = v.strictObject({ rating: v.exactOptional(rating), reports: v.array(report) });
const ratedSchema = v.strictObject({ rating, say: v.string(), due: v.exactOptional(v.string()) });
const keptSchema = v.looseObject({ id: v.string(), say: v.string() });
const KEPT = {
  200: { says: { zh: '说过了，还是那一条。', en: 'Said before; the same entry.' }, schema: keptSchema },
  201: { says: { zh: '记下了，几号前答复。', en: 'Kept, and when it is due.' }, schema: keptSchema },
};
const HTML = { says: { zh: '网页，不用脚本。', en: 'A page without script.' }, type: 'text/html' };

const forms = (['rating', 'surprise', 'complaint'] as const).map((kind): RouteDescription => {
  const says = { zh: '同样的内容，网页上的表单。', en: 'The same, as a form of the page.' };
  const bodyType = 'application/x-www-form-urlencoded';
  return { ...shown, path: `${PAGE}/${kind}`, says, bodyType, answers: { 200: HTML }, problems: [] };
});

/** What a citizen may say about a visit. */
export const feedbackDescriptions: readonly RouteDescription[] = [
  {
    ...shown,
    method: 'get',
    path: `${API}/feedback`,
    says: { zh: '说过什么，办到哪一步。', en: 'What was said, and where it stands.' },
    answers: { 200: { says: { zh: '评价和反馈。', en: 'Rating and reports.' }, schema: feedbackSchema } },
    problems: ['unknown-receipt'],
  },
  {
    ...shown,
    path: `${API}/rating`,
    says: { zh: '一次一评。', en: 'Rates the visit, once.' },
    body: ratingSchema,
    answers: { 201: { says: { zh: '记下了。', en: 'Kept.' }, schema: ratedSchema } },
    problems: [...BODY, 'already-rated'],
  },
  {
    ...shown,
    path: `${API}/surprise`,
    says: { zh: '窗口还要了别的材料。', en: 'Says that the window asked for another paper.' },
    body: surpriseSchema,
    answers: KEPT,
    problems: [...REPORT, 'material-on-notice'],
  },
  {
    ...shown,
    path: `${API}/complaint`,
    says: { zh: '投诉。', en: 'Complains.' },
    body: complaintSchema,
    answers: KEPT,
    problems: REPORT,
  },
  {
    method: 'post',
    path: '/api/consultations/:id/complaint',
    group,
    says: { zh: '还没有告知单时的投诉。', en: 'Complains before there is a notice.' },
    parameters: { id: { zh: '咨询的编号。', en: 'Id of the consultation.' } },
    body: complaintSchema,
    answers: KEPT,
    problems: [...REPORT, 'unknown-consultation'],
  },
  {
    ...shown,
    method: 'get',
    path: `${PAGE}/feedback`,
    says: { zh: '评价和反馈的网页。', en: 'The page to rate and report on.' },
    answers: { 200: HTML },
    problems: [],
  },
  ...forms,
];
