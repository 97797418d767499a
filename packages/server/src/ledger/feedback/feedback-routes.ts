import { Hono } from 'hono';
import type { Context } from 'hono';
import { safeParse } from 'valibot';
import type { BaseIssue, BaseSchema, InferOutput } from 'valibot';
import { formFields, readForm } from '../../http/read-form.ts';
import { readJson } from '../../http/read-json.ts';
import { secretPage } from '../../http/secret-page.ts';
import type { Engines } from '../../knowledge/engines.ts';
import { knowledgeHolding } from '../../knowledge/engines.ts';
import { problem } from '../../problem.ts';
import { ratingSchema } from '../../ratings/rating-body.ts';
import { RATING_LISTS, ratingFormSchema } from '../../ratings/rating-form.ts';
import { isPoor } from '../../ratings/rating-reasons.ts';
import type { Ratings } from '../../ratings/ratings.ts';
import { NOTICE_PATH } from '../../receipts/notice-path.ts';
import { dayInWords } from '../../receipts/day-in-words.ts';
import type { IntactReceipt, KeptReceipt } from '../../receipts/kept-receipt.ts';
import type { Database } from '../../storage/database.ts';
import { feedbackText } from '../../text/ledger-text.ts';
import type { ReportFault } from '../read-surprise.ts';
import { complaintSchema, surpriseSchema } from '../report-bodies.ts';
import { complaintFormSchema, surpriseFormSchema } from '../report-forms.ts';
import type { Reported, Reports } from '../reports.ts';
import { feedbackPage } from './feedback-page.ts';
import type { FeedbackKind, NoticeFeedback } from './notice-feedback.ts';
import { readFeedback } from './read-feedback.ts';
import { sayFeedback, sayNext, sayRating } from './say-feedback.ts';

/** What the citizen's side of the ledger needs. */
export interface FeedbackRoutesOptions {
  readonly database: Database;
  readonly engines: Engines;
  readonly ratings: Ratings;
  readonly reports: Reports;
  /** Finds a receipt by the citizen's own link: `Receipts.byToken`. */
  readonly byToken: (token: string) => Promise<KeptReceipt | 'erased' | undefined>;
  /** The id under which a consultation is kept, of the one that a client holds; undefined when it is gone. */
  readonly keptId: (held: string) => Promise<string | undefined>;
}

type Schema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;

const CITIZEN = { by: 'citizen' };
const API = '/api/notices/:token{[\\w-]{22}}';

/**
 * Lets a citizen rate a visit, say that the window wanted more, and complain: as JSON below `/api/notices/<token>` and
 * as forms below `/n/<token>`. To be mounted before the routes of receipts, which answer everything else below `/n/`.
 */
export function feedbackRoutes(options: FeedbackRoutesOptions): Hono {
  const app = new Hono();
  app.use('/n/*', secretPage());
  addApi(app, options);
  addPages(app, options);
  return app;
}

function addApi(app: Hono, options: FeedbackRoutesOptions): void {
  const { database, ratings, reports, engines } = options;
  app.get(`${API}/feedback`, async (c) => {
    const receipt = await find(c, options);
    return receipt ? c.json(sayFeedback(await readFeedback(database, receipt.number))) : problem(c, 'unknown-receipt');
  });
  app.post(`${API}/rating`, (c) =>
    withBody(c, ratingSchema, options, async (receipt, told) => {
      const { rating, isNew } = await ratings.rate(receipt, told);
      if (!isNew) return problem(c, 'already-rated', { members: { rated: sayRating(rating) } });
      const { reports: entries } = await readFeedback(database, receipt.number);
      const due = entries.find(({ kind }) => kind === 'low-rating')?.due;
      const { thanks, thanksPoor } = feedbackText.rating;
      return c.json(
        { rating: sayRating(rating), say: due === undefined ? thanks : thanksPoor(dayInWords(due)), due },
        201,
      );
    }),
  );
  app.post(`${API}/surprise`, (c) =>
    withBody(c, surpriseSchema, options, async (receipt, told) =>
      answer(c, await reports.surprise(receipt, told, CITIZEN), feedbackText.surprise.next),
    ),
  );
  app.post(`${API}/complaint`, (c) =>
    withBody(c, complaintSchema, options, async (receipt, told) =>
      answer(c, await reports.complain({ receipt }, told, CITIZEN), feedbackText.complaint.next),
    ),
  );
  app.post('/api/consultations/:id/complaint', async (c) => {
    const read = await readJson(c, complaintSchema);
    if ('refusal' in read) return read.refusal;
    const consultation = await options.keptId(c.req.param('id'));
    if (consultation === undefined) return problem(c, 'unknown-consultation');
    const reported = await reports.complain({ consultation }, read.body, CITIZEN);
    const { complaint: phone } = engines.current.knowledge.region;
    return answer(c, reported, (day) => feedbackText.complaint.nextByPhone(day, phone));
  });
}

