import type { Consultation, Engine, Reply } from '@onetrip/engine';
import type { Transcript } from './transcript.ts';

/** What the engine said to each step, and where it ended. */
export interface Reference {
  /** The reply to beginning, then one for each step. */
  readonly replies: readonly Reply[];
  readonly consultation: Consultation;
}

/** Plays a transcript on the engine itself; the other channels are held against this. */
export function playEngine(engine: Engine, transcript: Transcript): Reference {
  let { consultation, reply } = engine.begin({ today: transcript.today });
  const replies = [reply];
  for (const step of transcript.steps) {
    ({ consultation, reply } = engine.takeTurn(consultation, step.input));
    replies.push(reply);
  }
  return { replies, consultation };
}
