import type { Input, Reply } from '@onetrip/engine';
import type { Statement } from '../storage/database.ts';

/** A turn that was decided and is about to be kept. */
export interface TakenTurn {
  /** Of the consultation. */
  readonly id: string;
  readonly seq: number;
  /** With personal data masked. */
  readonly input: Input;
  readonly reply: Reply;
  /** Questions answered in the consultation so far, this turn included. */
  readonly questions: number;
  readonly region: string;
  /** Knowledge version that it was decided under. */
  readonly knowledge: string;
  /** Engine version that decided it. */
  readonly engine: string;
  readonly at: number;
}

/** What is to be kept together with a turn, all or nothing. */
export type TurnCompanion = (taken: TakenTurn) => readonly Statement[];
