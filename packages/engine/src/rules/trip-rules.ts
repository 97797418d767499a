import type { Condition } from '../model/condition.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Aspect, Obligation } from '../model/obligation.ts';
import type { Question } from '../model/question.ts';
import type { ServiceItem } from '../model/service-item.ts';
import { aspectKinds } from './aspect-kinds.ts';
import { comparedRange, lackAxis, questionAxis } from './axis.ts';
import type { Axis } from './axis.ts';
import { always, Diagrams, never } from './diagram.ts';
import type { Node } from './diagram.ts';
import { lacksOf, questionsOf } from './questions-of.ts';

/** One obligation of one item of the trip, and the diagram of its condition. */
export interface RuledLine {
  readonly item: string;
  readonly obligation: Obligation;
  readonly node: Node;
}

/** The rules of one trip on one day, compiled: every condition a diagram over the answers that matter. */
export interface TripRules {
  readonly trip: readonly string[];
  readonly diagrams: Diagrams;
  readonly axes: readonly Axis[];
  /** Question id → index of its axis. */
  readonly axisOf: ReadonlyMap<string, number>;
  /** Axis indexes of the questions in the order the authors ask them, each once. */
  readonly order: readonly number[];
  /** Per axis: when its question applies. */
  readonly guards: readonly Node[];
  readonly lines: readonly RuledLine[];
  /** The diagram of a condition that compares with nothing but what the trip's own conditions compare with. */
  nodeOf(condition: Condition): Node;
}

/** What rules are compiled from. */
export type RuleSource = Pick<Knowledge, 'items' | 'questions' | 'plans'>;

/**
 * Compiles the rules of a trip. Items that the knowledge does not have are left out. With an aspect, only what
 * answers a question about that one thing, for whoever can have it done: a fee is a fee before it is known
 * whether the case ends at another office.
 */
export function compileTrip(source: RuleSource, trip: readonly string[], today: string, aspect?: Aspect): TripRules {
  const items = trip.flatMap((id) => source.items.find((item) => item.id === id) ?? []);
  const questions = new Map(source.questions.map((question) => [question.id, question]));
  const isAsked = ({ kind }: Obligation) => aspect === undefined || aspectKinds[aspect].includes(kind);
  const obligations = items.map((item) => ({ item, obligations: inForce(item, today).filter(isAsked) }));
  const conditions = obligations.flatMap((entry) => entry.obligations.map((obligation) => obligation.when));
  const named = closeOver(
    items.flatMap((item) => item.questions),
    conditions,
    questions,
  );
  const all = [...conditions, ...named.flatMap((question) => question.askWhen ?? [])];
  const axes = [
    ...named.map((question) => questionAxis(question, all, today)),
    ...[...new Set(all.flatMap(lacksOf))].map(lackAxis),
  ];
  const builder = new DiagramBuilder(axes, today);
  const guards = axes.map((axis) => builder.guard(axis));
  return {
    trip: items.map((item) => item.id),
    diagrams: builder.diagrams,
    axes,
    axisOf: new Map(axes.map((axis, index) => [axis.question?.id ?? axis.name, index])),
    order: named.map((_, index) => index),
    guards,
    lines: obligations.flatMap(({ item, obligations: own }) => ruleLines(item, own, builder)),
    nodeOf: (condition) => builder.build(condition),
  };
}

/**
 * What an item asks for on a day. A discontinued item has one obligation: to say so.
 */
function inForce(item: ServiceItem, today: string): readonly Obligation[] {
  if (item.status === 'discontinued' && item.discontinued !== undefined) {
    const { say, instead, sources } = item.discontinued;
    const replacement = instead === undefined ? {} : { item: instead };
    return [{ id: 'discontinued', kind: 'ineligible', when: { all: [] }, say, sources, local: false, ...replacement }];
  }
  return item.obligations.filter(({ from, to }) => (from ?? '') <= today && (to === undefined || today < to));
}

/**
 * The diagrams of an item's obligations. Once a verdict (not eligible, or a case for a person) holds, the rest
 * of the item no longer matters; of several verdicts the first in the file speaks.
 */
