import type { Situation } from '../model/situation.ts';
import { cellsOfAnswer } from './axis.ts';
import { always } from './diagram.ts';
import type { Allowed, Node } from './diagram.ts';
import type { TripRules } from './trip-rules.ts';

/** The rules of a trip after some answers: what is left of each line and of each question's presupposition. */
export interface TripState {
  readonly lines: readonly Node[];
  readonly guards: readonly Node[];
  /** Axes that are not to be asked: answered "not sure". */
  readonly closed: ReadonlySet<number>;
  /** Topics of which something was answered: they are finished before another is begun. */
  readonly topics: ReadonlySet<string>;
}

/** The state that a situation puts the rules in. The order of the answers plays no part. */
export function stateOf(rules: TripRules, situation: Situation): TripState {
  const allowed: Allowed = rules.axes.map((axis) => {
    if (axis.lacks !== undefined) return [situation.lacks.includes(axis.lacks) ? 1 : 0];
    return cellsOfAnswer(axis, situation.answers[axis.name]);
  });
  const left = (node: Node) => rules.diagrams.restrict(node, allowed);
  const answered = rules.order.filter((axis) => situation.answers[rules.axes[axis]?.name ?? ''] !== undefined);
  const closed = answered.filter((axis) => situation.answers[rules.axes[axis]?.name ?? '']?.is === 'unsure');
  return {
    lines: rules.lines.map((line) => left(line.node)),
    guards: rules.guards.map(left),
    closed: new Set(closed),
    topics: new Set(answered.flatMap((axis) => rules.axes[axis]?.question?.topic ?? [])),
  };
}

/** The state after one more answer: the axis is in this cell. */
export function afterAnswer(rules: TripRules, state: TripState, axis: number, cell: number): TripState {
  const left = (node: Node) => rules.diagrams.answer(node, axis, cell);
  const topic = rules.axes[axis]?.question?.topic;
  const topics = topic === undefined || state.topics.has(topic) ? state.topics : new Set([...state.topics, topic]);
  return { lines: state.lines.map(left), guards: state.guards.map(left), closed: state.closed, topics };
}

/** Axes whose answer can still change what the notice says, whether or not they can be asked yet. */
export function supportOf(rules: TripRules, state: TripState): ReadonlySet<number> {
  const support = new Set<number>();
  for (const node of state.lines) for (const axis of rules.diagrams.supportOf(node)) support.add(axis);
  return support;
}

/**
 * The questions to ask, in order: their answer can still change the notice, they surely apply, and the person
 * has not said "not sure" to them.
 */
export function openAxes(rules: TripRules, state: TripState): readonly number[] {
  const support = supportOf(rules, state);
  return rules.order.filter((axis) => support.has(axis) && state.guards[axis] === always && !state.closed.has(axis));
}
