import * as v from 'valibot';
import type { RouteDescription } from '../../operation/openapi/route-description.ts';
import { ratingSchema } from '../../ratings/rating-body.ts';
import { ratingFormSchema } from '../../ratings/rating-form.ts';
import type { ProblemStatusCode } from '../../problem-status.ts';
import { ratingSaidSchema, reportKeptSchema, reportSaidSchema } from '../../schema/answers/ledger.ts';
import { NOTICE_PATH } from '../../receipts/notice-path.ts';
import { complaintSchema, surpriseSchema } from '../report-bodies.ts';
import { complaintFormSchema, surpriseFormSchema } from '../report-forms.ts';

const group = { zh: '评价和反馈', en: 'Ratings and reports' };
const API = '/api/notices/:token{[\\w-]{22}}';
const token = { zh: '市民自己的链接里的 22 个字符。', en: "The 22 characters of the citizen's own link." };
const shown = {
  method: 'post',
  group,
  access: 'link',
  parameters: { token },
} as const;
const RECEIPT: readonly ProblemStatusCode[] = ['unknown-receipt', 'message-too-long'];
const REPORT: readonly ProblemStatusCode[] = ['message-too-long', 'too-many-reports'];

const feedbackSchema = v.strictObject({
  rating: v.exactOptional(ratingSaidSchema),
  reports: v.array(reportSaidSchema),
});
const ratedSchema = v.strictObject({
  rating: ratingSaidSchema,
  say: v.string(),
  due: v.exactOptional(v.pipe(v.string(), v.isoDate())),
});
const KEPT = {
  200: { says: { zh: '说过了，还是那一条。', en: 'Said before; the same entry.' }, schema: reportKeptSchema },
  201: { says: { zh: '记下了，几号前答复。', en: 'Kept, and when it is due.' }, schema: reportKeptSchema },
};
const HTML = { says: { zh: '网页，不用脚本。', en: 'A page without script.' }, types: ['text/html'] };

const FORMS = { rating: ratingFormSchema, surprise: surpriseFormSchema, complaint: complaintFormSchema };

const forms = Object.entries(FORMS).map(([kind, form]): RouteDescription => {
  const says = { zh: '同样的内容，网页上的表单。', en: 'The same, as a form of the page.' };
  const answers = {
    303: { says: { zh: '转到告知单，或者它的评价和反馈页。', en: 'On to the notice, or to its page of reports.' } },
    422: { says: { zh: '没有记下，说明哪里不对。', en: 'Not kept, and what is wrong.' }, types: ['text/html'] },
  };
  return { ...shown, path: `${NOTICE_PATH}/${kind}`, says, form, answers, problems: [] };
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
    problems: [...RECEIPT, 'already-rated'],
  },
  {
    ...shown,
    path: `${API}/surprise`,
    says: { zh: '窗口还要了别的材料。', en: 'Says that the window asked for another paper.' },
    body: surpriseSchema,
    answers: KEPT,
    problems: ['unknown-receipt', ...REPORT, 'material-on-notice'],
  },
  {
    ...shown,
    path: `${API}/complaint`,
    says: { zh: '投诉。', en: 'Complains.' },
    body: complaintSchema,
    answers: KEPT,
    problems: ['unknown-receipt', ...REPORT],
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
    path: `${NOTICE_PATH}/feedback`,
    says: { zh: '评价和反馈的网页。', en: 'The page to rate and report on.' },
    answers: {
      200: HTML,
      404: { says: { zh: '没有这张告知单。', en: 'There is no such notice.' }, types: ['text/html'] },
    },
    problems: [],
  },
  ...forms,
];
