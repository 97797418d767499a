import { assign, setup } from 'xstate';
import type { Aspect } from '../model/obligation.ts';
import type { Answer } from '../model/situation.ts';

/** The part of a consultation that the dialogue machine holds. */
export interface DialogueContext {
  readonly today: string;
  readonly trip: readonly string[];
  readonly answers: Readonly<Record<string, Answer>>;
  readonly lacks: readonly string[];
  readonly asking: string | undefined;
  /** Only this was asked for; questions that it does not depend on wait. */
  readonly aspect: Aspect | undefined;
  readonly offered: readonly string[] | undefined;
  readonly misses: number;
}

/** What can happen in a dialogue, already read and checked: every id in it exists. */
export type DialogueEvent =
  | { readonly type: 'choose'; readonly items: readonly string[] }
  | { readonly type: 'offer'; readonly items: readonly string[] }
  | { readonly type: 'miss' }
  | { readonly type: 'answer'; readonly question: string; readonly answer: Answer }
  | { readonly type: 'change'; readonly question: string }
  | { readonly type: 'forget'; readonly question: string }
  | { readonly type: 'lack'; readonly material: string }
  | { readonly type: 'have'; readonly material: string }
  | { readonly type: 'narrow'; readonly aspect: Aspect }
  | { readonly type: 'widen' }
  | { readonly type: 'add'; readonly item: string }
  | { readonly type: 'remove'; readonly item: string }
  | { readonly type: 'restart' }
  | { readonly type: 'call-clerk' };

/** The question to put next, or `undefined` when no answer could change the notice. */
export type NextQuestion = (context: DialogueContext) => string | undefined;

/** Misses in a row after which a person takes over. */
const missesBeforeHandoff = 2;

/** A dialogue before anything was said, save for the day. */
export const emptyDialogue: Omit<DialogueContext, 'today'> = {
  trip: [],
  answers: {},
  lacks: [],
  asking: undefined,
  aspect: undefined,
  offered: undefined,
  misses: 0,
};

/** The type of the machine, for those that move it. */
export type DialogueMachine = ReturnType<typeof createDialogueMachine>;

/**
 * The one dialogue machine for all items: choosing → asking → concluded, handedOff from everywhere. Items are
 * data and add no state. `deciding` is passed through and never rested in: it sends the dialogue where the
 * rules say it stands.
 */
export function createDialogueMachine(nextQuestion: NextQuestion) {
  return setup({
    types: { context: {} as DialogueContext, events: {} as DialogueEvent, input: {} as DialogueContext },
    guards: {
      nothingChosen: ({ context }) => context.trip.length === 0,
      settled: ({ context }) => nextQuestion(context) === undefined,
      missedTooOften: ({ context }) => context.misses + 1 >= missesBeforeHandoff,
    },
    actions: {
      apply: assign(({ context, event }) => applyEvent(context, event)),
      askNext: assign(({ context }) => ({ asking: nextQuestion(context) })),
      stopAsking: assign({ asking: undefined }),
    },
  }).createMachine({
    id: 'dialogue',
    context: ({ input }) => input,
    initial: 'choosing',
    on: {
      choose: { target: '.deciding', actions: 'apply' },
      add: { target: '.deciding', actions: 'apply' },
      remove: { target: '.deciding', actions: 'apply' },
      answer: { target: '.deciding', actions: 'apply' },
      forget: { target: '.deciding', actions: 'apply' },
      lack: { target: '.deciding', actions: 'apply' },
      have: { target: '.deciding', actions: 'apply' },
      narrow: { target: '.deciding', actions: 'apply' },
      widen: { target: '.deciding', actions: 'apply' },
      change: { target: '.asking', actions: 'apply' },
      offer: { target: '.choosing', actions: 'apply' },
      restart: { target: '.choosing', actions: 'apply' },
      'call-clerk': '.handedOff',
    },
    states: {
      choosing: {
        entry: 'stopAsking',
        on: {
          miss: [{ guard: 'missedTooOften', target: 'handedOff', actions: 'apply' }, { actions: 'apply' }],
        },
      },
      deciding: {
        always: [
          { guard: 'nothingChosen', target: 'choosing' },
          { guard: 'settled', target: 'concluded' },
          { target: 'asking', actions: 'askNext' },
        ],
      },
      asking: {},
      concluded: { entry: 'stopAsking' },
      handedOff: { entry: 'stopAsking' },
    },
  });
}

function applyEvent(context: DialogueContext, event: DialogueEvent): Partial<DialogueContext> {
  switch (event.type) {
    case 'choose':
      return { trip: [...new Set(event.items)], offered: undefined, misses: 0 };
    case 'offer':
      return { offered: event.items, misses: 0 };
    case 'miss':
      return { offered: undefined, misses: context.misses + 1 };
    case 'answer':
      return { answers: { ...context.answers, [event.question]: event.answer }, misses: 0 };
    case 'change':
      return { asking: event.question };
    case 'forget':
      return { answers: without(context.answers, event.question) };
    case 'lack':
      return { lacks: [...new Set([...context.lacks, event.material])].sort() };
    case 'have':
      return { lacks: context.lacks.filter((material) => material !== event.material) };
    case 'narrow':
      return { aspect: event.aspect };
    case 'widen':
      return { aspect: undefined };
    case 'add':
      return { trip: [...new Set([...context.trip, event.item])], offered: undefined, misses: 0 };
    case 'remove':
      return { trip: context.trip.filter((item) => item !== event.item) };
    case 'restart':
      return emptyDialogue;
    case 'call-clerk':
      return {};
  }
}

function without(answers: DialogueContext['answers'], question: string): DialogueContext['answers'] {
  const { [question]: _forgotten, ...others } = answers;
  return others;
}
