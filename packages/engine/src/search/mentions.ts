import type { Clause } from '../words/clauses.ts';
import { splitClauses } from '../words/clauses.ts';
import { mishaps } from '../words/everyday-words.ts';
import type { Sense } from '../words/everyday-words.ts';
import type { Spot } from '../words/phrases.ts';
import { childWords } from './core-of.ts';
import { roleOf } from './role-of.ts';
import type { Role } from './role-of.ts';
import type { Thing } from './things.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A thing named in a message, and what it is to the request. */
export interface Mention {
  readonly spot: Spot<Thing>;
  readonly clause: Clause;
  readonly role: Role;
  /** What is said to have happened to it or to be done with it. */
  readonly senses: ReadonlySet<Sense>;
}

/** What joins two names into one subject: 护照和身份证都丢了. No word here begins another, so that it is read in one way. */
const joint = /^(?:和|跟|与|及|以及|还有|、|同|或者|我的|他的|她的| ){0,3}$/u;

/** Finds the things a message names, in its order. Expects text in the spelling of the vocabulary. */
export function findMentions(vocabulary: Vocabulary, text: string): readonly Mention[] {
  const find = childWords.test(text) ? vocabulary.findChildThings : vocabulary.findThings;
  return splitClauses(text).flatMap((clause) => {
    const spots = find(clause.text).map((spot) => shift(spot, clause.start));
    const senses = vocabulary.findSenses(clause.text).map((sense) => shift(sense, clause.start));
    const about = spots.map((spot) => new Set(senses.filter((sense) => ownerOf(sense, spots) === spot)));
    shareSenses(text, spots, about);
    return spots.map((spot, index) => {
      const beside = new Set([...(about[index] ?? [])].map(({ value }) => value));
      return { spot, clause, role: roleOf(spot, clause, beside), senses: beside };
    });
  });
}

/** What happened is said after a name (护照丢了), what is wanted before it (补护照), each where nothing nearer fits. */
function ownerOf(sense: Spot<Sense>, spots: readonly Spot<Thing>[]): Spot<Thing> | undefined {
  const around = spots.find(({ start, end }) => sense.start < end && sense.end > start);
  if (around !== undefined) return around;
  const previous = spots.findLast(({ end }) => end <= sense.start);
  const next = spots.find(({ start }) => start >= sense.end && start - sense.end <= 4);
  return mishaps.includes(sense.value) ? (previous ?? next) : (next ?? previous);
}

/** Things named as one subject share what is said before the first or after the last of them. */
function shareSenses(text: string, spots: readonly Spot<Thing>[], about: Set<Spot<Sense>>[]): void {
  const places = spots.map((_, at) => at).slice(1);
  for (const at of [...places.toReversed(), ...places]) {
    const [left, right] = [spots[at - 1], spots[at]];
    const [leftAbout, rightAbout] = [about[at - 1], about[at]];
    if (left === undefined || right === undefined || leftAbout === undefined || rightAbout === undefined) continue;
    if (!joint.test(text.slice(left.end, right.start))) continue;
    if (leftAbout.size === 0) for (const sense of rightAbout) leftAbout.add(sense);
    if (rightAbout.size === 0) for (const sense of leftAbout) rightAbout.add(sense);
  }
}

function shift<Value>(spot: Spot<Value>, by: number): Spot<Value> {
  return { ...spot, start: spot.start + by, end: spot.end + by };
}
