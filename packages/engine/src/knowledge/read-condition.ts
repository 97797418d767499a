import type { Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';
import { questionsOf } from '../rules/questions-of.ts';
import { conditionSize } from './condition-size.ts';
import type { Library } from './library.ts';
import { nearestWord } from './nearest-word.ts';
import { quoteOf, readBound, readComparison } from './read-comparison.ts';
import type { Located, LocatedEntry, Place } from './yaml/located.ts';
import { readId } from './yaml/read-scalar.ts';

/** A condition nobody can read; the rules would take long over it. */
const MAX_COMPARISONS = 300;

/** What a condition may name, and who wants to know which questions it names. */
export interface ConditionScope {
  readonly library: Library;
  /** The condition behind a name of facts.yaml; unknown names are reported at `at`. */
  readonly fact: (id: string, at: Place) => Condition | undefined;
  readonly onQuestion?: (id: string, at: Place) => void;
}

/**
 * A condition as the rules take it: named facts written out, several keys of one map joined by "all".
 * `undefined` when something in it is wrong; the log then has every fault of it.
 */
export function readCondition(node: Located, scope: ConditionScope): Condition | undefined {
  const condition = readParts(node, scope);
  if (!condition || conditionSize(condition) <= MAX_COMPARISONS) return condition;
  const message = `条件展开以后有 ${conditionSize(condition)} 项，最多 ${MAX_COMPARISONS} 项；请拆成几条，或用 handoff。`;
  scope.library.log.error(node.at, 'condition-too-large', message);
  return undefined;
}

function readParts(node: Located, scope: ConditionScope): Condition | undefined {
  if (node.kind === 'text') return readFactName(node, scope);
  if (node.kind === 'map' && node.entries.length > 0) {
    // In the order of the keys, so that writing them the other way round is no new version of the knowledge.
    const entries = [...node.entries].sort((a, b) => (a.key < b.key ? -1 : 1));
    return joinAll(entries.map((entry) => readEntry(entry, scope)));
  }
  const message = '条件读不懂；请写成 { 问题: 选项 }，或者 facts.yaml 里的情形名。没有条件就不写 when。';
  scope.library.log.error(node.at, 'bad-condition', message);
  return undefined;
}

function joinAll(parts: readonly (Condition | undefined)[]): Condition | undefined {
  const known = allKnown(parts);
  return known?.length === 1 ? known[0] : known && { all: known };
}

function allKnown<T>(parts: readonly (T | undefined)[]): readonly T[] | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? known : undefined;
}

function readFactName(node: Located, scope: ConditionScope): Condition | undefined {
  const { library } = scope;
  const id = readId(node, { log: library.log, key: '条件' });
  if (id === undefined) return undefined;
  if (!library.facts.has(id) && library.questions.has(id)) {
    library.log.error(node.at, 'bad-condition', `“${id}”是问题，不是情形名；请写成 { ${id}: 选项 }。`);
    return undefined;
  }
  const condition = scope.fact(id, node.at);
  if (condition) for (const question of questionsOf(condition)) scope.onQuestion?.(question, node.at);
  return condition;
}

function readEntry(entry: LocatedEntry, scope: ConditionScope): Condition | undefined {
  const { key, value } = entry;
  const { library } = scope;
  if (key === 'all' || key === 'any') {
    const parts = readConditions(entry, scope);
    return parts && (key === 'all' ? { all: parts } : { any: parts });
  }
  if (key === 'not') {
    const part = readCondition(value, scope);
    return part && { not: part };
  }
  if (key === 'lacks') {
    const id = readId(value, { log: library.log, key });
    return id !== undefined && library.materials.check(id, value.at) ? { lacks: id } : undefined;
  }
  return readAnswer(entry, scope);
}

function readConditions({ key, value }: LocatedEntry, scope: ConditionScope): readonly Condition[] | undefined {
  if (value.kind === 'list' && value.items.length > 0) {
    return allKnown(value.items.map((item) => readCondition(item, scope)));
  }
  scope.library.log.error(value.at, 'bad-condition', `“${key}”后面不是一列条件；请写成 { ${key}: [ …, … ] }。`);
  return undefined;
}

function readAnswer({ key, keyAt, value }: LocatedEntry, scope: ConditionScope): Condition | undefined {
  const { library } = scope;
  if (!library.questions.has(key) && library.facts.has(key)) {
    library.log.error(keyAt, 'bad-condition', `“${key}”是情形名，不是问题；请直接写 ${key}。`);
    return undefined;
  }
  const question = library.questions.use(key, keyAt);
  if (library.questions.has(key)) scope.onQuestion?.(key, keyAt);
  if (!question) return undefined;
  if (question.kind === 'choice') {
    const is = readOptions(value, question, library);
    return is && { question: key, is };
  }
  return readStretch(value, question, question.kind, library);
}

function readOptions(value: Located, question: Question, library: Library): readonly string[] | undefined {
  const nodes = value.kind === 'list' ? value.items : [value];
  const problem = value.kind === 'map' || nodes.length === 0;
  if (problem) {
    const values = question.options.map((option) => option.value).join('、');
    library.log.error(value.at, 'bad-condition', `“${question.id}”是选择题；请从 ${values} 里写一个或几个。`);
    return undefined;
  }
  return allKnown(nodes.map((node) => readOption(node, question, library)));
}

/** One option's value, checked against the question. */
export function readOption(node: Located, question: Question, library: Library): string | undefined {
  const values = question.options.map((option) => option.value);
  // A quotation is shortened for the message; the value itself may be as long as its author likes.
  const value = 'written' in node ? node.written.trim() : undefined;
  if (value !== undefined && values.includes(value)) return value;
  const written = quoteOf(node);
  const near = nearestWord(written, values);
  const advice = near === undefined ? `它有：${values.join('、')}。` : `您是不是想写“${near}”？`;
  library.log.error(node.at, 'unknown-option', `问题“${question.id}”没有选项“${written}”；${advice}`);
  return undefined;
}

/** Numbers and dates: one value, several, or bounds. One value is a stretch of length one. */
function readStretch(
  value: Located,
  question: Question,
  kind: 'number' | 'date',
  { log }: Library,
): Condition | undefined {
  if (value.kind === 'map') {
    const compare = readComparison(value, kind, log);
    return compare && { question: question.id, compare };
  }
  const nodes = value.kind === 'list' ? value.items : [value];
  const bounds = allKnown(nodes.map((node) => readBound(node, kind, log)));
  const parts = bounds?.map((bound) => ({ question: question.id, compare: { gte: bound, lte: bound } }));
  return parts?.length === 1 ? parts[0] : parts && { any: parts };
}
