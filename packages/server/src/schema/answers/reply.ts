import type { Reply, Survey } from '@onetrip/engine';
import * as v from 'valibot';
import { aspects } from '../input.ts';
import { noticeSchema, noticeSectionSchema } from './notice.ts';

const texts = v.array(v.string());
const value = v.union([v.string(), v.number()]);
const itemRefs = v.array(v.strictObject({ item: v.string(), title: v.string() }));

const answered = v.array(
  v.strictObject({
    question: v.string(),
    name: v.string(),
    ask: v.string(),
    value: v.nullable(value),
    label: v.string(),
    unsure: v.boolean(),
  }),
);

const asked = {
  id: v.string(),
  kind: v.picklist(['choice', 'number', 'date']),
  text: v.string(),
  help: v.exactOptional(v.string()),
  unit: v.exactOptional(v.string()),
  options: v.array(v.strictObject({ value, label: v.string() })),
};
const question = v.strictObject(asked);

const marks = v.array(
  v.strictObject({ material: v.string(), name: v.string(), questions: texts, because: v.string() }),
);

const base = {
  say: texts,
  understood: answered,
  answered,
  trip: itemRefs,
  difference: v.exactOptional(v.strictObject({ added: texts, removed: texts })),
};

/** What OneTrip says back, by `kind`. */
export const replySchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('choose'), ...base, candidates: itemRefs }),
  v.strictObject({
    kind: v.literal('ask'),
    ...base,
    question,
    remaining: v.strictObject({ atMost: v.number() }),
    checklist: v.strictObject({ certain: marks, possible: marks, dropped: marks }),
  }),
  v.strictObject({ kind: v.literal('notice'), ...base, notice: noticeSchema }),
  v.strictObject({
    kind: v.literal('fact'),
    ...base,
    aspect: v.picklist([...aspects, 'why']),
    sections: v.array(noticeSectionSchema),
    question: v.exactOptional(question),
  }),
  v.strictObject({
    kind: v.literal('handoff'),
    ...base,
    reason: v.picklist(['asked', 'outside', 'rule', 'not-understood']),
    phone: v.string(),
    summary: texts,
  }),
  v.strictObject({ kind: v.literal('not-found'), ...base, phone: v.string(), candidates: itemRefs }),
  v.strictObject({
    kind: v.literal('problem'),
    ...base,
    code: v.picklist([
      ...(['empty-message', 'message-too-long', 'unknown-item', 'unknown-question', 'unknown-option'] as const),
      ...(['unknown-material', 'nothing-to-change', 'no-trip-yet', 'not-understood'] as const),
    ]),
    question: v.exactOptional(question),
  }),
]) satisfies v.GenericSchema<unknown, Reply>;

/** A whole trip at a glance. */
export const surveySchema = v.strictObject({
  trip: itemRefs,
  questions: v.array(
    v.strictObject({
      ...asked,
      name: v.string(),
      status: v.picklist(['open', 'answered', 'unsure', 'moot', 'dormant']),
      answer: v.exactOptional(
        v.union([v.strictObject({ is: v.literal('known'), value }), v.strictObject({ is: v.literal('unsure') })]),
      ),
    }),
  ),
  notice: noticeSchema,
  settled: v.boolean(),
}) satisfies v.GenericSchema<unknown, Survey>;
