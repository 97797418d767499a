import * as v from 'valibot';
import { LEDGER_STATES } from './ledger-states.ts';

/** Kinds of entries, as they are listed. */
export const LEDGER_KINDS = ['surprise', 'unanswered', 'handoff', 'complaint', 'low-rating'] as const;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const day = v.pipe(v.string(), v.isoDate());

/** Where a page of a list ended: what comes after it is the next page. */
export interface ListKey {
  readonly settled: number;
  readonly due: string;
  readonly id: string;
}

const keySchema = v.strictTuple([v.picklist([0, 1]), day, id]);

const after = v.pipe(
  v.string(),
  v.maxLength(300),
  v.rawTransform(({ dataset, addIssue, NEVER }): ListKey => {
    const key = readKey(dataset.value);
    if (key) return key;
    addIssue({ message: 'the key of a page' });
    return NEVER;
  }),
);

const filters = {
  /** `unsettled`: somebody still has to do something. */
  state: v.exactOptional(v.picklist(['unsettled', 'all', ...LEDGER_STATES]), 'unsettled'),
  kind: v.exactOptional(v.picklist(LEDGER_KINDS)),
  item: v.exactOptional(id),
  subject: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  /** Account id. */
  owner: v.exactOptional(id),
  overdue: v.exactOptional(v.picklist(['true', 'false'])),
};

/** What a list of entries may be narrowed by. */
export const listQuerySchema = v.strictObject({
  ...filters,
  after: v.exactOptional(after),
  limit: v.exactOptional(v.pipe(v.string(), v.regex(/^[1-9]\d?$|^100$/), v.transform(Number)), '50'),
});

/** What an export may be narrowed by: days on which entries were opened, both included. */
export const exportQuerySchema = v.strictObject({
  ...filters,
  state: v.exactOptional(v.picklist(['unsettled', 'all', ...LEDGER_STATES]), 'all'),
  from: v.exactOptional(day),
  to: v.exactOptional(day),
});

/** Filters of a list, as they were asked for. */
export type ListQuery = v.InferOutput<typeof listQuerySchema>;

/** Filters alone. */
export type ListFilters = Pick<ListQuery, 'state' | 'kind' | 'item' | 'subject' | 'owner' | 'overdue'>;

/** A key as it travels. */
export function writeKey({ settled, due, id: last }: ListKey): string {
  return Buffer.from(JSON.stringify([settled, due, last])).toString('base64url');
}

function readKey(written: string): ListKey | undefined {
  try {
    const parsed = v.safeParse(keySchema, JSON.parse(Buffer.from(written, 'base64url').toString('utf8')));
    if (!parsed.success) return undefined;
    const [settled, due, last] = parsed.output;
    return { settled, due, id: last };
  } catch {
    return undefined;
  }
}
