import { cutText } from '@onetrip/engine';
import type { AskReply, Knowledge, Reply } from '@onetrip/engine';
import { sentences } from '../text/zh-cn.ts';
import { emptyMenu, numberChoices } from './menu.ts';
import type { Menu } from './menu.ts';
import { readMessage } from './read-message.ts';
import type { Act, EngineAct } from './read-message.ts';
import { menuLines } from './write-lines.ts';
import { writeReply } from './write-reply.ts';
import type { ReceiptLink } from './write-reply.ts';

/** What a person has before them between two messages: by this their next words are read. */
export interface Screen {
  readonly reply: Reply;
  readonly menu: Menu;
  /** The question last put, while it stands. */
  readonly ask: AskReply | undefined;
  /** Questions put so far, for the `1/2` before the next. */
  readonly put: readonly string[];
}

/** What to send, and what the person then has before them. */
export interface Shown {
  readonly screen: Screen;
  readonly messages: readonly string[];
}

/** How a reply is shown. */
export interface ShowOptions {
  /** Longest message in UTF-8 bytes. */
  readonly maxBytes: number;
  /** Where the notice is kept, if it is. */
  readonly receipt?: ReceiptLink | undefined;
}

/** The screen before anything was shown. */
export function firstScreen(reply: Reply): Screen {
  return { reply, menu: emptyMenu, ask: undefined, put: [] };
}

/** Reads a message against what the person has before them. */
export function readOn({ reply, menu, ask }: Screen, text: string, knowledge: Knowledge): Act {
  const { answered, trip } = reply;
  return readMessage(text, { menu, asking: ask?.question.id, answered, knowledge, trip });
}

/** Shows a new reply. */
export function showReply(before: Screen, reply: Reply, { maxBytes, receipt }: ShowOptions): Shown {
  const ask = standingAsk(before.ask, reply);
  const put = reply.kind === 'ask' ? countQuestion(before.put, reply) : before.put;
  const progress = ask === undefined ? '' : `${put.length}/${put.length + ask.remaining.atMost}`;
  const written = writeReply(reply, { progress, maxBytes, receipt });
  // After an answer about one thing only, what was offered before is still offered.
  const menu = reply.kind === 'fact' && written.menu.choices.length === 0 ? before.menu : written.menu;
  return { screen: { reply, menu, ask, put }, messages: written.messages };
}

/** The current question or list once more, under a line that says why. Nothing in the consultation changes. */
export function showAgain(screen: Screen, line: string, options: ShowOptions): Shown {
  const again: Reply = { ...(screen.ask ?? screen.reply), say: [line], understood: [] };
  return again.kind === 'notice' ? { screen, messages: [line] } : showReply(screen, again, options);
}

/** What the chat answers by itself to words that ask nothing of the engine. */
export function showOwn(screen: Screen, act: Exclude<Act, EngineAct>, options: ShowOptions): Shown {
  if (act.kind === 'list-answers') return showAnswers(screen, options);
  if (act.kind === 'none-of-these') return { screen, messages: [sentences.sayOtherwise] };
  return showAgain(screen, sentences.noSuchNumber(act.number), options);
}

/** Whether it is for the chat alone to answer. */
export function isOwn(act: Act): act is Exclude<Act, EngineAct> {
  return act.kind === 'list-answers' || act.kind === 'none-of-these' || act.kind === 'no-such-number';
}

function showAnswers(screen: Screen, options: ShowOptions): Shown {
  const { answered } = screen.reply;
  if (answered.length === 0) return showAgain(screen, sentences.nothingToChange, options);
  const choices = numberChoices(
    answered.map((answer) => ({
      label: `${answer.name}：${answer.label}`,
      input: { kind: 'change', question: answer.question } as const,
    })),
  );
  const menu: Menu = { choices, several: false };
  const lines = [sentences.changeList, ...menuLines(menu), sentences.changeWhich];
  return { screen: { ...screen, menu }, messages: cutText(lines.join('\n'), options.maxBytes) };
}

/** The question that stands after a reply: the one it asks, or the one before while nobody answered it. */
function standingAsk(before: AskReply | undefined, reply: Reply): AskReply | undefined {
  if (reply.kind === 'ask') return reply;
  const standing = reply.kind === 'fact' || reply.kind === 'problem' ? reply.question : undefined;
  return standing !== undefined && standing.id === before?.question.id ? before : undefined;
}

/** Questions put and answered, then this one: going back takes the later ones off the count again. */
function countQuestion(put: readonly string[], reply: AskReply): readonly string[] {
  const answered = new Set(reply.answered.map((answer) => answer.question));
  const still = put.filter((question) => answered.has(question) && question !== reply.question.id);
  return [...still, reply.question.id];
}
