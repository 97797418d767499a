import type { Consultation } from '../model/consultation.ts';
import { sentencesOf } from '../text/sentences-of.ts';
import type { DecidedByAnswer, DecidedKind } from '../text/dialogue-sentences.ts';
import type { Difference } from './difference.ts';
import { situationOf } from './tools.ts';
import type { DialogueTools } from './tools.ts';
import type { Step } from './take-step.ts';

/** The sentences that lead a reply: what was taken in, added, removed or changed by this step. */
export function leadSentences(tools: DialogueTools, step: Step, difference: Difference | undefined): readonly string[] {
  if ('problem' in step) return [];
  const { before, after, input } = step;
  const { dialogue } = sentencesOf(after.locale);
  const title = (item: string) => tools.items.get(item)?.title ?? item;
  const said: string[] = [];
  if (input.kind === 'restart' || (before.trip.length > 0 && after.trip.length === 0)) said.push(dialogue.startedAgain);
  else if (before.trip.length === 0 && after.trip.length > 0) said.push(dialogue.trip(after.trip.map(title)));
  else {
    for (const item of after.trip) if (!before.trip.includes(item)) said.push(dialogue.added(title(item)));
    for (const item of before.trip) if (!after.trip.includes(item)) said.push(dialogue.removed(title(item)));
    if (input.kind === 'add' && before.trip.includes(input.item)) said.push(dialogue.alreadyThere(title(input.item)));
  }
  if (step.read.events.some((event) => event.type === 'change')) said.push(dialogue.changeAnswer);
  if (step.read.events.some((event) => event.type === 'forget')) said.push(dialogue.wentBack);
  if (input.kind === 'lack') said.push(...lackSentences(tools, after, input.material));
  said.push(...unsureSentences(tools, step));
  if (difference !== undefined && difference.added.length + difference.removed.length > 0) {
    said.push(dialogue.difference(difference.added, difference.removed));
  }
  return said;
}

/** Why a question is asked: what hangs on it now. */
export function whySentence(tools: DialogueTools, consultation: Consultation, question: string): string {
  const stakes = tools.rules.stakes(consultation.trip, situationOf(consultation), question);
  const materials = new Set<string>();
  const kinds = new Set<DecidedKind>();
  for (const { obligation } of stakes) {
    if (obligation.kind !== 'material') kinds.add(obligation.kind);
    else for (const use of obligation.anyOf) materials.add(tools.materials.get(use.material)?.name ?? use.material);
  }
  const decided: DecidedByAnswer = { materials: [...materials], kinds: [...kinds] };
  return sentencesOf(consultation.locale).dialogue.why(decided);
}

function lackSentences(tools: DialogueTools, consultation: Consultation, id: string): readonly string[] {
  const { dialogue } = sentencesOf(consultation.locale);
  const material = tools.materials.get(id);
  if (material === undefined) return [];
  const issuer = material.issuedBy === undefined ? undefined : tools.items.get(material.issuedBy);
  const offer =
    issuer === undefined || consultation.trip.includes(issuer.id) ? [] : [dialogue.offerIssuer(issuer.title)];
  return [dialogue.lacking(material.name, material.howToGet), ...offer];
}

function unsureSentences(tools: DialogueTools, step: Step): readonly string[] {
  if ('problem' in step) return [];
  const { dialogue } = sentencesOf(step.after.locale);
  return step.read.events.flatMap((event) => {
    if (event.type !== 'answer' || event.answer.is !== 'unsure') return [];
    const find = tools.questions.get(event.question)?.find;
    return [dialogue.tookUnsure, ...(find === undefined ? [] : [dialogue.findOut(find)])];
  });
}
