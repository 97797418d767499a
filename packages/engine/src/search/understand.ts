import type { ServiceItem } from '../model/service-item.ts';
import { normalise } from '../words/normalise.ts';
import type { AnswerWords } from './answer-words.ts';
import { findAspects } from './aspects.ts';
import { findLacks } from './find-lacks.ts';
import { findRequest, noRequest } from './find-request.ts';
import type { Ears, Request } from './find-request.ts';
import { findMentions } from './mentions.ts';
import type { Mention } from './mentions.ts';
import { readAnswers } from './read-answers.ts';
import type { Heard } from './read-answers.ts';
import { readBareAnswer } from './read-bare-answer.ts';
import { readCommand } from './read-command.ts';
import type { Command, Hearing, StatedAnswer, Understanding } from './understanding.ts';

/** Longest text read; channels refuse longer messages before they come here. */
const longest = 1000;

/** Reads a message: which items, which facts, which aspect, or which command. Never throws, always says the same. */
export function understand(ears: Ears, message: string, hearing: Hearing = {}): Understanding {
  const { knowledge, vocabulary } = ears;
  const plain = normalise(message.slice(0, longest), knowledge.search.simplified);
  const text = vocabulary.spell(plain);
  const mentions = findMentions(vocabulary, text);
  const heard = { text, plain, mentions };
  const command = readCommand(plain);
  // 不知道 is not being sure, although it is a part of the answer 不知道爸爸是谁.
  if (command !== undefined && !isOptionName(ears, text, hearing)) return commanded(command);
  const bare = readBare(ears, heard, hearing);
  if (bare === undefined && isDoubt(plain, mentions, hearing)) return commanded('unsure');
  const found = findRequest(ears, { text, mentions, hearing });
  const asks = bare !== undefined && isWhole(ears, bare, { text, mentions }) ? noRequest : found;
  // 丢了 said to a question, naming nothing, answers that question or none.
  const others = hearing.asking === undefined || mentions.length > 0 ? {} : { notBySense: true };
  const answers = readAnswers({ ...heard, ...others }, questionsOf(ears, asks, hearing));
  return {
    verdict: asks.verdict,
    items: asks.items.map((index) => knowledge.items[index]?.id ?? ''),
    ...(asks.event === undefined ? {} : { event: asks.event }),
    answers: bare === undefined ? answers : [bare, ...answers.filter(({ question }) => question !== bare.question)],
    lacks: lacksOf(ears, asks, mentions, hearing),
    aspects: findAspects(text),
  };
}

function readBare({ answers }: Ears, heard: Heard, { asking }: Hearing): StatedAnswer | undefined {
  const words = asking === undefined ? undefined : answers.get(asking.id);
  const value = words === undefined ? undefined : readBareAnswer(heard, words);
  return words === undefined || value === undefined ? undefined : { question: words.question.id, value };
}

function commanded(command: Command): Understanding {
  return { verdict: 'none', items: [], answers: [], lacks: [], aspects: [], command };
}

function isOptionName({ answers }: Ears, text: string, { asking }: Hearing): boolean {
  const names = asking === undefined ? undefined : answers.get(asking.id)?.names;
  return [...(names?.values() ?? [])].some((all) => all.includes(text));
}

const doubts = /^(?:我|这个|那个|也|真|还|都)*(?:不知道|不清楚|不确定|不记得|不晓得|记不清|搞不清|说不好|忘了)/u;

/** 不知道户口在哪 to a question is not being sure, although it says more than that. */
function isDoubt(plain: string, mentions: readonly Mention[], { asking }: Hearing): boolean {
  if (asking === undefined || plain.length > 16 || !doubts.test(plain)) return false;
  return mentions.every(({ role }) => role !== 'wanted' && role !== 'trouble');
}

/** A bare answer is the whole message when everything it names is inside the words of the answer: 离婚了, 身份证丢了. */
function isWhole(
  { answers }: Ears,
  bare: StatedAnswer,
  { text, mentions }: { text: string; mentions: readonly Mention[] },
): boolean {
  const said = answers.get(bare.question)?.find(text) ?? [];
  return mentions.every(({ role, spot }) => {
    const isInside = said.some(({ start, end }) => start < spot.end && spot.start < end);
    return isInside || (role !== 'wanted' && role !== 'trouble');
  });
}

function questionsOf(ears: Ears, found: Request, hearing: Hearing): readonly AnswerWords[] {
  const ids = new Set(chosenItems(ears, found, hearing).flatMap(({ questions }) => questions));
  if (hearing.asking !== undefined) ids.add(hearing.asking.id);
  return [...ids].flatMap((id) => ears.answers.get(id) ?? []);
}

/** The items understood, then those of the trip. */
function chosenItems({ knowledge }: Ears, { items }: Request, { trip = [] }: Hearing): readonly ServiceItem[] {
  const found = items.flatMap((index) => knowledge.items[index] ?? []);
  return [...found, ...knowledge.items.filter((item) => trip.includes(item.id) && !found.includes(item))];
}

/** What an item is asked for by name is no lack of that item, but may be one of the trip's. */
function lacksOf(ears: Ears, found: Request, mentions: readonly Mention[], hearing: Hearing): readonly string[] {
  const { vocabulary } = ears;
  const beside = mentions.filter((mention) => !found.named.includes(mention));
  const trip = chosenItems(ears, noRequest, hearing);
  return [
    ...new Set([
      ...findLacks(vocabulary, chosenItems(ears, found, hearing), beside),
      ...findLacks(vocabulary, trip, [...found.named]),
    ]),
  ];
}