function ruleLines(item: ServiceItem, obligations: readonly Obligation[], builder: DiagramBuilder): RuledLine[] {
  const { diagrams } = builder;
  let decided: Node = never;
  const verdicts = new Map<string, Node>();
  for (const { id, kind, when } of obligations) {
    if (!isVerdict(kind)) continue;
    const node = builder.build(when);
    verdicts.set(id, diagrams.and(node, diagrams.not(decided)));
    decided = diagrams.or(decided, node);
  }
  const open = diagrams.not(decided);
  return mergeEqual(obligations).map((obligation) => ({
    item: item.id,
    obligation,
    node: verdicts.get(obligation.id) ?? diagrams.and(builder.build(obligation.when), open),
  }));
}

function isVerdict(kind: Obligation['kind']): boolean {
  return kind === 'ineligible' || kind === 'handoff';
}

/** Obligations that say the same under different conditions are one obligation, so that no question decides between them. */
function mergeEqual(obligations: readonly Obligation[]): readonly Obligation[] {
  const merged = new Map<string, Obligation>();
  for (const obligation of obligations) {
    const { id: _id, when, ...content } = obligation;
    const key = isVerdict(obligation.kind) ? obligation.id : JSON.stringify(content);
    const same = merged.get(key);
    merged.set(key, same === undefined ? obligation : { ...same, when: { any: [same.when, when] } });
  }
  return [...merged.values()];
}

/** The questions of a trip in the authors' order, each after the questions its presupposition names. */
function closeOver(
  listed: readonly string[],
  conditions: readonly Condition[],
  questions: ReadonlyMap<string, Question>,
): readonly Question[] {
  const ordered = new Set<Question>();
  const visit = (id: string, below: ReadonlySet<string>) => {
    const question = questions.get(id);
    if (question === undefined || ordered.has(question) || below.has(id)) return;
    if (question.askWhen) for (const before of questionsOf(question.askWhen)) visit(before, new Set([...below, id]));
    ordered.add(question);
  };
  for (const id of [...listed, ...conditions.flatMap(questionsOf)]) visit(id, new Set());
  return [...ordered];
}

class DiagramBuilder {
  readonly diagrams = new Diagrams();
  readonly #axes: readonly Axis[];
  readonly #today: string;
  readonly #index: ReadonlyMap<string, number>;
  readonly #guards = new Map<number, Node>();
  readonly #built = new Map<Condition, Node>();

  constructor(axes: readonly Axis[], today: string) {
    this.#axes = axes;
    this.#today = today;
    this.#index = new Map(axes.map((axis, index) => [axis.name, index]));
  }

  /** The diagram of a condition; facts and their parts are shared, and built once. */
  build(condition: Condition): Node {
    const known = this.#built.get(condition);
    if (known !== undefined) return known;
    const node = this.#combine(condition);
    this.#built.set(condition, node);
    return node;
  }

  #combine(condition: Condition): Node {
    if ('all' in condition) {
      return condition.all.reduce<Node>((node, part) => this.diagrams.and(node, this.build(part)), always);
    }
    if ('any' in condition) {
      return condition.any.reduce<Node>((node, part) => this.diagrams.or(node, this.build(part)), never);
    }
    if ('not' in condition) return this.diagrams.not(this.build(condition.not));
    return this.#atom(condition);
  }

  /** When an axis' question applies: its presupposition, which itself may presuppose. */
  guard(axis: Axis): Node {
    const index = this.#index.get(axis.name) ?? 0;
    const known = this.#guards.get(index);
    if (known !== undefined) return known;
    // A presupposition that reaches itself cannot be asked first; compiling reports it, and here it ends.
    this.#guards.set(index, always);
    const guard = axis.question?.askWhen === undefined ? always : this.build(axis.question.askWhen);
    this.#guards.set(index, guard);
    return guard;
  }

  /** A comparison holds only where its question applies. */
  #atom(atom: Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>): Node {
    const name = 'lacks' in atom ? `lacks ${atom.lacks}` : atom.question;
    const index = this.#index.get(name);
    const axis = index === undefined ? undefined : this.#axes[index];
    if (index === undefined || axis === undefined) return never;
    const branches = axis.cells.map((cell) => (this.#accepts(atom, cell) ? always : never));
    return this.diagrams.and(this.guard(axis), this.diagrams.make(index, branches));
  }

  #accepts(atom: Condition, cell: Axis['cells'][number]): boolean {
    if ('lacks' in atom) return cell === 'yes';
    if ('is' in atom) return typeof cell === 'string' && atom.is.includes(cell);
    if (!('compare' in atom) || typeof cell === 'string') return false;
    const range = comparedRange(atom.compare, this.#today);
    return range.from <= cell.from && cell.to <= range.to;
  }
}
