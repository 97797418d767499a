import type { Condition } from '../../model/condition.ts';
import type { Obligation } from '../../model/obligation.ts';
import type { Question } from '../../model/question.ts';
import type { ServiceItem } from '../../model/service-item.ts';
import type { Axis } from '../../rules/axis.ts';
import { always, never } from '../../rules/diagram.ts';
import type { Allowed, Diagrams, Node } from '../../rules/diagram.ts';
import { compileTrip } from '../../rules/trip-rules.ts';
import type { RuledLine } from '../../rules/trip-rules.ts';

/**
 * Everything an item can decide on one day, as diagrams over all answers and all lacking papers: what a check proves
 * here holds for everybody, and what it refutes has a case that shows it.
 */
export interface ItemSpace {
  readonly day: string;
  readonly diagrams: Diagrams;
  readonly axes: readonly Axis[];
  /** Question id → index of its axis. */
  readonly axisOf: ReadonlyMap<string, number>;
  /** Per axis: the cells within the bounds of the question. */
  readonly cells: readonly (readonly number[])[];
  /** Per axis: when its question applies. */
  readonly guards: readonly Node[];
  /** The lines of the notice; obligations that say the same are one line. */
  readonly lines: readonly Node[];
  /** Nobody is refused or handed off. */
  readonly open: Node;
  /** When an obligation stands on the notice: its own condition, and no verdict before it. Never, when not in force. */
  holds(obligation: Obligation): Node;
  /** When the obligation's own condition holds, whatever the verdicts and the day. */
  applies(obligation: Obligation): Node;
  /** The diagram of one of the conditions that the space was opened with. */
  nodeOf(condition: Condition): Node;
}

/** What a space is opened over. */
export interface SpaceOptions {
  readonly item: ServiceItem;
  readonly questions: readonly Question[];
  readonly day: string;
  /** Conditions to be judged beside those of the item; they may name its questions only. */
  readonly conditions?: readonly Condition[];
}

// Names that no item can have.
const APART = '#apart';
const ALONE = '#alone';
const OTHERS = '#others';

/**
 * Opens the space of an item. Three readings of it are compiled into one set of diagrams: as the citizen meets it,
 * every obligation apart, and every condition alone.
 */
export function openItemSpace({ item, questions, day, conditions = [] }: SpaceOptions): ItemSpace {
  const apart = { ...item, id: APART, obligations: item.obligations.map(setApart) };
  const alone = { ...item, id: ALONE, obligations: item.obligations.map(({ id, when }) => bare(id, when)) };
  const others = { ...item, id: OTHERS, obligations: conditions.map((when, index) => bare(String(index), when)) };
  const rules = compileTrip({ items: [item, apart, alone, others], questions }, [item.id, APART, ALONE, OTHERS], day);
  const { diagrams, axes } = rules;
  const cells = axes.map(cellsWithin);
  const allowed: Allowed = cells.map((some, index) => (some.length === axes[index]?.cells.length ? undefined : some));
  const within = (node: Node) => diagrams.restrict(node, allowed);
  const nodesOf = (id: string) =>
    new Map(rules.lines.filter((line) => line.item === id).map((line) => entry(line, within)));
  const [held, applied, other] = [nodesOf(APART), nodesOf(ALONE), nodesOf(OTHERS)];
  const verdicts = item.obligations.filter(isVerdict).map(({ id }) => held.get(id) ?? never);
  const indexes = new Map(conditions.map((condition, index) => [condition, String(index)]));
  return {
    day,
    diagrams,
    axes,
    axisOf: rules.axisOf,
    cells,
    guards: rules.guards.map(within),
    lines: rules.lines.filter((line) => line.item === item.id).map(({ node }) => within(node)),
    open: verdicts.reduce((node, verdict) => diagrams.and(node, diagrams.not(verdict)), always),
    holds: ({ id }) => held.get(id) ?? never,
    applies: ({ id }) => applied.get(id) ?? never,
    nodeOf: (condition) => other.get(indexes.get(condition) ?? '') ?? never,
  };
}

/** Tells whether an obligation ends the item for whoever it holds for. */
export function isVerdict({ kind }: Obligation): boolean {
  return kind === 'ineligible' || kind === 'handoff';
}

function entry({ obligation, node }: RuledLine, within: (node: Node) => Node): [string, Node] {
  return [obligation.id, within(node)];
}

/** Obligations that say the same are judged one by one: a note of its own keeps each apart. */
export function setApart(obligation: Obligation): Obligation {
  return { ...obligation, note: obligation.id };
}

/** Carries nothing but a condition: no verdict stands before it, and it is in force on every day. */
function bare(id: string, when: Condition): Obligation {
  return { id, kind: 'warning', say: id, when, sources: [], local: false };
}

function cellsWithin({ cells, question }: Axis): readonly number[] {
  const { min = -Infinity, max = Infinity } = question ?? {};
  return cells.flatMap((cell, index) =>
    typeof cell === 'string' || (cell.from <= max && min < cell.to) ? [index] : [],
  );
}
