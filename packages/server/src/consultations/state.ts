import type { Consultation } from '@onetrip/engine';
import { inAscii } from './in-ascii.ts';

/**
 * How a consultation stands, as JSON: everything that its next turn is decided by, and so without the turns that led
 * here, which the database holds.
 */
export type State = string;

/** How a consultation stands. */
export function stateOf({ turns: _kept, ...state }: Consultation): State {
  return inAscii(JSON.stringify(state));
}

/** A consultation that stands so, to go on with; it knows of no turns before. */
export function consultationAt(state: State): Consultation {
  return { ...(JSON.parse(state) as Omit<Consultation, 'turns'>), turns: [] };
}
