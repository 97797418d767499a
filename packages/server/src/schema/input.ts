import type { Input } from '@onetrip/engine';
import * as v from 'valibot';
import { cleanText } from '../http/clean-text.ts';

/** The longest message, in code points. */
export const LONGEST_MESSAGE = 500;

/** The message of the one issue that has a problem code of its own. */
export const MESSAGE_TOO_LONG = 'message-too-long';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const itemIds = v.pipe(v.array(id), v.minLength(1), v.maxLength(20));
const text = v.pipe(
  v.string(),
  v.transform(cleanText),
  v.check((said) => [...said].length <= LONGEST_MESSAGE, MESSAGE_TOO_LONG),
);
/** One side of a notice that can be asked for alone. */
export const aspects = ['materials', 'fee', 'time', 'place', 'hours', 'proxy', 'online', 'eligibility'] as const;

/** Everything a person can do in one turn, as it arrives from outside. */
export const inputSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('say'), text }),
  v.strictObject({ kind: v.literal('choose'), items: itemIds }),
  v.strictObject({
    kind: v.literal('answer'),
    question: id,
    value: v.union([v.pipe(v.string(), v.maxLength(100)), v.pipe(v.number(), v.finite())]),
  }),
  v.strictObject({ kind: v.literal('unsure'), question: id }),
  v.strictObject({ kind: v.literal('change'), question: id }),
  v.strictObject({ kind: v.literal('lack'), material: id }),
  v.strictObject({ kind: v.literal('have'), material: id }),
  v.strictObject({ kind: v.literal('add'), item: id }),
  v.strictObject({ kind: v.literal('remove'), item: id }),
  v.strictObject({ kind: v.literal('why'), question: id }),
  v.strictObject({ kind: v.literal('aspect'), aspect: v.picklist(aspects) }),
  v.strictObject({ kind: v.literal('back') }),
  v.strictObject({ kind: v.literal('repeat') }),
  v.strictObject({ kind: v.literal('restart') }),
  v.strictObject({ kind: v.literal('ask-for-clerk') }),
]) satisfies v.GenericSchema<unknown, Input>;
