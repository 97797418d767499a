import type { Consultation, Engine, Input, Reply, Turn } from '@onetrip/engine';
import type { Step, StepExpectation, Transcript } from './transcript.ts';

/** One input of a transcript, and what the engine said before and after it. */
export interface Move {
  readonly input: Input;
  readonly before: Reply;
  readonly after: Reply;
  /** What the transcript declares of `after`. */
  readonly expect: StepExpectation;
}

/** A transcript as the engine played it; the other channels are held against this. */
export interface Reference {
  readonly moves: readonly Move[];
  readonly last: Reply;
  readonly consultation: Consultation;
}

/**
 * Plays a transcript on the engine itself.
 *
 * @throws When a step gives answers to a question that is then not asked, or none to one that is.
 */
export function playEngine(engine: Engine, transcript: Transcript): Reference {
  const moves: Move[] = [];
  let turn = engine.begin({ today: transcript.today });
  const take = (input: Input, expect: StepExpectation): void => {
    const next = engine.takeTurn(turn.consultation, input);
    moves.push({ input, before: turn.reply, after: next.reply, expect });
    turn = next;
  };
  for (const step of transcript.steps) {
    if ('input' in step) take(step.input, step.expect);
    else answerAsAsked(step, () => turn, take);
  }
  return { moves, last: turn.reply, consultation: turn.consultation };
}

function answerAsAsked(
  step: Extract<Step, { answers: unknown }>,
  now: () => Turn,
  take: (input: Input, expect: StepExpectation) => void,
): void {
  const open = new Map(Object.entries(step.answers));
  while (open.size > 0) {
    const { reply } = now();
    const question = reply.kind === 'ask' ? reply.question.id : reply.kind;
    const value = open.get(question);
    if (value === undefined)
      throw new Error(`${question} comes, while answers wait for ${[...open.keys()].join(', ')}`);
    open.delete(question);
    const input: Input = value === null ? { kind: 'unsure', question } : { kind: 'answer', question, value };
    take(input, open.size === 0 ? step.expect : {});
  }
}
