import type { Comparison, Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';
import { joinAll } from './join-all.ts';
import { coversAll, inQuestionOrder, isAlways, isChoice, isRange, keyOf, optionValues } from './leaf.ts';
import type { ChoiceLeaf, RangeLeaf } from './leaf.ts';

const always: Condition = { all: [] };

/** Joins simplified conditions of which one is enough. */
export function joinAny(conditions: readonly Condition[], questions: readonly Question[]): Condition {
  const parts = conditions.flatMap((part) => ('any' in part ? part.any : [part]));
  const choices = uniteChoices(parts.filter(isChoice), questions);
  const ranges = uniteRanges(parts.filter(isRange));
  const others = parts.filter((part) => !isChoice(part) && !isRange(part));
  if (choices.some((leaf) => coversAll(leaf, questions)) || ranges === undefined || others.some(isAlways)) {
    return always;
  }
  const rest = others.map((part) => dropForegone(part, choices, questions));
  // Dropping what is foregone may leave a leaf that joins in turn: one more round, on fewer parts.
  if (rest.some((part, index) => part !== others[index])) return joinAny([...choices, ...ranges, ...rest], questions);
  const joined = inQuestionOrder(dropStricter([...choices, ...ranges, ...rest]), questions);
  return joined.length === 1 && joined[0] !== undefined ? joined[0] : { any: joined };
}

function uniteChoices(leaves: readonly ChoiceLeaf[], questions: readonly Question[]): readonly ChoiceLeaf[] {
  const united = new Map<string, Set<string>>();
  for (const { question, is } of leaves) {
    united.set(question, new Set([...(united.get(question) ?? []), ...is]));
  }
  return [...united].flatMap(([question, values]) => {
    const known = optionValues(question, questions);
    const is = known.length === 0 ? [...values].sort() : known.filter((value) => values.has(value));
    return is.length === 0 ? [] : [{ question, is }];
  });
}

/** Stretches that touch become one; `undefined` when together they leave nothing out. */
function uniteRanges(leaves: readonly RangeLeaf[]): readonly RangeLeaf[] | undefined {
  const united: RangeLeaf[] = [...leaves];
  for (;;) {
    const pair = touchingPair(united);
    if (pair === undefined) return united;
    const [low, high] = pair;
    const { gte, gt } = low.compare;
    const { lte, lt } = high.compare;
    const compare: Comparison = {
      ...(gte === undefined ? {} : { gte }),
      ...(gt === undefined ? {} : { gt }),
      ...(lte === undefined ? {} : { lte }),
      ...(lt === undefined ? {} : { lt }),
    };
    if (Object.keys(compare).length === 0) return undefined;
    united.splice(united.indexOf(low), 1, { question: low.question, compare });
    united.splice(united.indexOf(high), 1);
  }
}

function touchingPair(leaves: readonly RangeLeaf[]): readonly [RangeLeaf, RangeLeaf] | undefined {
  const same = (a: unknown, b: unknown): boolean => a !== undefined && JSON.stringify(a) === JSON.stringify(b);
  for (const low of leaves) {
    for (const high of leaves) {
      if (low === high || low.question !== high.question) continue;
      const touches = same(low.compare.lt, high.compare.gte) || same(low.compare.lte, high.compare.gt);
      if (touches) return [low, high];
    }
  }
  return undefined;
}

/** A or (not A and B) is A or B. */
function dropForegone(part: Condition, choices: readonly ChoiceLeaf[], questions: readonly Question[]): Condition {
  if (!('all' in part)) return part;
  const kept = part.all.filter((leaf) => {
    if (!isChoice(leaf)) return true;
    const chosen = choices.find(({ question }) => question === leaf.question);
    return chosen === undefined || !coversAll({ question: leaf.question, is: [...chosen.is, ...leaf.is] }, questions);
  });
  return kept.length === part.all.length ? part : joinAll(kept, questions);
}

/** A or (A and B) is A. */
function dropStricter(parts: readonly Condition[]): readonly Condition[] {
  const keys = new Set(parts.map(keyOf));
  return parts.filter((part) => {
    if (!('all' in part)) return true;
    return !part.all.some((leaf) => keys.has(keyOf(leaf)) || parts.some((other) => isWider(other, leaf)));
  });
}

function isWider(choice: Condition, leaf: Condition): boolean {
  if (!isChoice(choice) || !isChoice(leaf) || choice.question !== leaf.question) return false;
  return leaf.is.every((value) => choice.is.includes(value));
}
