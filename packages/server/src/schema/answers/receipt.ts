import * as v from 'valibot';
import { noticeSchema, noticeSectionSchema } from './notice.ts';

const day = v.pipe(v.string(), v.isoDate());

/** How a notice that was given stands to the rules of today. */
const comparisonSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('same'), on: day }),
  v.strictObject({
    ...{ kind: v.literal('changed'), on: day },
    changes: v.array(
      v.strictObject({
        ...{ section: noticeSectionSchema.entries.id, title: v.string(), line: v.string() },
        ...{ before: v.exactOptional(v.string()), now: v.exactOptional(v.string()) },
      }),
    ),
  }),
  v.strictObject({ kind: v.literal('withdrawn'), on: day, titles: v.array(v.string()) }),
  v.strictObject({ kind: v.literal('unknown'), on: day }),
]);

/** A receipt as a clerk reads it: whole, or only that somebody has changed it in the database. */
export const receiptReadSchema = v.variant('intact', [
  v.strictObject({
    ...{ intact: v.literal(true), number: v.string(), spoken: v.string(), region: v.string() },
    ...{ knowledge: v.string(), engine: v.string(), day, issued: v.number(), hash: v.string() },
    ...{ notice: noticeSchema, today: comparisonSchema },
  }),
  v.strictObject({ intact: v.literal(false), number: v.string() }),
]);
