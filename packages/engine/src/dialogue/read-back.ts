import type { Consultation } from '../model/consultation.ts';
import type { Reading } from './reading.ts';
import { situationOf } from './tools.ts';
import type { DialogueTools } from './tools.ts';

/** Going back puts the question answered last again; before the first answer it gives up the choice of items. */
export function readBack(tools: DialogueTools, consultation: Consultation): Reading {
  const situation = situationOf(consultation);
  const last = Object.keys(consultation.answers)
    .filter((id) => id !== consultation.asking)
    .filter((id) => tools.rules.applies(consultation.trip, situation, id) === 'yes')
    .at(-1);
  if (last !== undefined) return { events: [{ type: 'forget', question: last }] };
  return consultation.trip.length > 0 ? { events: [{ type: 'restart' }] } : { problem: 'nothing-to-change' };
}
