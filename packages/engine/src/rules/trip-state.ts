import type { Situation } from '../model/situation.ts';
import { cellsOfAnswer } from './axis.ts';
import { always } from './diagram.ts';
import type { Node } from './diagram.ts';
import type { TripRules } from './trip-rules.ts';

/**
 * The rules of a trip after some answers: what is left of each line and of each question's presupposition.
 * Two ways of answering that leave the same are the same state object.
 */
export interface TripState {
  readonly lines: readonly Node[];
  readonly guards: readonly Node[];
  /** Axes that are not to be asked: answered "not sure". */
  readonly closed: readonly number[];
  /** Topics of which something was answered: they are finished before another is begun. */
  readonly topics: readonly string[];
  /** The axes to ask, in the authors' order: they can still change the notice, surely apply, and are not closed. */
  readonly open: readonly number[];
  /** The axes whose answer can still change the notice, whether or not they can be asked yet. */
  readonly support: ReadonlySet<number>;
}

/** The states of one trip, each made when it is first reached. */
export interface TripStates {
  readonly rules: TripRules;
  /** The state before the first answer, with no material lacking. */
  readonly start: TripState;
  /** The state that a situation leads to. The order of its answers plays no part. */
  of(situation: Pick<Situation, 'answers' | 'lacks'>): TripState;
  /** The state after one more answer: the axis is in this cell. */
  after(state: TripState, axis: number, cell: number): TripState;
}

/** What an axis is known to be: these cells are possible, or the person is not sure. */
type Known = readonly number[] | 'unsure';

/** States kept for a trip before the table is begun anew; far above what an ordinary item has. */
const keptStates = 50_000;

/** Opens the states of a trip; once more of them are known than are to be kept, all are forgotten. */
export function createTripStates(rules: TripRules, kept = keptStates): TripStates {
  const unique = new Map<string, TripState>();
  const steps = new Map<TripState, Map<string, TripState>>();
  const intern = (lines: readonly Node[], guards: readonly Node[], met: Met): TripState => {
    const key = [lines.join(), guards.join(), met.closed.join(), met.topics.join()].join(';');
    const same = unique.get(key);
    if (same !== undefined) return same;
    const state = makeState(rules, { lines, guards, ...met });
    unique.set(key, state);
    return state;
  };
  const step = (state: TripState, axis: number, known: Known): TripState => {
    const taken = steps.get(state) ?? new Map<string, TripState>();
    steps.set(state, taken);
    const key = `${axis}:${String(known)}`;
    const before = taken.get(key);
    if (before !== undefined) return before;
    const left = (node: Node) => (known === 'unsure' ? node : narrow(rules, node, axis, known));
    const next = intern(state.lines.map(left), state.guards.map(left), meet(rules, state, axis, known));
    taken.set(key, next);
    return next;
  };
  let root = intern(
    rules.lines.map((line) => line.node),
    rules.guards,
    { closed: [], topics: [] },
  );
  let last: { answers: Situation['answers']; lacks: Situation['lacks']; state: TripState } | undefined;
  const of = ({ answers, lacks }: Pick<Situation, 'answers' | 'lacks'>): TripState => {
    // One turn asks many times about the same situation.
    if (last?.answers === answers && last.lacks === lacks) return last.state;
    const state = reach({ answers, lacks });
    last = { answers, lacks, state };
    return state;
  };
  const reach = (situation: Pick<Situation, 'answers' | 'lacks'>): TripState => {
    if (unique.size > kept) {
      unique.clear();
      steps.clear();
      root = intern(root.lines, root.guards, root);
    }
    return rules.axes.reduce<TripState>((state, axis, index) => {
      const known = knownOf(axis, situation);
      return known === undefined ? state : step(state, index, known);
    }, root);
  };
  return {
    rules,
    start: of({ answers: {}, lacks: [] }),
    of,
    after: (state, axis, cell) => step(state, axis, [cell]),
  };
}

interface Met {
  readonly closed: readonly number[];
  readonly topics: readonly string[];
}

function meet(rules: TripRules, state: TripState, axis: number, known: Known): Met {
  const topic = rules.axes[axis]?.question?.topic;
  return {
    closed: known === 'unsure' ? withMember(state.closed, axis) : state.closed,
    topics: topic === undefined ? state.topics : withMember(state.topics, topic),
  };
}

function withMember<T>(members: readonly T[], member: T): readonly T[] {
  return members.includes(member) ? members : [...members, member].sort();
}

function narrow(rules: TripRules, node: Node, axis: number, cells: readonly number[]): Node {
  const [only, more] = cells;
  if (only !== undefined && more === undefined) return rules.diagrams.answer(node, axis, only);
  return rules.diagrams.narrow(node, axis, cells);
}

function knownOf(axis: TripRules['axes'][number], situation: Pick<Situation, 'answers' | 'lacks'>): Known | undefined {
  if (axis.lacks !== undefined) return [situation.lacks.includes(axis.lacks) ? 1 : 0];
  const answer = situation.answers[axis.name];
  return answer?.is === 'unsure' ? 'unsure' : cellsOfAnswer(axis, answer);
}

function makeState(rules: TripRules, left: Omit<TripState, 'open' | 'support'>): TripState {
  const support = new Set<number>();
  for (const node of new Set(left.lines)) for (const axis of rules.diagrams.supportOf(node)) support.add(axis);
  const open = rules.order.filter(
    (axis) => support.has(axis) && left.guards[axis] === always && !left.closed.includes(axis),
  );
  return { ...left, open, support };
}
