import { cutText, noticeText } from '@onetrip/engine';
import type { AskedQuestion, HandoffReply, NotFoundReply, NoticeReply, Reply } from '@onetrip/engine';
import { sentences } from '../text/zh-cn.ts';
import { emptyMenu, letterChoices, numberChoices } from './menu.ts';
import type { Menu } from './menu.ts';
import { commandLine, factLines, menuLines, understoodLines } from './write-lines.ts';

/** What to send, and what a number in the next message will mean. */
export interface Written {
  readonly messages: readonly string[];
  readonly menu: Menu;
}

/** What the words of a reply depend on beside the reply. */
export interface WriteOptions {
  /** `1/2` before the question; empty when it is put again. */
  readonly progress: string;
  /** Longest message in UTF-8 bytes. */
  readonly maxBytes: number;
  /** Where the notice is kept, if it is. */
  readonly receipt?: ReceiptLink | undefined;
}

/** A notice that a server keeps. */
export interface ReceiptLink {
  /** Twelve digits. */
  readonly number: string;
  /** Whole address of the citizen's own page of it. */
  readonly link: string;
}

/** Puts a reply of the engine into messages of a chat account: text, numbers, and the fixed words last. */
export function writeReply(reply: Reply, options: WriteOptions): Written {
  if (reply.kind === 'notice') return writeNoticeReply(reply, options);
  const menu = menuOf(reply);
  const question = questionOf(reply);
  const lines = [
    ...reply.say,
    ...understoodLines(reply.understood),
    ...bodyLines(reply),
    ...questionLines(question, options.progress),
    ...menuLines(menu),
    ...hintLines(question !== undefined, menu),
    commandLine(reply, question !== undefined),
  ];
  return { messages: cutText(lines.join('\n'), options.maxBytes), menu };
}

/** The notice stands in messages of its own, so that it can be passed on to the family as it is. */
function writeNoticeReply(reply: NoticeReply, options: WriteOptions): Written {
  const menu = menuOf(reply);
  const before = [...reply.say, ...understoodLines(reply.understood)];
  const after = [
    ...(menu.choices.length > 0 ? [sentences.alsoPossible, ...menuLines(menu)] : []),
    ...changeHint(reply),
    commandLine(reply, false),
  ];
  return {
    messages: [
      ...(before.length > 0 ? [before.join('\n')] : []),
      ...cutText([noticeText(reply.notice), ...receiptLines(options.receipt)].join('\n'), options.maxBytes),
      ...cutText(after.join('\n'), options.maxBytes),
    ],
    menu,
  };
}

/** The number as it is read out, and the page for whoever wants the sources or a printout. */
function receiptLines(receipt: ReceiptLink | undefined): readonly string[] {
  if (receipt === undefined) return [];
  const number = receipt.number.replace(/(\d{4})(?=\d)/gu, '$1 ');
  return ['', sentences.number(number), sentences.whole(receipt.link)];
}

function menuOf(reply: Reply): Menu {
  if (reply.kind === 'choose' || reply.kind === 'not-found') return candidateMenu(reply.candidates);
  if (reply.kind === 'notice') return suggestionMenu(reply);
  const question = questionOf(reply);
  return question === undefined ? emptyMenu : questionMenu(question);
}

/** The question that stands after a reply, asked in it or still open below it. */
function questionOf(reply: Reply): AskedQuestion | undefined {
  return reply.kind === 'ask' || reply.kind === 'problem' || reply.kind === 'fact' ? reply.question : undefined;
}

/** The menu of one question; letters where a bare number is itself an answer. */
function questionMenu(question: AskedQuestion): Menu {
  const lines = question.options.map((option) => ({
    label: option.label,
    input: { kind: 'answer', question: question.id, value: option.value } as const,
  }));
  const choices = question.kind === 'number' ? letterChoices(lines) : numberChoices(lines);
  return { choices, zero: { kind: 'unsure', question: question.id }, several: false, question };
}

function candidateMenu(candidates: readonly { readonly item: string; readonly title: string }[]): Menu {
  if (candidates.length === 0) return emptyMenu;
  const choices = numberChoices(
    candidates.map((candidate) => ({
      label: candidate.title,
      input: { kind: 'choose', items: [candidate.item] } as const,
    })),
  );
  return { choices, zero: { kind: 'none-of-these' }, several: true };
}

/** What the notice suggests to do at the same time, each once and never an item that is already part of the trip. */
function suggestionMenu(reply: NoticeReply): Menu {
  const { notice } = reply;
  const taken = new Set(notice.items.map((item) => item.item));
  const lines = [...notice.first, ...notice.suggestions].filter((line) => {
    if (line.addItem === undefined || taken.has(line.addItem)) return false;
    taken.add(line.addItem);
    return true;
  });
  const choices = numberChoices(
    lines.map((line) => ({ label: line.text, input: { kind: 'add', item: line.addItem ?? '' } as const })),
  );
  return { choices, several: false };
}

function questionLines(question: AskedQuestion | undefined, progress: string): readonly string[] {
  if (question === undefined) return [];
  const text = progress === '' ? question.text : `${progress} ${question.text}`;
  return question.help === undefined ? [text] : [text, question.help];
}

function bodyLines(reply: Reply): readonly string[] {
  if (reply.kind === 'fact') return factLines(reply);
  if (reply.kind === 'handoff') return handoffLines(reply);
  return reply.kind === 'not-found' ? phoneLines(reply) : [];
}

function handoffLines(reply: HandoffReply): readonly string[] {
  const known = reply.summary.length === 0 ? [] : [sentences.known, ...reply.summary];
  return [...known, ...phoneLines(reply)];
}

/** The telephone, unless it was said already. */
function phoneLines({ say, phone }: HandoffReply | NotFoundReply): readonly string[] {
  return say.some((sentence) => sentence.includes(phone)) ? [] : [sentences.phone(phone)];
}

function hintLines(asking: boolean, menu: Menu): readonly string[] {
  if (menu.choices.length === 0) return asking ? [sentences.typed] : [];
  if (menu.choices[0]?.mark === 'A') return [sentences.lettered];
  return [menu.several && menu.choices.length > 1 ? sentences.several : sentences.numbered];
}

function changeHint(reply: Reply): readonly string[] {
  const first = reply.answered[0];
  return first === undefined ? [] : [`${sentences.changeHint}${first.name}${sentences.changeHintEnd}`];
}
