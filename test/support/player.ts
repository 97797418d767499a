import type { Notice } from '@onetrip/engine';
import type { Move } from './play-engine.ts';
import type { Transcript } from './transcript.ts';

/** A channel that can play transcripts. */
export interface Player {
  readonly name: string;
  /** Opens the conversation of a transcript, on its day. */
  open(transcript: Transcript): Promise<Performance>;
  close(): Promise<void>;
}

/** One conversation on one channel. */
export interface Performance {
  /**
   * Does one step as a person on this channel does it, and fails unless the channel shows what the engine answers.
   *
   * @throws When the person sees something else than `move.after`.
   */
  take(move: Move): Promise<void>;
  /** The notice it ended with: as data where the channel hands out data, as text where a person only reads. */
  ending(): Promise<{ readonly notice?: Notice; readonly text?: string }>;
  close(): Promise<void>;
}
