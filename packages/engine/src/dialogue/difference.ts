import type { Consultation, Locale } from '../model/consultation.ts';
import type { Obligation } from '../model/obligation.ts';
import { sentencesOf } from '../text/sentences-of.ts';
import { materialNames } from './checklist.ts';
import { situationOf } from './tools.ts';
import type { DialogueTools } from './tools.ts';

/** What must be met now and had not to be before, and the other way round, in words. */
export interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * What a changed answer did to the notice; `undefined` where nothing that had been answered was changed.
 */
export function differenceOf(tools: DialogueTools, before: Consultation, after: Consultation): Difference | undefined {
  const changed = Object.entries(before.answers).some(
    ([id, answer]) => after.answers[id] !== undefined && after.answers[id] !== answer,
  );
  if (!changed) return undefined;
  const old = wanted(tools, before);
  const now = wanted(tools, after);
  return {
    added: now.filter((words) => !old.includes(words)),
    removed: old.filter((words) => !now.includes(words)),
  };
}

/** Every obligation that may have to be met, in a few words each: a material by its name, the rest by what it says. */
function wanted(tools: DialogueTools, consultation: Consultation): readonly string[] {
  const { lines } = tools.rules.decide(consultation.trip, situationOf(consultation));
  const due = lines.filter(({ holds }) => holds !== 'no');
  return [...new Set(due.map(({ obligation }) => obligationWords(tools, obligation, consultation.locale)))];
}

function obligationWords(tools: DialogueTools, obligation: Obligation, locale: Locale): string {
  switch (obligation.kind) {
    case 'material':
      return materialNames(tools, obligation, ' / ');
    case 'fee':
      return sentencesOf(locale).notice.fee(obligation.label, obligation.amount);
    case 'place':
      return obligation.say ?? hallName(tools, obligation.hall);
    default:
      return obligation.say;
  }
}

function hallName(tools: DialogueTools, hall: string | undefined): string {
  return tools.knowledge.region.halls.find(({ id }) => id === hall)?.name ?? '';
}
