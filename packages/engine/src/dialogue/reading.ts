import type { ProblemCode } from '../model/reply.ts';
import type { DialogueEvent } from './machine.ts';

/** What an input means: a problem to report, or what happens and what the person wants to hear. */
export type Reading = { readonly problem: ProblemCode } | Understood;

/** An input that can be used: what happens, and what the person wants to hear. */
export interface Understood {
  readonly events: readonly DialogueEvent[];
  /** Question ids that the person's own words answered. */
  readonly understood?: readonly string[];
  /** Asked for besides: why a question is put, or the last reply again. */
  readonly tell?: 'why' | 'repeat';
  /** The question that "why" is about. */
  readonly about?: string;
  /** Why a person takes over, when not because they were asked for. */
  readonly outside?: boolean;
}
