import { transition } from 'xstate';
import type { Consultation, Input } from '../model/consultation.ts';
import type { ProblemCode } from '../model/reply.ts';
import { createDialogueMachine, emptyDialogue } from './machine.ts';
import type { DialogueContext, DialogueEvent, DialogueMachine } from './machine.ts';
import { readInput } from './read-input.ts';
import type { Understood } from './reading.ts';
import type { DialogueTools } from './tools.ts';

/** What one input did: the consultation before and after it, and how it was read. */
export type Step =
  | { readonly before: Consultation; readonly after: Consultation; readonly input: Input; readonly read: Understood }
  | {
      readonly before: Consultation;
      readonly after: Consultation;
      readonly input: Input;
      readonly problem: ProblemCode;
    };

/** Moves a consultation by one input. */
export type TakeStep = (consultation: Consultation, input: Input) => Step;

/** Binds the dialogue machine to the rules of a knowledge. */
export function createTakeStep(tools: DialogueTools): TakeStep {
  const machine = createDialogueMachine(({ trip, ...situation }) =>
    trip.length === 0 ? undefined : tools.rules.openQuestions(trip, situation)[0],
  );
  return (before, input) => {
    const read = readInput(tools, before, input);
    // An input that cannot be used leaves no trace: nothing is lost and the same question stands.
    if ('problem' in read) return { before, after: before, input, problem: read.problem };
    const moved = read.events.reduce((consultation, event) => move(machine, consultation, event), before);
    return { before, after: { ...moved, turns: [...before.turns, input] }, input, read };
  };
}

/** A consultation in which nothing has been said yet. */
export function newConsultation(
  options: Pick<Consultation, 'knowledge' | 'today' | 'locale' | 'channel'>,
): Consultation {
  const { asking: _asking, offered: _offered, ...empty } = emptyDialogue;
  return { ...options, stage: 'choosing', ...empty, turns: [] };
}

function move(machine: DialogueMachine, consultation: Consultation, event: DialogueEvent): Consultation {
  const snapshot = machine.resolveState({ value: consultation.stage, context: contextOf(consultation) });
  const [next] = transition(machine, snapshot, event);
  const { asking, offered, ...context } = next.context;
  const { knowledge, locale, channel, turns } = consultation;
  return {
    ...{ knowledge, locale, channel },
    stage: next.value === 'deciding' ? consultation.stage : next.value,
    ...context,
    ...(asking === undefined ? {} : { asking }),
    ...(offered === undefined ? {} : { offered }),
    turns,
  };
}

function contextOf(consultation: Consultation): DialogueContext {
  const { today, trip, answers, lacks, asking, offered, misses } = consultation;
  return { today, trip, answers, lacks, asking, offered, misses };
}
