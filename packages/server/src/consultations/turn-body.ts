import * as v from 'valibot';
import { isPersonal } from '../privacy/is-personal.ts';
import { inputSchema } from '../schema/input.ts';

const TURN_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** The body of a turn: the client's own id for it, and the input. */
export const turnBodySchema = v.strictObject({
  turn: v.pipe(
    v.string(),
    v.regex(TURN_ID),
    v.check((turn) => !isPersonal(turn), 'no personal number'),
  ),
  input: inputSchema,
});

/** Whether the schema takes it as the id of a turn. */
export function isTurnId(turn: unknown): turn is string {
  return typeof turn === 'string' && TURN_ID.test(turn) && !isPersonal(turn);
}
