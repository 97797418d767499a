import type { Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';
import { atomsOf, lacksOf, questionsOf } from '../rules/questions-of.ts';
import { lies, stretchesOf } from './stretch.ts';
import type { Stretch } from './stretch.ts';

/** Beyond this many cases a condition is said as it stands. */
const mostCases = 4096;

/** One answer, or answers that no condition here can tell apart. */
export type Cell =
  | { readonly option: string }
  | { readonly stretch: Stretch }
  | { readonly lacks: boolean }
  /** The question does not apply. */
  | { readonly moot: true };

/** A question, or the lack of a material, with everything that can be answered to it. */
export interface CaseAxis {
  readonly cells: readonly Cell[];
  readonly question?: Question;
  readonly lacks?: string;
  /** The axes that decide whether the question applies. */
  readonly guardedBy: readonly number[];
}

/** One cell of each axis. */
export type Case = readonly number[];

/** All answers that some conditions can tell apart. */
export interface CaseSpace {
  readonly axes: readonly CaseAxis[];
  readonly cases: readonly Case[];
  holds(condition: Condition, at: Case): boolean;
}

/** Lays out every case that some conditions can tell apart; `undefined` when there are too many, or one has no words. */
export function caseSpace(conditions: readonly Condition[], questions: readonly Question[]): CaseSpace | undefined {
  const axes = axesOf(conditions, questions);
  if (axes === undefined) return undefined;
  const size = axes.reduce((product, { cells }) => product * cells.length, 1);
  if (size > mostCases || axes.some(({ cells }) => cells.length > 30)) return undefined;
  const indexOf = new Map(axes.map(({ question, lacks }, index) => [question?.id ?? lackKey(lacks ?? ''), index]));
  const holds = (condition: Condition, at: Case): boolean => {
    if ('all' in condition) return condition.all.every((part) => holds(part, at));
    if ('any' in condition) return condition.any.some((part) => holds(part, at));
    if ('not' in condition) return !holds(condition.not, at);
    const index = indexOf.get('lacks' in condition ? lackKey(condition.lacks) : condition.question) ?? -1;
    const cell = axes[index]?.cells[at[index] ?? -1];
    return cell !== undefined && accepts(condition, cell);
  };
  let cases: readonly Case[] = [[]];
  for (const { cells, question, guardedBy } of axes) {
    cases = cases.flatMap((before) => {
      const applies = guardedBy.length === 0 || question?.askWhen === undefined || holds(question.askWhen, before);
      return cells.flatMap((cell, index) => ('moot' in cell === applies ? [] : [[...before, index]]));
    });
  }
  return { axes, cases, holds };
}

type Atom = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

function accepts(atom: Atom, cell: Cell): boolean {
  if ('is' in atom) return 'option' in cell && atom.is.includes(cell.option);
  if ('compare' in atom) return 'stretch' in cell && lies(cell.stretch, atom.compare);
  return 'lacks' in cell && cell.lacks;
}

function lackKey(material: string): string {
  return `lacks ${material}`;
}

/** In the order of the questions, each after those its presupposition names; then what is lacking. */
function axesOf(conditions: readonly Condition[], questions: readonly Question[]): readonly CaseAxis[] | undefined {
  const mentioned = new Set(conditions.flatMap(questionsOf));
  const named = inAskingOrder(
    questions.filter(({ id }) => mentioned.has(id)),
    mentioned,
  );
  if (named.length < mentioned.size) return undefined;
  const atoms = conditions.flatMap(atomsOf);
  const axes: CaseAxis[] = [];
  for (const question of named) {
    const guards = openGuards(question, mentioned);
    const guardedBy = guards.map((id) => axes.findIndex((axis) => axis.question?.id === id)).filter((at) => at >= 0);
    const own = [...atoms, ...named.flatMap(({ askWhen }) => (askWhen === undefined ? [] : atomsOf(askWhen)))];
    const answers = cellsOf(question, own);
    if (answers === undefined) return undefined;
    const cells: readonly Cell[] = guardedBy.length === 0 ? answers : [...answers, { moot: true }];
    axes.push({ question, cells, guardedBy });
  }
  const lacks = [...new Set(conditions.flatMap(lacksOf))];
  return [
    ...axes,
    ...lacks.map((material) => ({ lacks: material, cells: [{ lacks: false }, { lacks: true }], guardedBy: [] })),
  ];
}

/**
 * The questions on which a presupposition hangs, where all of them are open. Where one is not mentioned it is
 * answered already, and the question surely applies.
 */
function openGuards({ askWhen }: Question, mentioned: ReadonlySet<string>): readonly string[] {
  if (askWhen === undefined) return [];
  const guards = questionsOf(askWhen);
  return guards.every((id) => mentioned.has(id)) && lacksOf(askWhen).length === 0 ? guards : [];
}

function inAskingOrder(named: readonly Question[], mentioned: ReadonlySet<string>): readonly Question[] {
  const ordered = new Set<Question>();
  const visit = (question: Question, below: readonly string[]): void => {
    if (below.includes(question.id)) return;
    for (const id of openGuards(question, mentioned)) {
      const guard = named.find((candidate) => candidate.id === id);
      if (guard !== undefined) visit(guard, [...below, question.id]);
    }
    ordered.add(question);
  };
  for (const question of named) visit(question, []);
  return [...ordered];
}

function cellsOf(question: Question, atoms: readonly Atom[]): readonly Cell[] | undefined {
  if (question.kind === 'choice') return question.options.map(({ value }) => ({ option: value }));
  const own = atoms.flatMap((atom) => ('compare' in atom && atom.question === question.id ? [atom.compare] : []));
  return stretchesOf(own)?.map((stretch) => ({ stretch }));
}
