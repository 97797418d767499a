import type { NoticeLine, NoticeMaterial } from '../model/notice.ts';
import { lacksOf } from '../rules/questions-of.ts';
import type { DueLine } from './due-line.ts';
import type { FirstStep } from './first-step.ts';
import { keyOf } from './simplify-condition.ts';
import { orderFirst } from './order-first.ts';
import { doubtOf, grounds, itemWords, joinNotes, materialName, offer } from './scribe.ts';
import type { Scribe } from './scribe.ts';

/**
 * What must be done first: what the items presuppose, and how to get each material the person said they lack;
 * each once, what is needed for another one before it.
 */
export function writeFirst(
  before: readonly DueLine<'before'>[],
  materials: readonly NoticeMaterial[],
  scribe: Scribe,
): readonly NoticeLine[] {
  const lacking = materials.filter((material) => material.lacking);
  const steps = [...presupposed(before, scribe), ...lacking.map((material) => obtain(material, scribe))];
  return orderFirst(mergeSteps(steps), scribe.reference).map(({ line }) => line);
}

function presupposed(before: readonly DueLine<'before'>[], scribe: Scribe): readonly FirstStep[] {
  const groups = new Map<string, DueLine<'before'>[]>();
  for (const line of before) {
    const { obligation, open } = line;
    const key = JSON.stringify([obligation.item ?? obligation.say, open === undefined ? '' : keyOf(open)]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { item, say, id } = first.obligation;
    const [material] = lacksOf(first.obligation.when);
    const otherWords = group.map(({ obligation }) => obligation.say).filter((words) => words !== say);
    const line = {
      id: `${first.item}/${id}`,
      text: say,
      ...joinNotes([...otherWords, ...group.map(({ obligation }) => obligation.note)]),
      ...doubtOf(scribe, first.open),
      ...grounds(scribe, group),
      ...offer(scribe, item),
    };
    return { line, ...(item === undefined ? {} : { item }), ...(material === undefined ? {} : { material }) };
  });
}

/** How to get a material the person lacks: by an item of this trip, by another item, or elsewhere. */
function obtain(line: NoticeMaterial, scribe: Scribe): FirstStep {
  const { material, when, items } = line;
  const known = scribe.materials.get(material);
  const issuedBy = known?.issuedBy === undefined ? undefined : scribe.reference.items.get(known.issuedBy);
  const name = materialName(scribe, material);
  const { words, trip } = scribe;
  const howToGet = known?.howToGet;
  const text =
    issuedBy === undefined
      ? words.getFirst(name, howToGet, known?.issuer ?? '')
      : (trip.includes(issuedBy.id) ? words.issuedInTrip : words.issuedBy)(name, itemWords(scribe, issuedBy.id).title);
  return {
    line: {
      id: `lacking/${material}`,
      text,
      ...joinNotes([issuedBy === undefined ? undefined : howToGet]),
      ...(when === undefined ? {} : { when }),
      // How to get a paper is the knowledge's own advice, not what a law demands of this item.
      sources: [],
      local: false,
      because: [],
      items,
      ...offer(scribe, issuedBy?.id),
    },
    material,
    ...(issuedBy === undefined ? {} : { item: issuedBy.id }),
  };
}

/**
 * One step for one item or one material: the author's own words win over ours, unless they are in doubt for another
 * reason than the material is.
 */
function mergeSteps(steps: readonly FirstStep[]): readonly FirstStep[] {
  const kept: FirstStep[] = [];
  for (const step of steps) {
    const isOurs = step.line.id.startsWith('lacking/');
    const same = kept.findIndex(
      (other) =>
        isOurs &&
        (other.line.when === undefined || other.line.when.says === step.line.when?.says) &&
        ((step.item !== undefined && other.item === step.item) ||
          (other.material !== undefined && other.material === step.material)),
    );
    const before = kept[same];
    if (before === undefined) kept.push(step);
    else
      kept[same] = { ...step, ...before, line: { ...before.line, ...joinNotes([before.line.note, step.line.note]) } };
  }
  return kept;
}
