import type { Consultation } from '../model/consultation.ts';
import { materialNames } from './checklist.ts';
import { situationOf } from './tools.ts';
import type { DialogueTools } from './tools.ts';

/** Names of what must be brought now and had not to be before, and the other way round. */
export interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * What a changed answer did to the bring list; `undefined` where nothing that had been answered was changed.
 */
export function differenceOf(tools: DialogueTools, before: Consultation, after: Consultation): Difference | undefined {
  const changed = Object.entries(before.answers).some(
    ([id, answer]) => after.answers[id] !== undefined && after.answers[id] !== answer,
  );
  if (!changed) return undefined;
  const old = wanted(tools, before);
  const now = wanted(tools, after);
  return {
    added: now.filter((name) => !old.includes(name)),
    removed: old.filter((name) => !now.includes(name)),
  };
}

function wanted(tools: DialogueTools, consultation: Consultation): readonly string[] {
  const { lines } = tools.rules.decide(consultation.trip, situationOf(consultation));
  return lines.flatMap(({ obligation, holds }) =>
    obligation.kind === 'material' && holds !== 'no' ? materialNames(tools, obligation, ' / ') : [],
  );
}
