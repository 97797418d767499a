import type { Consultation } from '../model/consultation.ts';
import type { Aspect } from '../model/obligation.ts';
import type { Understanding } from '../search/understanding.ts';
import type { DialogueEvent } from './machine.ts';
import { isAnswer } from './is-answer.ts';
import { readBack } from './read-back.ts';
import type { Reading } from './reading.ts';
import type { DialogueTools } from './tools.ts';

/** Longest message read, in code points; what a person types on a counter fits many times over. */
export const longestMessage = 500;

/** What a typed or spoken message means at this point of the consultation. */
export function readMessage(tools: DialogueTools, consultation: Consultation, text: string): Reading {
  if (text.trim() === '') return { problem: 'empty-message' };
  // Counting code units first keeps a hostile megabyte from being split into characters.
  if (text.length > 2 * longestMessage || [...text].length > longestMessage) return { problem: 'message-too-long' };
  const asking = consultation.asking === undefined ? undefined : tools.questions.get(consultation.asking);
  const understanding = tools.search.understand(text, {
    trip: consultation.trip,
    ...(asking === undefined ? {} : { asking }),
  });
  const command = readCommand(tools, consultation, understanding);
  if (command !== undefined) return command;
  const removed = readRemoval(tools, consultation, text);
  if (removed.length > 0) return { events: removed.map((item) => ({ type: 'remove', item })) };
  return consultation.trip.length === 0
    ? readRequest(tools, consultation, understanding)
    : readFollowUp(tools, consultation, understanding);
}

function readCommand(
  tools: DialogueTools,
  consultation: Consultation,
  { command }: Understanding,
): Reading | undefined {
  const { asking } = consultation;
  switch (command) {
    case undefined:
      return undefined;
    // A greeting names nothing, and is nothing that was not understood.
    case 'hello':
      return { events: [], tell: 'repeat' };
    case 'clerk':
      return { events: [{ type: 'call-clerk' }] };
    case 'restart':
      return { events: [{ type: 'restart' }] };
    case 'back':
      return readBack(tools, consultation);
    case 'repeat':
      return { events: [], tell: 'repeat' };
    case 'why':
      return asking === undefined ? { problem: 'not-understood' } : { events: [], tell: 'why', about: asking };
    case 'unsure':
      return asking === undefined
        ? { problem: 'not-understood' }
        : { events: [{ type: 'answer', question: asking, answer: { is: 'unsure' } }] };
  }
}

/** 护照不办了, 去掉护照: items of the trip that are named only to be left out. */
function readRemoval(tools: DialogueTools, { trip }: Consultation, text: string): readonly string[] {
  const [, before = '', after = ''] = removal.exec(text.trim()) ?? [];
  const named = before + after;
  if (trip.length === 0 || named === '') return [];
  return tools.search.understand(named).items.filter((item) => trip.includes(item));
}

const removal =
  /^(?:(?:先)?(?:去掉|不办|取消|删掉)([^，。；]{1,30})|([^，。；]{1,30})(?:先)?(?:不办了|不要办了|不用办了|先不办))[。]?$/u;

/** The first message, or one after nothing was found: which items? */
function readRequest(tools: DialogueTools, consultation: Consultation, understanding: Understanding): Reading {
  const { verdict, items } = understanding;
  switch (verdict) {
    case 'clear':
    case 'discontinued':
      return withAnswers(tools, items.slice(0, 1), understanding);
    case 'several':
      return withAnswers(tools, items, understanding);
    case 'ambiguous': {
      // What was said along the way is kept, so that choosing the item does not lose it.
      const answers = answerEvents(tools, items, understanding);
      return { events: [...answers, { type: 'offer', items }], understood: answers.map(({ question }) => question) };
    }
    case 'none':
      return { events: [{ type: 'miss' }], outside: consultation.misses > 0 };
  }
}

/** A message while questions stand or after the notice: answers, further items, or a question about one aspect. */
function readFollowUp(tools: DialogueTools, consultation: Consultation, understanding: Understanding): Reading {
  const { trip } = consultation;
  const named = understanding.verdict === 'clear' || understanding.verdict === 'several';
  const added = named ? understanding.items.filter((item) => !trip.includes(item)) : [];
  const answers = answerEvents(tools, [...trip, ...added], understanding);
  const events: DialogueEvent[] = [
    ...added.map((item) => ({ type: 'add', item }) as const),
    ...answers,
    ...lackEvents(understanding),
  ];
  const [aspect] = understanding.aspects;
  if (events.length > 0) return { events, understood: answers.map(({ question }) => question) };
  return aspect === undefined ? { problem: 'not-understood' } : { events: [{ type: 'narrow', aspect }] };
}

function withAnswers(tools: DialogueTools, items: readonly string[], understanding: Understanding): Reading {
  const answers = answerEvents(tools, items, understanding);
  return {
    events: [{ type: 'choose', items }, ...answers, ...lackEvents(understanding), ...narrowEvents(understanding)],
    understood: answers.map(({ question }) => question),
  };
}

/** The answers said along the way, as far as they answer questions of these items. */
function answerEvents(tools: DialogueTools, items: readonly string[], understanding: Understanding) {
  const asked = new Set(items.flatMap((item) => tools.items.get(item)?.questions ?? []));
  return understanding.answers.flatMap(({ question: id, value }) => {
    const question = tools.questions.get(id);
    if (question === undefined || !asked.has(id) || !isAnswer(question, value)) return [];
    return [{ type: 'answer' as const, question: id, answer: { is: 'known' as const, value } }];
  });
}

function lackEvents(understanding: Understanding): readonly DialogueEvent[] {
  return understanding.lacks.map((material) => ({ type: 'lack', material }));
}

/**
 * What is asked about alone, as far as it can be told alone: 护照多少钱. Whether another may go, or whether it can
 * be done at all, is part of the case itself, and the whole answers it better.
 */
function narrowEvents({ aspects }: Understanding): readonly DialogueEvent[] {
  const [aspect, more] = aspects;
  const alone = more === undefined ? toldAlone.find((each) => each === aspect) : undefined;
  return alone === undefined ? [] : [{ type: 'narrow', aspect: alone }];
}

const toldAlone: readonly Aspect[] = ['fee', 'time', 'place', 'hours', 'online'];