async function withBody<S extends Schema>(
  c: Context,
  schema: S,
  options: FeedbackRoutesOptions,
  work: (receipt: IntactReceipt, body: InferOutput<S>) => Promise<Response>,
): Promise<Response> {
  const read = await readJson(c, schema);
  if ('refusal' in read) return read.refusal;
  const receipt = await find(c, options);
  return receipt ? work(receipt, read.body) : problem(c, 'unknown-receipt');
}

function answer(c: Context, reported: Reported | ReportFault, next: (day: string) => string): Response {
  if ('code' in reported) return problem(c, reported.code, 'errors' in reported ? { errors: reported.errors } : {});
  return c.json(sayNext(reported, next), reported.isNew ? 201 : 200);
}

/** A notice that somebody has changed in the database is none that a window can be measured by. */
async function find(c: Context, { byToken }: FeedbackRoutesOptions): Promise<IntactReceipt | undefined> {
  const receipt = await byToken(c.req.param('token') ?? '');
  return typeof receipt === 'object' && receipt.intact ? receipt : undefined;
}

function addPages(app: Hono, options: FeedbackRoutesOptions): void {
  app.get(`${NOTICE_PATH}/feedback`, async (c, next) => {
    const receipt = await find(c, options);
    if (!receipt) return next();
    const feedback = await readFeedback(options.database, receipt.number);
    return c.html(
      feedbackPage(await parts(c, receipt, options), doneLine(c.req.query('done'), feedback.rating?.level)),
    );
  });
  for (const kind of ['rating', 'surprise', 'complaint'] as const) {
    app.post(`${NOTICE_PATH}/${kind}`, (c) => takeForm(c, kind, options));
  }
}

async function takeForm(c: Context, kind: FeedbackKind, options: FeedbackRoutesOptions): Promise<Response> {
  const path = `/n/${c.req.param('token') ?? ''}`;
  const receipt = await find(c, options);
  // The notice's own page says why it is not there any more.
  if (!receipt) return c.redirect(path, 303);
  const form = await readForm(c);
  if (!form) return problem(c, 'body-too-large', { headers: { Connection: 'close' } });
  const fault = await keep(kind, { receipt, form }, options);
  if (fault === undefined) return c.redirect(`${path}/feedback?done=${kind}`, 303);
  const page = { ...(await parts(c, receipt, options)), sentBack: { kind, typed: form, fault } };
  return c.html(feedbackPage(page), 422);
}

interface SentForm {
  readonly receipt: IntactReceipt;
  readonly form: URLSearchParams;
}

/** Keeps what a form says, or gives the sentence to send it back with. */
async function keep(
  kind: FeedbackKind,
  { receipt, form }: SentForm,
  { ratings, reports }: FeedbackRoutesOptions,
): Promise<string | undefined> {
  const text = feedbackText[kind];
  if (kind === 'rating') {
    const told = safeParse(ratingFormSchema, formFields(form, RATING_LISTS));
    if (!told.success) return text.wrong;
    const { isNew } = await ratings.rate(receipt, told.output);
    return isNew ? undefined : feedbackText.rating.already;
  }
  const reported = await (kind === 'surprise' ? surprise() : complaint());
  if (!('code' in reported)) return undefined;
  return reported.code === 'too-many-reports' ? feedbackText.tooMany : text.wrong;

  async function surprise(): Promise<Reported | ReportFault> {
    const told = safeParse(surpriseFormSchema, formFields(form));
    return told.success ? reports.surprise(receipt, told.output, CITIZEN) : UNREADABLE;
  }
  async function complaint(): Promise<Reported | ReportFault> {
    const told = safeParse(complaintFormSchema, formFields(form));
    return told.success ? reports.complain({ receipt }, told.output, CITIZEN) : UNREADABLE;
  }
}

const UNREADABLE: ReportFault = { code: 'invalid-body', errors: [] };

async function parts(c: Context, receipt: IntactReceipt, options: FeedbackRoutesOptions): Promise<NoticeFeedback> {
  const items = receipt.notice.items.map(({ item }) => item);
  const knowledge = await knowledgeHolding(options.engines, { version: receipt.knowledge, items });
  const feedback = await readFeedback(options.database, receipt.number);
  return { receipt, knowledge, feedback, path: `/n/${c.req.param('token') ?? ''}` };
}

function doneLine(done: string | undefined, level: number | undefined): string | undefined {
  if (done === 'rating') return isPoor(level ?? 5) ? feedbackText.done.poor : feedbackText.rating.thanks;
  return done === 'surprise' || done === 'complaint' ? feedbackText.done[done] : undefined;
}
