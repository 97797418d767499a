import * as v from 'valibot';
import { LEDGER_STATES } from '../../ledger/ledger-states.ts';
import { PROBLEM_STATUS } from '../../problem-status.ts';
import type { ProblemStatusCode } from '../../problem-status.ts';
import { ledgerEntrySchema, ratingSaidSchema } from './ledger.ts';
import { noticeSchema } from './notice.ts';
import { replySchema, surveySchema } from './reply.ts';

/** Where a citizen's own notice can be read again. */
export const receiptLinkSchema = v.strictObject({ number: v.string(), link: v.string() });

/** Answers the opening of a consultation. */
export const openedSchema = v.strictObject({ id: v.string(), reply: replySchema });

/** Answers a turn. */
export const turnTakenSchema = v.strictObject({
  seq: v.number(),
  reply: replySchema,
  receipt: v.exactOptional(receiptLinkSchema),
});

/** Where a consultation stands. */
export const standingSchema = v.strictObject({
  id: v.string(),
  seq: v.number(),
  reply: replySchema,
  receipt: v.exactOptional(receiptLinkSchema),
  survey: surveySchema,
});

/** Service items that were found, best first. */
export const itemsFoundSchema = v.strictObject({
  items: v.array(v.strictObject({ item: v.string(), title: v.string() })),
});

const named = v.looseObject({ id: v.string() });

/** A service item with everything it names; docs/writing-items.md explains each part. */
export const itemDescribedSchema = v.strictObject({
  item: v.looseObject({
    id: v.string(),
    title: v.string(),
    status: v.picklist(['active', 'discontinued']),
    obligations: v.array(v.looseObject({ id: v.string(), kind: v.string() })),
  }),
  authority: v.exactOptional(named),
  questions: v.array(named),
  materials: v.array(named),
  sources: v.array(named),
});

/** The process lives. */
export const aliveSchema = v.strictObject({
  ok: v.literal(true),
  knowledge: v.strictObject({ version: v.string(), date: v.string() }),
});

/** The process can take requests. */
export const readySchema = v.strictObject({ ready: v.literal(true) });

/** The process can take no requests now. */
export const unreadySchema = v.strictObject({ ready: v.literal(false), because: v.string() });

/** Compiled knowledge; docs/writing-items.md explains what it is compiled from. */
export const knowledgeSchema = v.looseObject({
  version: v.string(),
  date: v.pipe(v.string(), v.isoDate()),
  region: v.looseObject({ id: v.string(), name: v.string() }),
  items: v.array(v.looseObject({ id: v.string(), title: v.string() })),
});

/** A description of the API. */
export const apiDescribedSchema = v.looseObject({
  openapi: v.literal('3.1.0'),
  paths: v.record(v.string(), v.looseObject({})),
  webhooks: v.record(v.string(), v.looseObject({})),
});

/** A request that failed, RFC 9457. */
export const problemSchema = v.strictObject({
  type: v.pipe(v.string(), v.regex(/^urn:onetrip:problem:[a-z-]+$/)),
  title: v.string(),
  status: v.number(),
  code: v.picklist(Object.keys(PROBLEM_STATUS) as ProblemStatusCode[]),
  detail: v.string(),
  errors: v.exactOptional(v.array(v.strictObject({ path: v.string(), expected: v.string(), received: v.string() }))),
  /** Under which the fault stands in the log. */
  reference: v.exactOptional(v.string()),
  /** With `already-rated`: how. */
  rated: v.exactOptional(ratingSaidSchema),
  /** With `illegal-transition`: where the entry stands. */
  state: v.exactOptional(v.picklist(LEDGER_STATES)),
});

/** Schemas with a name of their own in the document, so that each stands there once. */
export const NAMED_SCHEMAS = {
  Notice: noticeSchema,
  Reply: replySchema,
  Survey: surveySchema,
  Problem: problemSchema,
  LedgerEntry: ledgerEntrySchema,
  Rating: ratingSaidSchema,
};
