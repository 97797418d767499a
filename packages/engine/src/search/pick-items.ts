import type { Knowledge } from '../model/knowledge.ts';
import { mishaps } from '../words/everyday-words.ts';
import { materialsOf, usesMaterial } from './find-lacks.ts';
import type { Mention } from './mentions.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the names in a message come to. */
export interface Picked {
  /** `unnamed`: nothing named is wanted, so that only the ranking can tell. */
  readonly verdict: 'clear' | 'several' | 'ambiguous' | 'unnamed';
  /** Places in `Knowledge.items`, in the order named. */
  readonly items: readonly number[];
  readonly event?: string;
  /** Names that belong to the request; what the others name is only used for it. */
  readonly mentions: readonly Mention[];
}

/** How well an item, by its place, fits the words of the message. */
type ScoreOf = (item: number) => number;

const noItems: { readonly items: readonly string[] } = { items: [] };
const unnamed: Picked = { verdict: 'unnamed', items: [], mentions: [] };

/** A mention whose items have been narrowed to those that fit the message. */
interface Target {
  readonly mention: Mention;
  readonly items: readonly number[];
}

/** Decides which of the things named are to be done, and which are only brought, past or missing. */
export function pickItems(
  knowledge: Knowledge,
  vocabulary: Vocabulary,
  { text, mentions, scoreOf }: { text: string; mentions: readonly Mention[]; scoreOf: ScoreOf },
): Picked {
  const naming = mentions.filter(({ spot }) => spot.value.items.length > 0);
  const event = eventOf(mentions);
  const wanted = naming.filter(({ role }) => role === 'wanted' || role === 'trouble');
  if (event !== undefined && !isOneOf(knowledge, event, wanted)) {
    const { items } = knowledge.lifeEvents.find(({ id }) => id === event) ?? noItems;
    const places = items.map((id) => knowledge.items.findIndex((item) => item.id === id)).filter((place) => place >= 0);
    return {
      verdict: 'several',
      items: places,
      event,
      mentions: mentions.filter(({ spot }) => spot.value.events.length > 0),
    };
  }
  const targets = wanted.map((mention) => narrow(vocabulary, mention, scoreOf));
  const qualified = targets.map((target) => qualify(vocabulary, target, text));
  return settle(knowledge, vocabulary, merge(qualified), text);
}

function eventOf(mentions: readonly Mention[]): string | undefined {
  return mentions.find(({ spot, role }) => spot.value.events.length > 0 && role !== 'aside')?.spot.value.events[0];
}

/** One item of an event asked for by name is only that item: 生了孩子，先上户口. */
function isOneOf(knowledge: Knowledge, event: string, wanted: readonly Mention[]): boolean {
  const { items } = knowledge.lifeEvents.find(({ id }) => id === event) ?? noItems;
  return wanted.some(
    ({ spot }) =>
      spot.value.events.length === 0 &&
      spot.value.items.some((place) => items.includes(knowledge.items[place]?.id ?? '')),
  );
}

/** A name that several items share goes to the one that what happened to it fits best, or to none for certain. */
function narrow(vocabulary: Vocabulary, mention: Mention, scoreOf: ScoreOf): Target {
  const { items } = mention.spot.value;
  if (items.length < 2) return { mention, items };
  const fits = items.map((item) => ({ item, fit: senseFit(vocabulary, item, mention), score: scoreOf(item) }));
  const most = Math.max(...fits.map(({ fit }) => fit));
  const best = fits.filter(({ fit }) => fit === most).sort((a, b) => b.score - a.score || a.item - b.item);
  const [first, second] = best;
  const ahead = first !== undefined && (second === undefined || first.score > 1.5 * second.score);
  return { mention, items: ahead ? [first.item] : best.map(({ item }) => item) };
}

