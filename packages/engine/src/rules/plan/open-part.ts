import { always, never } from '../diagram.ts';
import type { Node } from '../diagram.ts';
import type { TripRules } from '../trip-rules.ts';
import type { TripState } from '../trip-state.ts';

/**
 * What planning looks at: the distinct undecided conditions and the presuppositions of their questions.
 * Answers that lead to the same open part share their future.
 */
export interface OpenPart {
  /** Undecided diagrams, ascending, each once. */
  readonly lines: readonly Node[];
  /** The questions they still depend on, ascending. */
  readonly axes: readonly number[];
  /** For each of those, what is left of its presupposition. */
  readonly guards: readonly Node[];
  readonly key: string;
}

/** The open part of a state. Questions answered "not sure" stay in it but are not asked. */
export function openPartOf(rules: TripRules, state: Pick<TripState, 'lines' | 'guards'>): OpenPart {
  const lines = [...new Set(state.lines)].filter((node) => node !== never && node !== always);
  return makePart(rules, lines, (axis) => state.guards[axis] ?? always);
}

/** The open part once an axis is known to be in a cell. */
export function answerPart(rules: TripRules, part: OpenPart, axis: number, cell: number): OpenPart {
  const { diagrams } = rules;
  const left = new Set<Node>();
  for (const line of part.lines) {
    const node = diagrams.answer(line, axis, cell);
    if (node !== never && node !== always) left.add(node);
  }
  const guards = new Map(part.axes.map((at, index) => [at, part.guards[index] ?? always]));
  return makePart(rules, [...left], (at) => diagrams.answer(guards.get(at) ?? always, axis, cell));
}

/** The parts that share no question: they can be asked one after the other, and their costs add up. */
export function splitPart(rules: TripRules, part: OpenPart): readonly OpenPart[] {
  const groups: { axes: Set<number>; lines: Node[] }[] = [];
  for (const line of part.lines) {
    const axes = new Set(rules.diagrams.supportOf(line));
    const lines = [line];
    for (let index = groups.length - 1; index >= 0; index--) {
      const group = groups[index];
      if (group === undefined || ![...group.axes].some((axis) => axes.has(axis))) continue;
      for (const axis of group.axes) axes.add(axis);
      lines.push(...group.lines);
      groups.splice(index, 1);
    }
    groups.push({ axes, lines });
  }
  if (groups.length < 2) return part.lines.length === 0 ? [] : [part];
  const guards = new Map(part.axes.map((axis, index) => [axis, part.guards[index] ?? always]));
  return groups
    .map(({ lines }) => makePart(rules, lines, (axis) => guards.get(axis) ?? always))
    .sort((a, b) => (a.axes[0] ?? 0) - (b.axes[0] ?? 0));
}

/** The questions of a part that surely apply, in the authors' order. */
export function askableAxes(part: OpenPart, closed: ReadonlySet<number>): readonly number[] {
  return part.axes.filter((axis, index) => part.guards[index] === always && !closed.has(axis));
}

function makePart(rules: TripRules, lines: Node[], guardOf: (axis: number) => Node): OpenPart {
  lines.sort((a, b) => a - b);
  const support = new Set<number>();
  for (const line of lines) for (const axis of rules.diagrams.supportOf(line)) support.add(axis);
  const axes = [...support].sort((a, b) => a - b);
  const guards = axes.map(guardOf);
  let key = lines.join();
  guards.forEach((guard, index) => {
    if (guard !== always) key += `;${axes[index]}:${guard}`;
  });
  return { lines, axes, guards, key };
}
