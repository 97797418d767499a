import type { AnswerValue } from '../model/consultation.ts';
import type { Obligation } from '../model/obligation.ts';
import type { Example } from '../model/service-item.ts';
import type { Answer } from '../model/situation.ts';
import type { Axis } from '../rules/axis.ts';
import { cellsOfAnswer } from '../rules/axis.ts';
import { always, never } from '../rules/diagram.ts';
import type { Node } from '../rules/diagram.ts';
import { isoDay } from '../rules/range.ts';
import { givesOf } from './gives-of.ts';
import type { ItemCheck } from './item-check.ts';
import { createTripStates } from '../rules/trip-state.ts';
import type { TripStates } from '../rules/trip-state.ts';
import { movingQuestions } from './proof/days.ts';
import { decideExample } from './proof/decide-example.ts';
import { createShows, goalsOf } from './proof/example-goals.ts';
import type { Goal } from './proof/example-goals.ts';
import type { ItemSpace } from './proof/item-space.ts';
import { sayValue } from './proof/say-case.ts';

/** An example that an item still lacks. */
export interface ProposedExample {
  readonly example: Example;
  /** The obligations that it is the first to try, in the item's order; never empty. */
  readonly tries: readonly Obligation[];
}

/** The examples that bring out what no example of an item has shown yet: few, each showing as much as fits together. */
export function proposeExamples(check: ItemCheck): readonly ProposedExample[] {
  const { item, space } = check;
  const shown = item.examples.map((example) => createShows(example, space));
  let left = goalsOf(item.obligations, space).filter((goal) => !shown.some((shows) => shows(goal)));
  const states = createTripStates(space.rules);
  const proposed: ProposedExample[] = [];
  for (let [first] = left; first !== undefined; [first] = left) {
    const example = exampleOf(joinGoals(left, space), states, check);
    const tried = left.filter(createShows(example, space));
    if (tried.length > 0) proposed.push({ example, tries: [...new Set(tried.map(({ obligation }) => obligation))] });
    // What hangs on today has no lasting example; it is not asked for again.
    left = left.filter((goal) => goal !== first && !tried.includes(goal));
  }
  return proposed;
}

/** The first goal, and every later one that one person can show as well. */
function joinGoals(goals: readonly Goal[], { diagrams }: ItemSpace): Node {
  return goals.reduce((node, goal) => {
    const both = diagrams.and(node, goal.node);
    return both === never ? node : both;
  }, always);
}

type Answers = Readonly<Record<string, Answer>>;

/** The example of somebody who makes the condition hold: the answers it hangs on, then whatever is still open. */
function exampleOf(node: Node, states: TripStates, check: ItemCheck): Example {
  const { item, space } = check;
  const person = personOf(node, space, item.examples);
  const moving = movingQuestions(item.obligations.map(({ when }) => when));
  const lacks = space.axes.flatMap(({ lacks: paper = '' }, axis) =>
    paper !== '' && person[axis] === 1 ? [paper] : [],
  );
  const withAnswer = (answers: Answers, axis: number, isLasting: boolean): Answers => {
    const id = space.axes[axis]?.question?.id;
    const value = valueOf(space.axes[axis], person[axis] ?? 0, item.examples);
    if (id === undefined || value === undefined) return answers;
    return { ...answers, [id]: isLasting ? { is: 'known', value } : { is: 'unsure' } };
  };
  // The first stretch of dates lasts: what is long ago today is long ago tomorrow.
  const isLasting = (axis: number) => !moving.has(space.axes[axis]?.name ?? '') || person[axis] === 0;
  const needed = space.diagrams.supportOf(node).filter((axis) => isAsked(axis, person, space));
  let answers = needed.reduce<Answers>((given, axis) => withAnswer(given, axis, isLasting(axis)), {});
  for (;;) {
    const [axis] = states.of({ answers, lacks }).open;
    const next = axis === undefined ? undefined : space.axes[axis]?.name;
    if (axis === undefined || next === undefined || next in answers) break;
    answers = withAnswer(answers, axis, !moving.has(next));
  }
  return writtenUp(answers, lacks, check);
}

function writtenUp(answers: Answers, lacks: readonly string[], { item, space, questions, nameOf }: ItemCheck): Example {
  const given = item.questions.flatMap((id) => {
    const known = answers[id];
    return known?.is === 'known' ? [[id, known.value] as const] : [];
  });
  const said = given.flatMap(([id, value]) => {
    const question = questions.find((candidate) => candidate.id === id);
    return question ? [sayValue(question, value)] : [];
  });
  const written = { given: Object.fromEntries(given), ...(lacks.length > 0 ? { lacks } : {}) };
  return {
    name: [...said, ...lacks.map((material) => `没有${nameOf(material)}`)].join('，') || '不管怎么回答',
    ...written,
    gives: givesOf(decideExample(written, space.rules)),
  };
}

function isAsked(axis: number, person: readonly number[], { diagrams, guards }: ItemSpace): boolean {
  return (
    diagrams.restrict(
      guards[axis] ?? always,
      person.map((cell) => [cell]),
    ) === always
  );
}

/** One cell for every axis, such that the condition holds: what the author's examples say most often, where it may be so. */
function personOf(start: Node, { axes, cells, diagrams }: ItemSpace, examples: readonly Example[]): readonly number[] {
  let node = start;
  return axes.map((axis, index) => {
    const usual = usualCells(axis, examples);
    const wanted = [...usual, ...(cells[index] ?? [])];
    const cell = wanted.find((candidate) => diagrams.answer(node, index, candidate) !== never) ?? 0;
    node = diagrams.answer(node, index, cell);
    return cell;
  });
}

function usualCells(axis: Axis, examples: readonly Example[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const { given } of examples) {
    const value = given[axis.name];
    const cell = value === undefined ? undefined : cellsOfAnswer(axis, { is: 'known', value })?.[0];
    if (cell !== undefined) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([cell]) => cell);
}

/** A cell as an answer: an option, a value that the author uses as well, or the end of a stretch, where slips are made. */
function valueOf(axis: Axis | undefined, cell: number, examples: readonly Example[]): AnswerValue | undefined {
  const range = axis?.cells[cell];
  if (typeof range === 'string') return range;
  if (axis === undefined || range === undefined) return undefined;
  const used = examples
    .map(({ given }) => given[axis.name])
    .find((value) => value !== undefined && cellsOfAnswer(axis, { is: 'known', value })?.join() === String(cell));
  if (used !== undefined) return used;
  const { min = 0, max } = axis.question ?? {};
  const lowest = Math.max(range.from, axis.question?.kind === 'number' ? min : -Infinity);
  const point = Number.isFinite(lowest) ? lowest : Number.isFinite(range.to) ? range.to - 1 : (max ?? 0);
  return axis.question?.kind === 'date' ? isoDay(point) : point;
}
