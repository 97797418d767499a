import type { Comparison, Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';
import { coversAll, inQuestionOrder, isChoice, isNever, isRange, keyOf } from './leaf.ts';
import type { ChoiceLeaf, RangeLeaf } from './leaf.ts';

const never: Condition = { any: [] };

/** Joins simplified conditions that must hold together. */
export function joinAll(conditions: readonly Condition[], questions: readonly Question[]): Condition {
  const parts = conditions.flatMap((part) => ('all' in part ? part.all : [part]));
  const choices = meetChoices(parts.filter(isChoice)).filter((leaf) => !coversAll(leaf, questions));
  const ranges = meetRanges(parts.filter(isRange));
  const others = parts.filter((part) => !isChoice(part) && !isRange(part));
  if (choices.some(({ is }) => is.length === 0) || ranges === undefined || others.some(isNever)) return never;
  const joined = inQuestionOrder(dropImplied([...choices, ...ranges, ...others]), questions);
  return joined.length === 1 && joined[0] !== undefined ? joined[0] : { all: joined };
}

function meetChoices(leaves: readonly ChoiceLeaf[]): readonly ChoiceLeaf[] {
  const met = new Map<string, ChoiceLeaf>();
  for (const leaf of leaves) {
    const before = met.get(leaf.question);
    const is = before === undefined ? leaf.is : before.is.filter((value) => leaf.is.includes(value));
    met.set(leaf.question, { question: leaf.question, is });
  }
  return [...met.values()];
}

/** Bounds of one question stand in one comparison where they do not repeat; `undefined` when they exclude each other. */
function meetRanges(leaves: readonly RangeLeaf[]): readonly RangeLeaf[] | undefined {
  const met: RangeLeaf[] = [];
  for (const leaf of leaves) {
    const at = met.findIndex(
      (other) => other.question === leaf.question && !Object.keys(leaf.compare).some((key) => key in other.compare),
    );
    const other = met[at];
    if (other === undefined) met.push(leaf);
    else met[at] = { question: leaf.question, compare: ordered({ ...other.compare, ...leaf.compare }) };
  }
  return met.some(({ compare }) => isEmpty(compare)) ? undefined : met;
}

function ordered({ gte, gt, lte, lt }: Comparison): Comparison {
  return {
    ...(gte === undefined ? {} : { gte }),
    ...(gt === undefined ? {} : { gt }),
    ...(lte === undefined ? {} : { lte }),
    ...(lt === undefined ? {} : { lt }),
  };
}

function isEmpty({ gte, lt }: Comparison): boolean {
  if (typeof gte === 'number' && typeof lt === 'number') return lt <= gte;
  return typeof gte === 'string' && typeof lt === 'string' && lt <= gte;
}

/** A and (A or B) is A. */
function dropImplied(parts: readonly Condition[]): readonly Condition[] {
  const keys = new Set(parts.map(keyOf));
  return parts.filter((part) => !('any' in part) || !part.any.some((option) => keys.has(keyOf(option))));
}