function senseFit(vocabulary: Vocabulary, item: number, { senses }: Mention): number {
  let fit = 0;
  for (const sense of senses) {
    const has = vocabulary.senses[item]?.has(sense) === true;
    if (has) fit += sense === 'apply' ? 0.5 : 1;
    else if (mishaps.includes(sense)) fit -= 1;
  }
  return fit;
}

/** 办身份证急用先办个临时的: a word said elsewhere in the message can make the plain name that of another item. */
function qualify(vocabulary: Vocabulary, target: Target, text: string): Target {
  const found = vocabulary.findQualified(target.items, (word) => isSaidBeside(word, target, text));
  return found === undefined ? target : { ...target, items: [found] };
}

function isSaidBeside(word: string, { mention: { spot } }: Target, text: string): boolean {
  const rest = `${text.slice(0, spot.start)} ${text.slice(spot.end)}`;
  return rest.includes(word);
}

/** The same item named twice is wanted once; what happened to it is told by the stronger mention. */
function merge(targets: readonly Target[]): readonly Target[] {
  const kept: Target[] = [];
  for (const target of targets) {
    const same = kept.findIndex(({ items }) => items.some((item) => target.items.includes(item)));
    const other = kept[same];
    if (other === undefined) kept.push(target);
    else if (other.items.length > target.items.length) kept[same] = target;
  }
  return kept;
}

function settle(knowledge: Knowledge, vocabulary: Vocabulary, targets: readonly Target[], text: string): Picked {
  const [first] = targets;
  if (first === undefined) return unnamed;
  const mentions = targets.map(({ mention }) => mention);
  if (targets.some(({ items }) => items.length !== 1)) {
    return { verdict: 'ambiguous', items: targets.flatMap(({ items }) => items), mentions };
  }
  const items = targets.map(({ items: [item = 0] }) => item);
  if (targets.length === 1) return { verdict: 'clear', items, mentions };
  const main = withoutMeans(knowledge, vocabulary, targets);
  if (main.length === 1 && main[0] !== undefined) {
    const kept = main[0].items[0] ?? 0;
    const means = targets.filter((target) => target !== main[0]);
    // An expired or damaged paper may have to be renewed first: the person decides.
    const isGone = means.every(({ mention }) => mention.senses.has('lost') || mention.role === 'absent');
    return isGone
      ? { verdict: 'clear', items: [kept], mentions: [main[0].mention] }
      : { verdict: 'ambiguous', items: [kept, ...items.filter((item) => item !== kept)], mentions };
  }
  return { verdict: areListed(targets, text) ? 'several' : 'ambiguous', items, mentions };
}

/** Leaves out what has a trouble and is a material of what is asked for: 结婚证丢了怎么离婚. */
function withoutMeans(knowledge: Knowledge, vocabulary: Vocabulary, targets: readonly Target[]): readonly Target[] {
  const asked = targets.filter(({ mention }) => mention.role === 'wanted');
  if (asked.length === 0) return targets;
  const isMeans = (mention: Mention, item: number | undefined): boolean => {
    const service = knowledge.items[item ?? -1];
    return (
      service !== undefined && materialsOf(vocabulary, mention).some((material) => usesMaterial(service, material))
    );
  };
  return targets.filter(
    ({ mention }) => mention.role === 'wanted' || !asked.some(({ items }) => isMeans(mention, items[0])),
  );
}

const listing = /和|跟|与|及|、|还有|以及|也|都|一起|同时|顺便|顺带|再|另外|又|还|一块|一并|同/u;

/** Two names side by side, joined, or each in a clause of its own. */
function areListed(targets: readonly Target[], text: string): boolean {
  const spots = targets.map(({ mention }) => mention).sort((a, b) => a.spot.start - b.spot.start);
  return spots.slice(1).every((mention, index) => {
    const previous = spots[index];
    if (previous === undefined || previous.clause !== mention.clause) return true;
    const between = text.slice(previous.spot.end, mention.spot.start);
    return between.length <= 1 || listing.test(between) || /一起|同时|都|一块|一并/u.test(text.slice(mention.spot.end));
  });
}
