import * as v from 'valibot';
import { LEDGER_STATES } from '../../ledger/ledger-states.ts';
import { LEDGER_KINDS } from '../../ledger/list-query.ts';
import { RATING_LEVELS, RATING_REASONS } from '../../ratings/rating-reasons.ts';

const day = v.pipe(v.string(), v.isoDate());
const kind = v.picklist(LEDGER_KINDS);
const state = v.picklist(LEDGER_STATES);
const level = v.picklist(RATING_LEVELS);
const reason = v.picklist([...RATING_REASONS.good, ...RATING_REASONS.poor]);
/** Milliseconds since 1970. */
const moment = v.number();

/** What else an entry knows; each kind has its own part of it. */
const detail = v.strictObject({
  hash: v.exactOptional(v.string()),
  trip: v.exactOptional(v.array(v.string())),
  material: v.exactOptional(v.string()),
  why: v.exactOptional(v.string()),
  window: v.exactOptional(v.string()),
  reason: v.exactOptional(v.string()),
  summary: v.exactOptional(v.array(v.string())),
  level: v.exactOptional(level),
  reasons: v.exactOptional(v.array(reason)),
});

const entry = {
  ...{ id: v.string(), kind, region: v.string(), hall: v.nullable(v.string()), receipt: v.nullable(v.string()) },
  ...{ item: v.nullable(v.string()), subject: v.string(), knowledge: v.string(), words: v.string(), detail, state },
  ...{ owner: v.nullable(v.string()), due: day, opened: moment, closed: v.nullable(moment) },
  ...{ resolution: v.nullable(v.string()), resolved_by: v.nullable(v.string()) },
};

/** An entry of the ledger, for whoever settles it. */
export const ledgerEntrySchema = v.strictObject(entry);

/** An entry with how many unsettled ones say the same of the same item, itself included. */
export const listedEntrySchema = v.strictObject({ ...entry, alike: v.number() });

/** The same trouble on the same item, met once or more often. */
export const ledgerGroupSchema = v.strictObject({
  ...{ kind, item: v.nullable(v.string()), subject: v.string(), count: v.number(), due: day },
  example: ledgerEntrySchema,
});

/** One step in settling an entry: the columns that became different, and the note. */
export const ledgerStepSchema = v.strictObject({
  ...{ seq: v.number(), at: moment, by: v.string() },
  change: v.strictObject({
    ...{ state: v.exactOptional(state), owner: v.exactOptional(v.string()), due: v.exactOptional(day) },
    ...{ resolution: v.exactOptional(v.string()), resolved_by: v.exactOptional(v.string()) },
    note: v.exactOptional(v.string()),
  }),
});

/** A rating as its citizen reads it back. */
export const ratingSaidSchema = v.strictObject({
  ...{ level, label: v.string(), words: v.string(), at: moment },
  reasons: v.array(v.strictObject({ code: reason, label: v.string() })),
});

const report = {
  ...{ id: v.string(), kind, words: v.string(), state, opened: moment, due: day },
  ...{ closed: v.nullable(moment), resolution: v.nullable(v.string()) },
};

/** A report as its citizen reads it back. */
export const reportSaidSchema = v.strictObject(report);

/** What a citizen is told who has just reported something: also what happens next, and by when. */
export const reportKeptSchema = v.strictObject({ ...report, say: v.string() });
