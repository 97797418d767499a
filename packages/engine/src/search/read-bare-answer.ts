import type { AnswerValue } from '../model/consultation.ts';
import type { Question } from '../model/question.ts';
import { dayNumber } from '../rules/range.ts';
import { findAges } from '../words/ages.ts';
import { emptyWords } from '../words/everyday-words.ts';
import { isNegated } from '../words/negation.ts';
import { numeralCharacters, readNumber } from '../words/numerals.ts';
import type { AnswerWords } from './answer-words.ts';
import { ageAnswer, asksAge } from './read-age.ts';
import { concerns, readOptions } from './read-answers.ts';
import type { Heard } from './read-answers.ts';

const lead = /^(?:还|我的?|他|她|应该|大概|可能|就|就是|那|嗯|哦|噢|啊|呃|选|选择|我选|属于|算|都|也)+/u;
const trail = /[了吧啊呀呢哦的嘛哈。.!！,，~ ]{1,9}$/u;

/** Parts of labels that would say nothing. */
const empties = new Set(emptyWords);

const yes = /^(?:是|是的|对|对的|对啊|嗯|嗯嗯|有|有的|要|能|可以|会|行|好|好的|没错|确实|领了|办了|yes|y|ok)$/u;
const no = /^(?:不|不是|不是的|没|没有|没有的|不要|不能|不可以|不会|不行|不对|否|无|还没|还没有|没领|没办|no|n)$/u;
const negative = /^(?:不|没|无|未|否|还没|从来没|从没|非|去不|有一方去不)/u;
const positive = /^(?:是|有|对|会|能|要|可以|已|领了|领过|办了|办过|在)/u;

/** Reads a short message as the answer to the question just put; `undefined` when it fits none or several. */
export function readBareAnswer(heard: Heard, words: AnswerWords): AnswerValue | undefined {
  const { question } = words;
  const { text, plain, mentions } = heard;
  if (question.kind === 'date') return readDateAnswer(plain);
  const bare = text.replace(lead, '').replace(trail, '');
  const named = only(optionsNamed(text, words)) ?? only(optionsNamed(bare, words)) ?? only(optionsInPart(bare, words));
  if (named !== undefined) return named;
  const said = readOptions(heard, words);
  if (said.size > 0) return only(said);
  // 护照也丢了 said to a question about the identity card is no answer to it.
  if (mentions.some((mention) => mention.role !== 'material' && !concerns(mention, words))) return undefined;
  if (question.kind === 'number') return readNumberAnswer(plain, question);
  const age = asksAge(question) ? readAgeOption(plain, question) : undefined;
  return (
    age ??
    only(optionsDenied(text, words)) ??
    only(optionsWithin(bare, words)) ??
    readYesNo(text.replace(/[,，。.!！~ ]/gu, ''), words) ??
    readYesNo(bare, words)
  );
}

function only(values: Iterable<string>): string | undefined {
  const distinct = new Set(values);
  return distinct.size === 1 ? [...distinct][0] : undefined;
}

function optionsNamed(text: string, { names }: AnswerWords): readonly string[] {
  return [...names].flatMap(([value, all]) => (all.includes(text) ? [value] : []));
}

/** Of two options only, denying one is choosing the other: 不在本市. */
function optionsDenied(text: string, { names, question }: AnswerWords): readonly string[] {
  if (question.options.length !== 2) return [];
  const denied = [...names].filter(([, all]) =>
    all.some((name) => text.includes(name) && isNegated(text, text.indexOf(name))),
  );
  return denied.length !== 1 ? [] : [...names.keys()].filter((value) => value !== denied[0]?.[0]);
}

/** One of the things a label lists: 领了 of 领了，在手上. */
function optionsInPart(bare: string, { question, names }: AnswerWords): readonly string[] {
  return question.options.flatMap(({ value }) => {
    const [label = ''] = names.get(value) ?? [];
    const parts = label.split(/[,，、;；]|或者|或/u).map((part) => part.replace(trail, ''));
    return bare !== '' && parts.includes(bare) ? [value] : [];
  });
}

