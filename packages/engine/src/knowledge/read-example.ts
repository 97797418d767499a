import type { Question } from '../model/question.ts';
import type { Example } from '../model/service-item.ts';
import { readRange } from '../rules/range.ts';
import { present } from './present.ts';
import { quoteOf } from './read-comparison.ts';
import { readOption } from './read-condition.ts';
import type { ConditionScope } from './read-condition.ts';
import type { Library } from './library.ts';
import type { Shelf } from './shelf.ts';
import type { Located, LocatedEntry } from './yaml/located.ts';
import { MapReader } from './yaml/map-reader.ts';

/** Reads one example of an item: a situation, and what the notice must then hold. */
export function readExample(node: Located, scope: ConditionScope): Example | undefined {
  const { library } = scope;
  const reader = MapReader.over(node, '例子', library.log);
  if (!reader) return undefined;
  const name = reader.text('name');
  const given = readGiven(reader.required('given'), scope);
  const lacks = readIds(reader, 'lacks', library, library.materials);
  const gives = readGives(reader.required('gives'), library);
  reader.close();
  if (name === undefined || !given || !gives) return undefined;
  const example: Example = present({ name, given, lacks, gives });
  library.origins.set(example, reader.at);
  return example;
}

function readGiven(node: Located | undefined, scope: ConditionScope): Record<string, string | number> | undefined {
  if (!node) return undefined;
  const { library } = scope;
  if (node.kind !== 'map') {
    library.log.error(node.at, 'not-a-map', '“given”不是这样写的；请写成 { 问题: 答案 }。');
    return undefined;
  }
  const given: [string, string | number][] = [];
  for (const entry of node.entries) {
    const answer = readAnswer(entry, scope);
    if (answer !== undefined) given.push([entry.key, answer]);
  }
  return Object.fromEntries(given);
}

function readAnswer({ key, keyAt, value }: LocatedEntry, scope: ConditionScope): string | number | undefined {
  const { library } = scope;
  const question = library.questions.use(key, keyAt);
  if (library.questions.has(key)) scope.onQuestion?.(key, keyAt);
  if (!question) return undefined;
  return question.kind === 'choice' ? readOption(value, question, library) : readPoint(value, question, library);
}

function readPoint(node: Located, question: Question, { log }: Library): string | number | undefined {
  const answer = node.kind === 'number' || node.kind === 'text' ? (node.value as string | number) : undefined;
  const kind = question.kind === 'date' ? 'date' : 'number';
  if (answer !== undefined && readRange(answer, kind)) return answer;
  const wanted = kind === 'date' ? '日期，如 2026-01-01' : '整数，如 18';
  log.error(node.at, 'bad-answer', `问题“${question.id}”没有“${quoteOf(node)}”这种答案；请写${wanted}。`);
  return undefined;
}

function readGives(node: Located | undefined, library: Library): Example['gives'] | undefined {
  const reader = node && MapReader.over(node, '例子的 gives', library.log);
  if (!reader) return undefined;
  const gives: Example['gives'] = present({
    materials: readIds(reader, 'materials', library, library.materials),
    fee: reader.optionalNumber('fee', { min: 0, max: 10_000_000 }),
    eligible: reader.has('eligible') ? reader.optionalFlag('eligible', true) : undefined,
    first: readIds(reader, 'first', library, library.items),
    handoff: reader.has('handoff') ? reader.optionalFlag('handoff', true) : undefined,
  });
  // Makes the two conditional keys known, so that close() can propose them.
  for (const key of ['eligible', 'handoff']) if (!reader.has(key)) reader.optional(key);
  reader.close();
  library.origins.set(gives, reader.at);
  if (Object.keys(gives).length > 0) return gives;
  library.log.error(reader.at, 'empty-example', '“gives”里什么也没写，等于没有检查；请写 materials、fee 或 eligible。');
  return undefined;
}

function readIds(
  reader: MapReader,
  key: string,
  library: Library,
  shelf: Pick<Shelf<unknown>, 'check'>,
): readonly string[] | undefined {
  if (!reader.has(key)) {
    reader.optional(key);
    return undefined;
  }
  const ids = reader.optionalIds(key).flatMap(({ id, at }) => (shelf.check(id, at) ? [id] : []));
  library.origins.set(ids, reader.placeOf(key));
  return ids;
}
