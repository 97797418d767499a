import type { Notice, NoticeSection } from '@onetrip/engine';
import * as v from 'valibot';

const texts = v.array(v.string());
const keeps = v.picklist(['shown', 'handed-in', 'filled']);

const line = {
  id: v.string(),
  text: v.string(),
  note: v.exactOptional(v.string()),
  when: v.exactOptional(v.strictObject({ says: v.string(), find: texts })),
  sources: texts,
  local: v.boolean(),
  items: texts,
  because: texts,
  addItem: v.exactOptional(v.string()),
};
const lines = v.array(v.strictObject(line));

const material = v.strictObject({
  ...line,
  material: v.string(),
  originals: v.number(),
  copies: v.number(),
  keeps,
  necessity: v.picklist(['required', 'deferrable', 'waived']),
  photo: v.exactOptional(v.string()),
  issuer: v.string(),
  howToGet: v.exactOptional(v.string()),
  lacking: v.boolean(),
  or: v.array(
    v.strictObject({
      material: v.string(),
      text: v.string(),
      originals: v.number(),
      copies: v.number(),
      keeps,
      note: v.exactOptional(v.string()),
      howToGet: v.exactOptional(v.string()),
    }),
  ),
});

const place = v.strictObject({
  ...line,
  hall: v.exactOptional(v.string()),
  address: v.exactOptional(v.string()),
  floor: v.exactOptional(v.number()),
  windows: v.array(v.strictObject({ name: v.string(), numbers: v.string(), low: v.boolean() })),
  phone: v.exactOptional(v.string()),
  hours: texts,
  access: texts,
});

const source = v.strictObject({
  id: v.string(),
  title: v.string(),
  article: v.exactOptional(v.string()),
  date: v.string(),
  address: v.exactOptional(v.string()),
  quote: v.exactOptional(v.string()),
});

/** The one complete notice, as it leaves the server. */
export const noticeSchema = v.strictObject({
  items: v.array(v.strictObject({ item: v.string(), title: v.string() })),
  facts: v.array(v.strictObject({ question: v.string(), name: v.string(), label: v.string(), unsure: v.boolean() })),
  eligibility: v.strictObject({
    eligible: v.picklist(['yes', 'no', 'unsure']),
    reasons: lines,
    conditions: lines,
  }),
  materials: v.array(material),
  notNeeded: lines,
  first: lines,
  steps: lines,
  fees: v.array(v.strictObject({ ...line, amount: v.exactOptional(v.number()), currency: v.literal('CNY') })),
  total: v.exactOptional(v.number()),
  time: lines,
  deadlines: lines,
  results: lines,
  places: v.array(place),
  proxy: lines,
  online: lines,
  suggestions: lines,
  warnings: lines,
  deferrable: texts,
  handoff: lines,
  help: v.strictObject({ hotline: v.string(), complaint: v.string() }),
  sources: v.array(source),
  knowledge: v.strictObject({ version: v.string(), date: v.string() }),
  region: v.strictObject({ id: v.string(), name: v.string(), fictional: v.boolean() }),
  today: v.string(),
  number: v.exactOptional(v.string()),
}) satisfies v.GenericSchema<unknown, Notice>;

/** A headed list of a notice, ready to be drawn. */
export const noticeSectionSchema = v.strictObject({
  id: v.picklist([
    ...(['ineligible', 'handoff', 'first', 'materials', 'maybe', 'forms', 'not-needed', 'conditions'] as const),
    ...(['steps', 'fees', 'time', 'deadlines', 'places', 'proxy', 'online', 'results', 'suggestions'] as const),
    ...(['warnings', 'deferrable', 'help', 'why'] as const),
  ]),
  title: v.string(),
  lines: v.array(
    v.strictObject({
      id: v.string(),
      text: v.string(),
      details: texts,
      when: v.exactOptional(v.string()),
      sources: texts,
      because: texts,
      local: v.boolean(),
      tick: v.boolean(),
      material: v.exactOptional(v.string()),
      addItem: v.exactOptional(v.string()),
    }),
  ),
}) satisfies v.GenericSchema<unknown, NoticeSection>;
