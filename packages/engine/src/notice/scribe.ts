import type { Condition } from '../model/condition.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Material } from '../model/material.ts';
import type { NoticeFact, NoticeLine } from '../model/notice.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Situation } from '../model/situation.ts';
import { sentencesOf } from '../text/sentences-of.ts';
import type { WritingSentences } from '../text/notice-sentences.ts';
import { questionsBehindOf } from '../rules/questions-behind.ts';
import type { QuestionsBehind } from '../rules/questions-behind.ts';
import { writeDoubt } from './doubt.ts';
import { openQuestions } from './due-line.ts';
import { noticeFacts } from './notice-facts.ts';
import type { DueLine } from './due-line.ts';
import { referenceOf } from './reference.ts';
import type { Reference } from './reference.ts';

/** What every part of a notice needs while it is written. */
export interface Scribe {
  readonly knowledge: Knowledge;
  /** What the knowledge names, by id. */
  readonly reference: Reference;
  readonly situation: Situation;
  readonly trip: readonly string[];
  readonly words: WritingSentences;
  /** Ids of the sources that may be shown to citizens. */
  readonly shown: ReadonlySet<string>;
  readonly materials: ReadonlyMap<string, Material>;
  /** The questions on which some line still hangs. */
  readonly open: ReadonlySet<string>;
  /** The questions that a condition looks at. */
  readonly questionsBehind: QuestionsBehind;
  /** The answers, stated back. */
  readonly facts: readonly NoticeFact[];
}

/** Prepares what every part of a notice needs. */
export function createScribe(knowledge: Knowledge, outcome: Outcome, situation: Situation): Scribe {
  const reference = referenceOf(knowledge);
  return {
    knowledge,
    reference,
    situation,
    trip: outcome.trip,
    open: openQuestions(outcome),
    facts: noticeFacts(knowledge, outcome.trip, situation),
    // A notice is Chinese in every language of the frame around it, like the knowledge it is made of.
    words: sentencesOf('zh-CN').notice.writing,
    shown: reference.shown,
    materials: reference.materials,
    questionsBehind: questionsBehindOf(knowledge),
  };
}

/** The name of a material. */
export function materialName({ materials }: Scribe, id: string): string {
  return materials.get(id)?.name ?? id;
}

/** What an item is called: the title on a list, the name inside a sentence. */
export function itemWords({ reference }: Scribe, id: string): { readonly title: string; readonly name: string } {
  return reference.items.get(id) ?? { title: id, name: id };
}

/** An item to offer: one that the trip does not hold yet. */
export function offer({ trip, reference }: Scribe, item: string | undefined): { readonly addItem?: string } {
  if (item === undefined || trip.includes(item)) return {};
  const known = reference.items.get(item);
  return known === undefined || known.status === 'discontinued' ? {} : { addItem: item };
}

/** The condition under which a line holds, where that is still open. */
export function doubtOf({ knowledge }: Scribe, open: Condition | undefined): Pick<NoticeLine, 'when'> {
  return open === undefined ? {} : { when: writeDoubt(open, knowledge) };
}

/** Sources and standing of a line that several obligations ask for: each source once, in order. */
export function grounds(
  scribe: Scribe,
  lines: readonly DueLine[],
): Pick<NoticeLine, 'sources' | 'local' | 'items' | 'because'> {
  const shown = ({ obligation }: DueLine) => obligation.sources.filter((id) => scribe.shown.has(id));
  return {
    sources: [...new Set(lines.flatMap(shown))],
    local: lines.every((line) => line.obligation.local || shown(line).length === 0),
    items: scribe.trip.filter((item) => lines.some((line) => line.item === item)),
    because: reasons(scribe, lines),
  };
}

/** The answers, as stated at the head of the notice, that the conditions of these lines look at. */
function reasons({ facts, questionsBehind }: Scribe, lines: readonly DueLine[]): readonly string[] {
  const behind = lines.map(({ obligation }) => questionsBehind(obligation.when));
  const mattered = facts.filter(
    ({ question, unsure }) => !unsure && behind.some((questions) => questions.has(question)),
  );
  return mattered.map(({ label }) => label);
}

/** Notes as one text, each once, a full stop only where a sentence needs one. */
export function joinNotes(notes: readonly (string | undefined)[]): { readonly note?: string } {
  const said = notes.flatMap((note) => (note === undefined || note === '' ? [] : [note.replace(/。$/u, '')]));
  return said.length === 0 ? {} : { note: [...new Set(said)].join('；') };
}
