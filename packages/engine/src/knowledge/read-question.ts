import type { Option, Question } from '../model/question.ts';
import type { Library } from './library.ts';
import { present } from './present.ts';
import { readOptionalNoticeText } from './read-notice-text.ts';
import type { Located } from './yaml/located.ts';
import { MapReader } from './yaml/map-reader.ts';

/** These words already mean something inside a condition. */
const RESERVED: readonly string[] = ['all', 'any', 'not', 'lacks'];
const LONGEST_NAME = 6;
const NUMBER_BOUNDS = { min: -1_000_000_000, max: 1_000_000_000, whole: true };
const AGE_BOUNDS = { min: 0, max: 200, whole: true };
const EFFORT_BOUNDS = { min: 0.1, max: 10, whole: false };
const SHARE_BOUNDS = { min: 0.001, max: 1_000_000, whole: false };

/** A question whose presupposition is still to be read, once all questions are known. */
export interface DeclaredQuestion {
  readonly id: string;
  readonly askWhen?: Located;
}

/** Reads one question and puts it on the shelf, without its `askWhen`. */
export function declareQuestion(node: Located, library: Library): DeclaredQuestion | undefined {
  const { log, questions } = library;
  const reader = MapReader.over(node, '问题', log);
  const id = reader?.id('id');
  if (!reader || id === undefined) return undefined;
  if (RESERVED.includes(id)) {
    log.error(reader.placeOf('id'), 'bad-id', `问题不能叫“${id}”，条件里要用这个词；请改名。`);
    return undefined;
  }
  if (!questions.declare(id, reader.placeOf('id'))) return undefined;
  const question = readQuestion(id, reader, library);
  const askWhen = reader.optional('askWhen');
  reader.close();
  if (question) {
    questions.fill(id, question);
    library.origins.set(question, reader.at);
  }
  return present({ id, askWhen });
}

function readQuestion(id: string, reader: MapReader, library: Library): Question | undefined {
  const kind = reader.optionalOneOf('kind', ['choice', 'number', 'date'], 'choice');
  const texts = {
    ask: reader.text('ask'),
    name: readName(reader),
    help: reader.optionalText('help'),
    find: readOptionalNoticeText(reader, 'find'),
    topic: reader.optionalText('topic'),
    effort: reader.optionalNumber('effort', EFFORT_BOUNDS),
  };
  const options = kind === 'choice' ? readOptions(reader, library) : [];
  const numbers =
    kind === 'number'
      ? {
          unit: reader.text('unit'),
          min: reader.optionalNumber('min', NUMBER_BOUNDS),
          max: reader.optionalNumber('max', NUMBER_BOUNDS),
        }
      : {};
  const { ask, name, ...optional } = texts;
  if (ask === undefined || name === undefined) return undefined;
  return present({ id, kind, ask, name, ...optional, options, ...numbers });
}

function readName(reader: MapReader): string | undefined {
  const name = reader.text('name');
  if (name !== undefined && [...name].length > LONGEST_NAME) {
    const message = `“name”有 ${[...name].length} 个字，清单里放不下；请写成 2 到 ${LONGEST_NAME} 个字。`;
    reader.log.warning(reader.placeOf('name'), 'long-name', message);
  }
  return name;
}

function readOptions(reader: MapReader, library: Library): readonly Option[] {
  const nodes = reader.list('options');
  const options = nodes.flatMap((node) => readOption(node, library) ?? []);
  if (nodes.length === 1) {
    const message = '选择题只有一个选项，等于没问；请再写一个，或删去这道题。';
    reader.log.error(reader.placeOf('options'), 'one-option', message);
  }
  checkTwins(options, library);
  checkAges(options, library);
  return options;
}

function readOption(node: Located, library: Library): Option | undefined {
  const reader = MapReader.over(node, '选项', library.log);
  if (!reader) return undefined;
  const value = reader.id('is');
  const label = reader.text('label');
  const fact = reader.optionalText('fact');
  const says = reader.optionalTexts('says');
  const ages = readAges(reader.optional('ages'), library);
  const share = reader.optionalNumber('share', SHARE_BOUNDS);
  reader.close();
  if (value === undefined || label === undefined) return undefined;
  const option: Option = present({ value, label, fact, says: says.length > 0 ? says : undefined, share, ages });
  library.origins.set(option, reader.at);
  return option;
}

function readAges(node: Located | undefined, { log }: Library): Option['ages'] {
  const reader = node && MapReader.over(node, '年龄', log);
  if (!reader) return undefined;
  const ages = present({
    from: reader.optionalNumber('from', AGE_BOUNDS),
    to: reader.optionalNumber('to', AGE_BOUNDS),
  });
  reader.close();
  if ((ages.from ?? 0) < (ages.to ?? Infinity)) return ages;
  log.error(reader.at, 'empty-range', '年龄的 from 要小于 to（to 那一岁不算在内）；请改。');
  return undefined;
}

/** Two options nobody can tell apart: same value, same label, or the same everyday word. */
function checkTwins(options: readonly Option[], { log, origins }: Library): void {
  const values = new Set<string>();
  const owners = new Map<string, Option>();
  for (const option of options) {
    const at = origins.get(option);
    if (!at) continue;
    if (values.has(option.value)) log.error(at, 'duplicate-option', `选项“${option.value}”写了两次；请留一个。`);
    values.add(option.value);
    for (const word of new Set([option.label, ...(option.says ?? [])])) {
      const owner = owners.get(word);
      if (owner) {
        const message = `“${word}”同时指“${owner.label}”和“${option.label}”，听到时分不清；请只留在一个选项里。`;
        log.warning(at, 'ambiguous-word', message);
      }
      owners.set(word, option);
    }
  }
}

/** Ages must part the line: no year in two options, no year in none. */
function checkAges(options: readonly Option[], { log, origins }: Library): void {
  const aged = options.flatMap((option) => (option.ages ? [{ option, ages: option.ages }] : []));
  aged.sort((a, b) => (a.ages.from ?? 0) - (b.ages.from ?? 0));
  aged.forEach(({ option, ages }, index) => {
    const next = aged[index + 1];
    const at = origins.get(next?.option ?? option);
    if (!next || !at) return;
    const end = ages.to ?? Infinity;
    const start = next.ages.from ?? 0;
    const pair = `“${option.label}”和“${next.option.label}”`;
    if (end > start) log.error(at, 'ages-overlap', `${pair}的年龄有重叠；请让前一个的 to 等于后一个的 from。`);
    if (end < start)
      log.warning(
        at,
        'ages-gap',
        `${pair}之间有 ${end} 到 ${start} 岁没人管；请让 to 和 from 接上（to 那一岁不算在内），有意留空就不用改。`,
      );
  });
}
