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

/**
 * Lays out every case that some conditions can tell apart; `undefined` when there are too many, or one has no words.
 *
 * `open` are the questions that have no answer yet; where it does not name those that decide whether another one
 * applies, that one surely applies.
 */
export function caseSpace(
  conditions: readonly Condition[],
  questions: readonly Question[],
  open: ReadonlySet<string>,
): CaseSpace | undefined {
  const axes = axesOf(conditions, questions, open);
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
function axesOf(
  conditions: readonly Condition[],
  questions: readonly Question[],
  open: ReadonlySet<string>,
): readonly CaseAxis[] | undefined {
  const mentioned = new Set(conditions.flatMap(questionsOf));
  const named = withGuards(mentioned, questions, open);
  if ([...mentioned].some((id) => !named.some((question) => question.id === id))) return undefined;
  const presuppositions = named.flatMap((question) => openPresupposition(question, open) ?? []);
  const atoms = [...conditions, ...presuppositions].flatMap(atomsOf);
  const axes: CaseAxis[] = [];
  for (const question of named) {
    const presupposition = openPresupposition(question, open);
    const guards = presupposition === undefined ? [] : questionsOf(presupposition);
    const guardedBy = guards.map((id) => axes.findIndex((axis) => axis.question?.id === id)).filter((at) => at >= 0);
    const answers = cellsOf(question, atoms);
    if (answers === undefined) return undefined;
    axes.push({ question, cells: guardedBy.length === 0 ? answers : [...answers, { moot: true }], guardedBy });
  }
  const lacks = [...new Set(conditions.flatMap(lacksOf))];
  const lackCells = [{ lacks: false }, { lacks: true }];
  return [...axes, ...lacks.map((material) => ({ lacks: material, cells: lackCells, guardedBy: [] }))];
}

/** When a question applies, where that is still open. */
function openPresupposition({ askWhen }: Question, open: ReadonlySet<string>): Condition | undefined {
  if (askWhen === undefined || lacksOf(askWhen).length > 0) return undefined;
  return questionsOf(askWhen).every((id) => open.has(id)) ? askWhen : undefined;
}

/** The questions mentioned and those that decide whether they apply, each after those it hangs on. */
function withGuards(
  mentioned: ReadonlySet<string>,
  questions: readonly Question[],
  open: ReadonlySet<string>,
): readonly Question[] {
  const ordered = new Set<Question>();
  const visit = (question: Question, below: readonly string[]): void => {
    if (below.includes(question.id)) return;
    const presupposition = openPresupposition(question, open);
    const guards = presupposition === undefined ? [] : questionsOf(presupposition);
    for (const guard of questions.filter(({ id }) => guards.includes(id))) visit(guard, [...below, question.id]);
    ordered.add(question);
  };
  for (const question of questions) if (mentioned.has(question.id)) visit(question, []);
  return [...ordered];
}

function cellsOf(question: Question, atoms: readonly Atom[]): readonly Cell[] | undefined {
  if (question.kind === 'choice') return question.options.map(({ value }) => ({ option: value }));
  const own = atoms.flatMap((atom) => ('compare' in atom && atom.question === question.id ? [atom.compare] : []));
  return stretchesOf(own)?.map((stretch) => ({ stretch }));
}
