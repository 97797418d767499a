import type { Consultation } from '../model/consultation.ts';
import type { Aspect } from '../model/obligation.ts';
import type {
  AskedQuestion,
  AskReply,
  ChooseReply,
  HandoffReply,
  ItemRef,
  NotFoundReply,
  ProblemReply,
} from '../model/reply.ts';
import { sentencesOf } from '../text/sentences-of.ts';
import { answeredQuestions } from './answered-questions.ts';
import { standingQuestion } from './asked-question.ts';
import { growingChecklist } from './checklist.ts';
import { differenceOf } from './difference.ts';
import { leadSentences, whySentence } from './say.ts';
import type { Step } from './take-step.ts';
import { situationOf } from './tools.ts';
import type { DialogueTools } from './tools.ts';

/** What every reply carries. */
type ReplyBase = Omit<ChooseReply, 'kind' | 'candidates'>;

/** A reply that is whole but for the notice, which the dialogue does not write. */
export type Draft =
  | AskReply
  | ChooseReply
  | HandoffReply
  | NotFoundReply
  | ProblemReply
  | (ReplyBase & { readonly kind: 'notice' })
  | (ReplyBase & {
      readonly kind: 'fact';
      readonly aspect: Aspect | 'why';
      readonly more?: readonly string[];
      readonly question?: AskedQuestion;
    });

/** Items shown to someone who has named nothing yet. */
const shownAtFirst = 8;

/** The reply to a step. */
export function replyTo(tools: DialogueTools, step: Step): Draft {
  const { after } = step;
  const { dialogue } = sentencesOf(after.locale);
  const difference = differenceOf(tools, step.before, after);
  const base = { ...replyBase(tools, step), ...(difference === undefined ? {} : { difference }) };
  if ('problem' in step) {
    return {
      ...base,
      kind: 'problem',
      code: step.problem,
      say: [dialogue.problem[step.problem]],
      ...standing(tools, after),
    };
  }
  const lead = leadSentences(tools, step, difference);
  const { tell, about } = step.read;
  if (tell === 'why') {
    const say = about === undefined ? [] : [whySentence(tools, after, about)];
    return { ...base, kind: 'fact', aspect: 'why', say, ...standing(tools, after) };
  }
  if (step.told !== undefined) {
    const more = after.stage === 'asking' ? [dialogue.wholeNotice] : [];
    const say = [...lead, dialogue.fact(step.told)];
    return { ...base, kind: 'fact', aspect: step.told, say, more, ...standing(tools, after) };
  }
  if (step.read.events.some((event) => event.type === 'miss') && after.stage === 'choosing') {
    const phone = tools.knowledge.region.hotline;
    return { ...base, kind: 'not-found', say: [dialogue.notFound(phone)], phone, candidates: [] };
  }
  return stageReply(tools, after, { ...base, say: lead }, step.read.outside === true);
}

/** The greeting: nothing was said yet. */
export function openingReply(tools: DialogueTools, consultation: Consultation): Draft {
  const { dialogue } = sentencesOf(consultation.locale);
  const base = { say: [dialogue.greeting], understood: [], answered: [], trip: [] };
  return { ...base, kind: 'choose', candidates: firstItems(tools) };
}

function stageReply(tools: DialogueTools, at: Consultation, base: ReplyBase, outside: boolean): Draft {
  const { dialogue } = sentencesOf(at.locale);
  switch (at.stage) {
    case 'choosing': {
      const offered = at.offered?.map((item) => itemRef(tools, item));
      const say = [...base.say, offered === undefined ? dialogue.chooseFirst : dialogue.chooseOne];
      return { ...base, kind: 'choose', say, candidates: offered ?? firstItems(tools) };
    }
    case 'asking': {
      const question = standingQuestion(tools, at);
      if (question === undefined) return { ...base, kind: 'notice' };
      return {
        ...base,
        kind: 'ask',
        question,
        remaining: { atMost: Math.max(0, remainingAfter(tools, at)) },
        checklist: growingChecklist(tools, at),
      };
    }
    case 'concluded':
      return { ...base, kind: 'notice' };
    case 'handedOff': {
      const reason = outside ? 'outside' : 'asked';
      const phone = tools.knowledge.region.hotline;
      const summary = [...base.trip.map(({ title }) => title), ...base.answered.map(({ label }) => label)];
      return { ...base, kind: 'handoff', reason, phone, summary, say: [...base.say, dialogue.handoff(reason, phone)] };
    }
  }
}

/** Questions after the one being put. A question put again to be changed comes on top of what is open. */
function remainingAfter(tools: DialogueTools, at: Consultation): number {
  const atMost = tools.rules.atMost(at.trip, situationOf(at), at.aspect);
  return at.asking !== undefined && at.answers[at.asking] !== undefined ? atMost : atMost - 1;
}

function replyBase(tools: DialogueTools, step: Step): ReplyBase {
  const { after } = step;
  const answered = answeredQuestions(tools, after);
  const understood = 'problem' in step ? [] : (step.read.understood ?? []);
  return {
    say: [],
    understood: answered.filter(({ question }) => understood.includes(question)),
    answered,
    trip: after.trip.map((item) => itemRef(tools, item)),
  };
}

function standing(tools: DialogueTools, consultation: Consultation): { question?: AskedQuestion } {
  const question = standingQuestion(tools, consultation);
  return question === undefined ? {} : { question };
}

function firstItems(tools: DialogueTools): readonly ItemRef[] {
  const active = tools.knowledge.items.filter(({ status }) => status === 'active');
  return active.slice(0, shownAtFirst).map(({ id }) => itemRef(tools, id));
}

function itemRef(tools: DialogueTools, item: string): ItemRef {
  return { item, title: tools.items.get(item)?.title ?? item };
}
