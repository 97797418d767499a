import type { Bound, Comparison, Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';
import type { Answer } from '../model/situation.ts';
import { atomsOf } from './questions-of.ts';
import { dayNumber, readRange } from './range.ts';
import type { Range } from './range.ts';

/**
 * One variable of the rules: a question (or "lacks this material") and the finitely many cells of answers that
 * some condition can tell apart.
 */
export interface Axis {
  readonly name: string;
  /** For a choice: the option values, one cell each. For a number or date: the ranges, in order. */
  readonly cells: readonly (string | Range)[];
  readonly question?: Question;
  readonly lacks?: string;
}

/** The axis of a question, split at every bound that the given conditions put on it. */
export function questionAxis(question: Question, conditions: readonly Condition[], today: string): Axis {
  const { id: name } = question;
  if (question.kind === 'choice') return { name, question, cells: question.options.map((option) => option.value) };
  const cuts = new Set<number>();
  for (const atom of conditions.flatMap(atomsOf)) {
    if (!('compare' in atom) || atom.question !== question.id) continue;
    const range = comparedRange(atom.compare, today);
    for (const cut of [range.from, range.to]) if (Number.isFinite(cut)) cuts.add(cut);
  }
  const cells: Range[] = [];
  let from = -Infinity;
  for (const to of [...[...cuts].sort((a, b) => a - b), Infinity]) {
    cells.push({ from, to });
    from = to;
  }
  return { name, question, cells };
}

/** The axis of "does not have this material": no, yes. */
export function lackAxis(material: string): Axis {
  return { name: `lacks ${material}`, lacks: material, cells: ['no', 'yes'] };
}

/** The cells of an axis that an answer leaves possible; `undefined` when it rules nothing out. */
export function cellsOfAnswer(axis: Axis, answer: Answer | undefined): readonly number[] | undefined {
  if (answer === undefined || answer.is === 'unsure' || axis.question === undefined) return undefined;
  const kind = axis.question.kind;
  if (kind === 'choice') {
    const cell = axis.cells.indexOf(String(answer.value));
    return cell < 0 ? undefined : [cell];
  }
  const range = readRange(answer.value, kind);
  if (range === undefined) return undefined;
  const possible = axis.cells.flatMap((cell, index) => (typeof cell !== 'string' && meets(cell, range) ? [index] : []));
  return possible.length === axis.cells.length ? undefined : possible;
}

/** The stretch of the line that a comparison accepts. Whole units: `lte 60` is `lt 61`. */
export function comparedRange(compare: Comparison, today: string): Range {
  const at = (bound: Bound | undefined, shift: number, none: number) =>
    bound === undefined ? none : boundAt(bound, today) + shift;
  return {
    from: Math.max(at(compare.gte, 0, -Infinity), at(compare.gt, 1, -Infinity)),
    to: Math.min(at(compare.lt, 0, Infinity), at(compare.lte, 1, Infinity)),
  };
}

function boundAt(bound: Bound, today: string): number {
  if (typeof bound === 'number') return bound;
  if (typeof bound === 'string') return dayNumber(bound) ?? Number.NaN;
  return (dayNumber(today) ?? Number.NaN) + bound.today;
}

function meets(a: Range, b: Range): boolean {
  return a.from < b.to && b.from < a.to;
}
