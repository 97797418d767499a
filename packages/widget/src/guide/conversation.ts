import type {
  AnsweredQuestion,
  AskReply,
  Checklist,
  ChooseReply,
  FactReply,
  HandoffReply,
  Input,
  ItemRef,
  NoticeReply,
  NoticeSection,
  NotFoundReply,
  Reply,
} from '@onetrip/engine';
import type { Editing } from '../components/facts/facts.component.ts';

/** What stands on the screen until the next turn: something to do or to read. */
export type Standing = ChooseReply | StandingQuestion | NoticeReply | HandoffReply | NotFoundReply;

/** A question that waits for its answer; how many follow is not told again after a side question. */
export type StandingQuestion = Pick<AskReply, 'kind' | 'question'> & Partial<Pick<AskReply, 'remaining'>>;

/** One thing said, in the order it was said. */
export type Entry =
  | { readonly kind: 'person'; readonly text: string }
  | {
      readonly kind: 'guide';
      readonly say: readonly string[];
      readonly understood: readonly AnsweredQuestion[];
      readonly sections: readonly NoticeSection[];
      readonly difference?: Difference;
    }
  | { readonly kind: 'answer'; readonly question: string; readonly name: string };

/** What a changed answer brought in and took away. */
export type Difference = NonNullable<Reply['difference']>;

/** A conversation as the guide shows it. Built from replies only; the consultation itself is elsewhere. */
export interface Conversation {
  readonly entries: readonly Entry[];
  readonly standing?: Standing;
  readonly answered: readonly AnsweredQuestion[];
  readonly trip: readonly ItemRef[];
  readonly checklist?: Checklist;
  /** What stood before a person took over, for whoever would rather go on alone. */
  readonly behind?: Standing;
  /** An earlier answer that is open for change. */
  readonly editing?: Editing;
  /** Why the standing question is asked. */
  readonly because: readonly string[];
  /** The person has said or chosen something. */
  readonly begun: boolean;
  /** How many entries lie before the notice; what is said later stands after it. */
  readonly noticeAt: number;
  /** What was said with the notice. */
  readonly lead: readonly string[];
}

/** A conversation in which nothing has been said. */
export const emptyConversation: Conversation = {
  entries: [],
  answered: [],
  trip: [],
  because: [],
  begun: false,
  noticeAt: 0,
  lead: [],
};

/** Opens a conversation with the first reply. */
export function openConversation(reply: Reply): Conversation {
  return applyReply(emptyConversation, undefined, reply);
}

/**
 * The conversation after a turn. A problem changes nothing: the question still stands, and only the caller
 * shows what was wrong.
 *
 * @param said what the person's turn reads like in the transcript, when it is worth an entry.
 */
export function applyReply(before: Conversation, input: Input | undefined, reply: Reply, said?: string): Conversation {
  if (reply.kind === 'problem') return before;
  if (input?.kind === 'restart') return openConversation(reply);
  if (input?.kind === 'change' && reply.kind === 'ask') return openEditor(before, reply);
  const told = {
    ...before,
    answered: reply.answered,
    trip: reply.trip,
    begun: input !== undefined || reply.trip.length > 0,
  };
  if (input?.kind === 'why' && reply.kind === 'fact') return { ...told, because: linesOf(reply) };
  const shown = closeEditor(told);
  const entries = [...before.entries, ...personEntry(before, input, said)];
  if (reply.kind === 'notice') return applyNotice({ ...shown, entries: before.entries }, entries, input, reply);
  const talked = { ...shown, entries: [...entries, ...guideEntry(reply)] };
  if (reply.kind === 'fact') return withQuestionOf(reply, talked);
  const { behind: _passed, ...stood } = talked;
  const now = { ...stood, standing: reply, because: [] };
  if (reply.kind === 'ask') return { ...now, checklist: reply.checklist };
  return reply.kind === 'handoff' && before.standing ? { ...now, behind: before.behind ?? before.standing } : now;
}

/** Goes on where the conversation was before a person was called. The engine takes the next answer as it comes. */
export function goOn(conversation: Conversation): Conversation {
  const { behind, ...rest } = conversation;
  return behind ? { ...rest, standing: behind } : conversation;
}

/** A first notice folds the talk away above it; later ones replace it where it stands. */
function applyNotice(
  before: Conversation,
  entries: readonly Entry[],
  input: Input | undefined,
  reply: NoticeReply,
): Conversation {
  // The growing list has become the notice.
  const { checklist: _grown, behind: _passed, ...rest } = before;
  const after = { ...rest, standing: reply, because: [] };
  if (before.standing?.kind !== 'notice') return { ...after, entries, noticeAt: entries.length, lead: reply.say };
  if (input?.kind === 'say') return { ...after, entries: [...entries, ...guideEntry(reply)] };
  // The sheet itself shows what a change brought.
  return { ...after, lead: reply.difference ? [] : reply.say };
}

/** A side question may be the first thing said: then a question stands that was never put by itself. */
function withQuestionOf({ question }: FactReply, talked: Conversation): Conversation {
  const { standing } = talked;
  if (!question || (standing?.kind === 'ask' && standing.question.id === question.id)) return talked;
  return { ...talked, standing: { kind: 'ask', question }, because: [] };
}

/** Leaves the editor without a change of its own. */
export function closeEditor(conversation: Conversation): Conversation {
  const { editing: _closed, ...rest } = conversation;
  return rest;
}

function openEditor(before: Conversation, reply: AskReply): Conversation {
  const earlier = before.answered.find(({ question }) => question === reply.question.id);
  return { ...before, editing: { question: reply.question, chosen: earlier?.value ?? null } };
}

function linesOf(reply: FactReply): readonly string[] {
  return [...reply.say, ...reply.sections.flatMap(({ lines }) => lines.map(({ text }) => text))];
}

function personEntry(before: Conversation, input: Input | undefined, said: string | undefined): readonly Entry[] {
  if (input?.kind === 'answer' || input?.kind === 'unsure') return answerEntry(before, input.question);
  return said ? [{ kind: 'person', text: said }] : [];
}

/** An answer given again is shown where it was first given. */
function answerEntry(before: Conversation, question: string): readonly Entry[] {
  if (ownerOf(before.entries, question) !== undefined) return [];
  const asked =
    before.standing?.kind === 'ask' && before.standing.question.id === question ? before.standing : undefined;
  return [{ kind: 'answer', question, name: asked?.question.text ?? '' }];
}

function guideEntry(reply: Exclude<Reply, { kind: 'problem' }>): readonly Entry[] {
  const say = reply.kind === 'ask' ? reply.say.filter((line) => line !== reply.question.text) : reply.say;
  const sections = reply.kind === 'fact' ? reply.sections : [];
  if (say.length + reply.understood.length + sections.length === 0 && !reply.difference) return [];
  const entry = { kind: 'guide', say, understood: reply.understood, sections } as const;
  return [reply.difference ? { ...entry, difference: reply.difference } : entry];
}

/** The entry at which a question's answer is shown and can be changed: the latest that named it. */
export function ownerOf(entries: readonly Entry[], question: string): Entry | undefined {
  return entries.findLast((entry) =>
    entry.kind === 'answer'
      ? entry.question === question
      : entry.kind === 'guide' && entry.understood.some((fact) => fact.question === question),
  );
}