/** A part of a label, if it is a part of no other: 外地 for 在外地. Labels count before what else is said for them. */
function optionsWithin(bare: string, { names }: AnswerWords): readonly string[] {
  const part = bare.length > 2 ? bare.replace(/^[在是]/u, '') : bare;
  if (part === '' || no.test(part) || yes.test(part) || (part.length === 1 && empties.has(part))) return [];
  const inLabels = [...names].flatMap(([value, [label = '']]) => (label.includes(part) ? [value] : []));
  if (inLabels.length > 0) return inLabels;
  return [...names].flatMap(([value, all]) => (all.some((name) => name.includes(part)) ? [value] : []));
}

/** A question that yes or no can answer. */
const yesNoQuestion = /吗|没有|是不是|能不能|是否|会不会|要不要|对不对/u;

function readYesNo(bare: string, { names, question, ask }: AnswerWords): string | undefined {
  if (!yesNoQuestion.test(question.ask)) return undefined;
  const entries = [...names];
  const pick = (fits: (name: string) => boolean, among = entries): string | undefined =>
    only(among.filter(([, [label = '']]) => fits(label)).map(([value]) => value));
  const pickByAny = (fits: (name: string) => boolean): string | undefined =>
    only(entries.filter(([, all]) => all.some(fits)).map(([value]) => value));
  if (no.test(bare)) {
    return entries.some(([, [label = '']]) => negative.test(label))
      ? pick((label) => negative.test(label))
      : pickByAny((name) => negative.test(name));
  }
  if (!yes.test(bare)) return undefined;
  // 户口在本市吗 names the option that yes means.
  const asked = pick((label) => ask.includes(label));
  if (asked !== undefined) return asked;
  const affirmed = entries.filter(([, [label = '']]) => !negative.test(label));
  return (
    pick(() => true, affirmed) ??
    pick((label) => positive.test(label), affirmed) ??
    pickByAny((name) => name.startsWith(bare))
  );
}

function readAgeOption(plain: string, question: Question): AnswerValue | undefined {
  const value = readNumber(plain.replace(trail, ''));
  const told = findAges(plain);
  const ages =
    value === undefined
      ? told.length > 0
        ? told
        : findAges(`${plain.replace(trail, '')}岁`)
      : [{ from: value, to: value + 1, start: 0, end: plain.length }];
  const answers = new Set(ages.flatMap((age) => ageAnswer(age, question) ?? []));
  return answers.size === 1 ? [...answers][0] : undefined;
}

const firstNumber = new RegExp(`[${numeralCharacters}]{1,9}`, 'u');

function readNumberAnswer(plain: string, question: Question): AnswerValue | undefined {
  if (asksAge(question)) {
    const age = readAgeOption(plain, question);
    if (age !== undefined) return age;
  }
  const numbers = plain.match(new RegExp(firstNumber, 'gu')) ?? [];
  const value = numbers.length === 1 ? readNumber(numbers[0]) : undefined;
  // A number inside a sentence may count anything; only beside its unit or nearly alone is it the answer.
  const alone = plain.length <= (numbers[0]?.length ?? 0) + (question.unit?.length ?? 0) + 4;
  if (
    value === undefined ||
    !(alone || (question.unit !== undefined && plain.includes(`${numbers[0]}${question.unit}`)))
  )
    return undefined;
  return value >= (question.min ?? -Infinity) && value <= (question.max ?? Infinity) ? value : undefined;
}

const date = /(\d{4}) ?[-年/.] ?(\d{1,2}) ?[-月/.] ?(\d{1,2})/u;

function readDateAnswer(plain: string): AnswerValue | undefined {
  const [, year, month = '', day = ''] = date.exec(plain) ?? [];
  if (year === undefined) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return dayNumber(iso) === undefined ? undefined : iso;
}
