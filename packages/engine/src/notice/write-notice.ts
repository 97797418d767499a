import type { Knowledge } from '../model/knowledge.ts';
import type { Notice, NoticeLine, NoticeSource } from '../model/notice.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Situation } from '../model/situation.ts';
import { dueLines, ofKind } from './due-line.ts';
import type { DueLine } from './due-line.ts';
import { gatherDemands } from './gather-demands.ts';
import { joinPhotos } from './join-photos.ts';
import { createScribe, itemWords } from './scribe.ts';
import type { Scribe } from './scribe.ts';
import { writeFirst } from './write-first.ts';
import { totalOf, writeFees, writeLines } from './write-lines.ts';
import { writeMaterials, writeWaived } from './write-materials.ts';
import { writePlaces } from './write-places.ts';

/** The lines of a notice, before their sources are listed. */
type Body = Omit<Notice, 'items' | 'facts' | 'help' | 'sources' | 'knowledge' | 'region' | 'today'>;

/**
 * Writes what the rules decided down as the one notice, complete or conditional, never shortened.
 *
 * The same outcome and the same answers give the same notice, in whatever order they were given. Each material
 * stands on it once, with every reason for it.
 *
 * @example
 * const notice = writeNotice(knowledge, rules.decide(trip, situation), situation);
 */
export function writeNotice(knowledge: Knowledge, outcome: Outcome, situation: Situation): Notice {
  const scribe = createScribe(knowledge, outcome, situation);
  const { id, name, fictional, hotline, complaint } = knowledge.region;
  const body = writeBody(dueLines(outcome, knowledge.questions, situation.today), scribe);
  return {
    items: outcome.trip.map((item) => ({ item, title: itemWords(scribe, item).title })),
    facts: scribe.facts,
    ...body,
    help: { hotline, complaint },
    sources: listSources(body, scribe),
    knowledge: { version: knowledge.version, date: knowledge.date },
    region: { id, name, fictional },
    today: situation.today,
  };
}

function writeBody(lines: readonly DueLine[], scribe: Scribe): Body {
  const demands = joinPhotos(gatherDemands(ofKind(lines, 'material')), scribe);
  const materials = writeMaterials(demands, scribe);
  const fees = writeFees(ofKind(lines, 'fee'), scribe);
  const first = writeFirst(ofKind(lines, 'before'), materials, scribe);
  const say = (kind: SayKind, apart = false) =>
    writeLines(ofKind(lines, kind), { text: ({ obligation }) => obligation.say, apart }, scribe);
  const deferrable = materials.filter(({ necessity }) => necessity === 'deferrable').map(({ text }) => text);
  return {
    eligibility: writeEligibility(lines, scribe),
    materials,
    notNeeded: [...say('not-needed'), ...writeWaived(demands, scribe)],
    first,
    steps: say('step', true),
    fees,
    ...totalOf(fees),
    time: writeTime(lines, scribe),
    deadlines: say('deadline'),
    results: say('result'),
    places: writePlaces(ofKind(lines, 'place'), scribe),
    proxy: say('proxy'),
    online: say('online'),
    suggestions: writeSuggestions(lines, first, scribe),
    warnings: say('warning'),
    deferrable: [...new Set(deferrable)],
    handoff: writeVerdicts(lines, 'handoff', scribe),
  };
}

type SayKind = 'eligibility' | 'step' | 'not-needed' | 'proxy' | 'online' | 'deadline' | 'result' | 'warning';

function writeEligibility(lines: readonly DueLine[], scribe: Scribe): Notice['eligibility'] {
  const reasons = writeVerdicts(lines, 'ineligible', scribe);
  const sure = reasons.some(({ when }) => when === undefined);
  return {
    eligible: sure ? 'no' : reasons.length > 0 ? 'unsure' : 'yes',
    reasons,
    conditions: writeLines(ofKind(lines, 'eligibility'), { text: ({ obligation }) => obligation.say }, scribe),
  };
}

function writeVerdicts(
  lines: readonly DueLine[],
  kind: 'ineligible' | 'handoff',
  scribe: Scribe,
): readonly NoticeLine[] {
  return writeLines(
    ofKind(lines, kind),
    {
      text: ({ obligation }) => obligation.say,
      item: ({ obligation }) => obligation.item,
      note: ({ obligation }) => obligation.instead,
    },
    scribe,
  );
}

function writeTime(lines: readonly DueLine[], scribe: Scribe): readonly NoticeLine[] {
  const text = ({ obligation: { basis, say } }: DueLine<'time'>) => scribe.words.time[basis](say);
  return writeLines(ofKind(lines, 'time'), { text }, scribe);
}

/** What is already part of the trip, or must be done first anyway, is not worth suggesting. */
function writeSuggestions(
  lines: readonly DueLine[],
  first: readonly NoticeLine[],
  scribe: Scribe,
): readonly NoticeLine[] {
  const taken = new Set([...scribe.trip, ...first.flatMap(({ addItem }) => addItem ?? [])]);
  const open = ofKind(lines, 'suggest').filter(({ obligation: { item } }) => item === undefined || !taken.has(item));
  return writeLines(
    open,
    { text: ({ obligation }) => obligation.say, item: ({ obligation }) => obligation.item },
    scribe,
  );
}

/** The shown sources in the order in which the sections first use them; their place in the list is their number. */
function listSources(body: Body, { reference }: Scribe): readonly NoticeSource[] {
  const { eligibility, handoff, first, materials, notNeeded, steps, fees, time, deadlines, places, proxy } = body;
  const { online, results, suggestions, warnings } = body;
  const sure = materials.filter(({ when }) => when === undefined);
  const open = materials.filter(({ when }) => when !== undefined);
  const used: readonly NoticeLine[] = [
    ...[eligibility.reasons, handoff, first, sure, open, notNeeded, eligibility.conditions].flat(),
    ...[steps, fees, time, deadlines, places, proxy, online, results, suggestions, warnings].flat(),
  ];
  return [...new Set(used.flatMap(({ sources }) => sources))].flatMap((id) => {
    const source = reference.sources.get(id);
    if (source === undefined) return [];
    const { grade: _grade, ...cited } = source;
    return [cited];
  });
}
