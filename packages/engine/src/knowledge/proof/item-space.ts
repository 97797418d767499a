import type { Condition } from '../../model/condition.ts';
import type { Obligation } from '../../model/obligation.ts';
import type { Question } from '../../model/question.ts';
import type { ServiceItem } from '../../model/service-item.ts';
import { comparedRange } from '../../rules/axis.ts';
import type { Axis } from '../../rules/axis.ts';
import { always, never } from '../../rules/diagram.ts';
import type { Allowed, Diagrams, Node } from '../../rules/diagram.ts';
import { atomsOf } from '../../rules/questions-of.ts';
import { compileTrip } from '../../rules/trip-rules.ts';
import type { TripRules } from '../../rules/trip-rules.ts';
import { isInForce } from './days.ts';

/**
 * Everything an item can decide on one day, as diagrams over all answers and all lacking papers: what a check proves
 * here holds for everybody, and what it refutes has a case that shows it.
 */
export interface ItemSpace {
  readonly day: string;
  /** The rules that the citizen meets on that day, over the same diagrams. */
  readonly rules: TripRules;
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
  /** When the own condition of an obligation in force holds, whatever the verdicts. */
  applies(obligation: Obligation): Node;
  /** The diagram of a part of a condition of an obligation in force, or of a condition that the space was opened with. */
  nodeOf(condition: Condition): Node;
}

/** What a space is opened over. */
export interface SpaceOptions {
  readonly item: ServiceItem;
  readonly questions: readonly Question[];
  readonly day: string;
  /** Conditions to be judged beside those of the item; they may name its questions only. */
  readonly conditions?: readonly Condition[];
  /** The item's rules on that day, where they are compiled already and there is nothing to be judged beside them. */
  readonly rules?: TripRules;
}

// A name that no item can have.
const OTHERS = '#others';

/** Opens the space of an item: one set of diagrams in which every reading of its conditions is a node. */
export function openItemSpace({ item, questions, day, conditions = [], ...compiled }: SpaceOptions): ItemSpace {
  const others = { ...item, id: OTHERS, obligations: conditions.map((when, index) => bare(String(index), when)) };
  const items = conditions.length === 0 ? [item] : [item, others];
  const ids = items.map(({ id }) => id);
  const rules = compiled.rules ?? compileTrip({ items, questions }, ids, day);
  const { diagrams, axes } = rules;
  const cells = axes.map(cellsWithin);
  const allowed: Allowed = cells.map((some, index) => (some.length === axes[index]?.cells.length ? undefined : some));
  const isBounded = allowed.some((some) => some !== undefined);
  const within = (node: Node) => (isBounded ? diagrams.restrict(node, allowed) : node);
  const own = rules.lines.filter((line) => line.item === item.id);
  // Verdicts are never merged: each has a line of its own.
  const verdicts = new Map(
    own.flatMap(({ obligation, node }) => (isVerdict(obligation) ? [[obligation.id, within(node)] as const] : [])),
  );
  const open = [...verdicts.values()].reduce((node, verdict) => diagrams.and(node, diagrams.not(verdict)), always);
  const nodeOf = (condition: Condition) => within(rules.nodeOf(condition));
  const holds = (obligation: Obligation): Node => {
    if (item.status === 'discontinued' || !isInForce(obligation, day)) return never;
    return isVerdict(obligation) ? (verdicts.get(obligation.id) ?? never) : diagrams.and(nodeOf(obligation.when), open);
  };
  return {
    day,
    rules,
    diagrams,
    axes,
    axisOf: rules.axisOf,
    cells,
    guards: rules.guards.map(within),
    lines: own.map(({ node }) => within(node)),
    open,
    holds,
    applies: ({ when }) => nodeOf(when),
    nodeOf,
  };
}

/** Tells whether a space has a diagram for a condition: nothing in it compares with what the item does not compare with. */
export function tellsApart({ axes, axisOf, day }: ItemSpace, condition: Condition): boolean {
  return atomsOf(condition).every((atom) => {
    const axis = axes[axisOf.get('lacks' in atom ? `lacks ${atom.lacks}` : atom.question) ?? -1];
    if (axis === undefined || !('compare' in atom)) return axis !== undefined;
    const { from, to } = comparedRange(atom.compare, day);
    const starts = axis.cells.flatMap((cell) => (typeof cell === 'string' ? [] : [cell.from]));
    return [from, to].every((cut) => !Number.isFinite(cut) || starts.includes(cut));
  });
}

/** Tells whether an obligation ends the item for whoever it holds for. */
export function isVerdict({ kind }: Obligation): boolean {
  return kind === 'ineligible' || kind === 'handoff';
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
