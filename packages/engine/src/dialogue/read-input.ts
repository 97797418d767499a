import type { AnswerValue, Consultation, Input } from '../model/consultation.ts';
import type { Question } from '../model/question.ts';
import { isAnswer } from './is-answer.ts';
import { readBack } from './read-back.ts';
import { readMessage } from './read-message.ts';
import type { Reading } from './reading.ts';
import type { DialogueTools } from './tools.ts';

/** Checks an input against the knowledge and the consultation, and says what it means. Changes nothing. */
export function readInput(tools: DialogueTools, consultation: Consultation, input: Input): Reading {
  switch (input.kind) {
    case 'say':
      return readMessage(tools, consultation, input.text);
    case 'choose':
      return input.items.length > 0 && input.items.every((item) => tools.items.has(item))
        ? { events: [{ type: 'choose', items: input.items }] }
        : { problem: 'unknown-item' };
    case 'add':
      return tools.items.has(input.item)
        ? { events: [{ type: 'add', item: input.item }] }
        : { problem: 'unknown-item' };
    case 'remove':
      return consultation.trip.includes(input.item)
        ? { events: [{ type: 'remove', item: input.item }] }
        : { problem: 'unknown-item' };
    case 'answer':
      return readAnswer(tools, consultation, input.question, input.value);
    case 'unsure':
      return onQuestion(tools, consultation, input.question, () => ({
        events: [{ type: 'answer', question: input.question, answer: { is: 'unsure' } }],
      }));
    case 'change':
      return onQuestion(tools, consultation, input.question, () =>
        consultation.answers[input.question] === undefined
          ? { problem: 'nothing-to-change' }
          : { events: [{ type: 'change', question: input.question }] },
      );
    case 'why':
      return onQuestion(tools, consultation, input.question, () => ({
        events: [],
        tell: 'why',
        about: input.question,
      }));
    case 'lack':
    case 'have':
      if (consultation.trip.length === 0) return { problem: 'no-trip-yet' };
      if (!tools.materials.has(input.material)) return { problem: 'unknown-material' };
      return { events: [{ type: input.kind, material: input.material }] };
    case 'aspect':
      return consultation.trip.length === 0
        ? { problem: 'no-trip-yet' }
        : { events: [{ type: 'narrow', aspect: input.aspect }] };
    case 'back':
      return readBack(tools, consultation);
    case 'repeat':
      return { events: [], tell: 'repeat' };
    case 'restart':
      return { events: [{ type: 'restart' }] };
    case 'ask-for-clerk':
      return { events: [{ type: 'call-clerk' }] };
  }
}

function readAnswer(tools: DialogueTools, consultation: Consultation, id: string, value: AnswerValue): Reading {
  return onQuestion(tools, consultation, id, (question) =>
    isAnswer(question, value)
      ? { events: [{ type: 'answer', question: id, answer: { is: 'known', value } }] }
      : { problem: 'unknown-option' },
  );
}

function onQuestion(
  tools: DialogueTools,
  consultation: Consultation,
  id: string,
  read: (question: Question) => Reading,
): Reading {
  if (consultation.trip.length === 0) return { problem: 'no-trip-yet' };
  const question = tools.questions.get(id);
  const known = tools.rules.questionsOf(consultation.trip, consultation.today).includes(id);
  return question === undefined || !known ? { problem: 'unknown-question' } : read(question);
}
