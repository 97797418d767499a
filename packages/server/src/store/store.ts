import type { BeginOptions, Consultation, Input } from '@onetrip/engine';

/** How a consultation began: with its turns, all that is needed to rebuild it. */
export interface Opening {
  readonly id: string;
  readonly begun: BeginOptions;
  /** The first reply as JSON text, exactly as it was sent. */
  readonly reply: string;
}

/** One turn that was taken. Turns are the truth and are never changed. */
export interface TurnEvent {
  /** 1 for the first turn. */
  readonly seq: number;
  /** The client's own id of the turn. */
  readonly turn: string;
  readonly input: Input;
  /** The reply as JSON text, exactly as it was sent. */
  readonly reply: string;
}

/** A consultation as it is kept. */
export interface History {
  readonly opening: Opening;
  readonly events: readonly TurnEvent[];
  /** What replaying the events gives; kept so that a turn does not replay them all. */
  readonly latest: Consultation;
}

/**
 * Where consultations are kept.
 *
 * A table of openings (key: id) and a table of events (keys: id + seq, id + turn) satisfy it, so a database can
 * stand behind it and several server processes in front of it.
 */
export interface Store {
  /** Keeps a new consultation; `full` when there is no room for another. */
  open(opening: Opening, latest: Consultation): Promise<'opened' | 'full'>;
  /** What is kept under an id, unless it was never there or has expired. */
  read(id: string): Promise<History | undefined>;
  /**
   * Keeps one more turn. `overtaken` when it is not the next one any more, because another process was faster
   * or the consultation has expired: read again and decide again.
   */
  append(id: string, event: TurnEvent, latest: Consultation): Promise<'appended' | 'overtaken' | 'full'>;
}
