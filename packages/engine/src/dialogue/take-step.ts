import { transition } from 'xstate';
import type { Consultation, Input } from '../model/consultation.ts';
import type { Aspect } from '../model/obligation.ts';
import type { ProblemCode } from '../model/reply.ts';
import { createDialogueMachine, emptyDialogue } from './machine.ts';
import type { DialogueContext, DialogueEvent, DialogueMachine } from './machine.ts';
import { readInput } from './read-input.ts';
import type { Understood } from './reading.ts';
import type { DialogueTools } from './tools.ts';

/** What one input did: the consultation before and after it, and how it was read. */
export type Step =
  | {
      readonly before: Consultation;
      readonly after: Consultation;
      readonly input: Input;
      readonly read: Understood;
      /** What was asked about alone, once every question that it depends on is answered. */
      readonly told?: Aspect;
    }
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
  const nextQuestion = ({
    trip,
    aspect,
    ...situation
  }: Pick<DialogueContext, 'trip' | 'today' | 'answers' | 'lacks'> & { readonly aspect?: Aspect | undefined }) =>
    tools.rules.openQuestions(trip, situation, aspect)[0];
  const machine = createDialogueMachine(nextQuestion);
  return (before, input) => {
    const read = readInput(tools, before, input);
    // An input that cannot be used leaves no trace: nothing is lost and the same question stands.
    if ('problem' in read) return { before, after: before, input, problem: read.problem };
    const moved = read.events.reduce((consultation, event) => move(machine, consultation, event), before);
    const turns = [...before.turns, input];
    const told = moved.stage === 'concluded' ? moved.aspect : undefined;
    if (told === undefined) return { before, after: { ...moved, turns }, input, read };
    const widened = move(machine, moved, { type: 'widen' });
    // Nothing at all is left to ask about a trip just named: then the whole notice is the better answer.
    const isWhole = before.trip.length === 0 && widened.stage === 'concluded';
    return { before, after: { ...widened, turns }, input, read, ...(isWhole ? {} : { told }) };
  };
}

/** A consultation in which nothing has been said yet. */
export function newConsultation(
  options: Pick<Consultation, 'knowledge' | 'today' | 'locale' | 'channel'>,
): Consultation {
  const { asking: _asking, offered: _offered, aspect: _aspect, ...empty } = emptyDialogue;
  return { ...options, stage: 'choosing', ...empty, turns: [] };
}

function move(machine: DialogueMachine, consultation: Consultation, event: DialogueEvent): Consultation {
  const snapshot = machine.resolveState({ value: consultation.stage, context: contextOf(consultation) });
  const [next] = transition(machine, snapshot, event);
  const { asking, offered, aspect, ...context } = next.context;
  const { knowledge, locale, channel, turns } = consultation;
  return {
    ...{ knowledge, locale, channel },
    stage: next.value === 'deciding' ? consultation.stage : next.value,
    ...context,
    ...(asking === undefined ? {} : { asking }),
    ...(offered === undefined ? {} : { offered }),
    ...(aspect === undefined ? {} : { aspect }),
    turns,
  };
}

function contextOf(consultation: Consultation): DialogueContext {
  const { today, trip, answers, lacks, asking, offered, aspect, misses } = consultation;
  return { today, trip, answers, lacks, asking, offered, aspect, misses };
}
