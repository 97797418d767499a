import * as v from 'valibot';
import { isPersonal } from '../privacy/is-personal.ts';
import { inputSchema } from '../schema/input.ts';

/** The body of a turn: the client's own id for it, and the input. */
export const turnBodySchema = v.strictObject({
  turn: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9_-]{1,64}$/),
    v.check((turn) => !isPersonal(turn), 'no personal number'),
  ),
  input: inputSchema,
});
