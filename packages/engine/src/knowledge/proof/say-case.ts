import type { Question } from '../../model/question.ts';
import type { Axis } from '../../rules/axis.ts';
import { writeRange } from '../../rules/range.ts';
import type { Range } from '../../rules/range.ts';
import { valueInWords } from '../../text/answer-in-words.ts';
import { sentencesOf } from '../../text/sentences-of.ts';
import type { Case } from './find-case.ts';

/** The name of a material by its id. */
export type MaterialName = (id: string) => string;

const sentences = sentencesOf('zh-CN');

/** More answers to one question than this are not listed; the first one is example enough. */
const MOST_ANSWERS = 3;

/** Answers in the words people read: 年龄 26 到 45 周岁、户口在外地. */
export function sayCase(found: Case, axes: readonly Axis[], nameOf: MaterialName): string {
  const parts = [...found].map(([axis, cells]) => sayAxis(axes[axis], cells, nameOf));
  if (parts.length === 0) return '不管怎么回答';
  return parts.join(parts.some((part) => part.includes('、')) ? '；' : '、');
}

/** One value of a question as a statement that says what it is about: 年龄 30 周岁. */
export function sayValue(question: Question, value: string | number): string {
  const words = valueInWords(question, value, sentences);
  if (question.kind === 'choice') return words;
  return /^\d/u.test(words) ? `${question.name} ${words}` : `${question.name}${words}`;
}

function sayAxis(axis: Axis | undefined, cells: readonly number[], nameOf: MaterialName): string {
  if (axis?.lacks !== undefined) return `${cells.includes(1) ? '没有' : '有'}${nameOf(axis.lacks)}`;
  const question = axis?.question;
  if (axis === undefined || question === undefined) return '';
  const chosen = cells.flatMap((cell) => axis.cells[cell] ?? []);
  const values =
    question.kind === 'choice' ? chosen.map(String) : rangesOf(chosen).map((range) => written(range, question));
  const shown = values.length > MOST_ANSWERS ? values.slice(0, 1) : values;
  return shown.map((value) => sayValue(question, value)).join('或者');
}

function written(range: Range, { kind }: Question): string | number {
  return writeRange(range, kind === 'date' ? 'date' : 'number');
}

/** Ranges in order, those that touch joined. */
function rangesOf(cells: readonly (string | Range)[]): readonly Range[] {
  const joined: Range[] = [];
  for (const cell of cells) {
    if (typeof cell === 'string') continue;
    const last = joined.at(-1);
    if (last?.to === cell.from) joined[joined.length - 1] = { from: last.from, to: cell.to };
    else joined.push(cell);
  }
  return joined;
}
