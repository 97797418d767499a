import { openingReply, replyTo } from './dialogue/reply-to.ts';
import type { Draft } from './dialogue/reply-to.ts';
import { surveyQuestions } from './dialogue/survey-questions.ts';
import { createTakeStep, newConsultation } from './dialogue/take-step.ts';
import { createTools, situationOf } from './dialogue/tools.ts';
import { EngineError } from './errors.ts';
import type { Channel, Consultation, Input, Locale } from './model/consultation.ts';
import type { Knowledge } from './model/knowledge.ts';
import type { Notice } from './model/notice.ts';
import type { ItemRef, Reply } from './model/reply.ts';
import type { Survey } from './model/survey.ts';
import { aspectSections } from './notice/aspect-sections.ts';
import { noticeSections } from './notice/notice-sections.ts';
import { writeNotice } from './notice/write-notice.ts';
import { dayNumber } from './rules/range.ts';
import { ruleBookOf } from './rules/rule-book-of.ts';
import { createSearch } from './search/create-search.ts';
import { sentencesOf } from './text/sentences-of.ts';

/** How a consultation begins. */
export interface BeginOptions {
  /** The day that counts as today, ISO. */
  readonly today: string;
  /** Language of the conversation, `zh-CN` by default. The knowledge itself stays Chinese. */
  readonly locale?: Locale;
  /** Where the person is, `web` by default. Never changes what the notice holds. */
  readonly channel?: Channel;
  /** Begin with these items chosen already. */
  readonly items?: readonly string[];
}

/** A consultation after a turn, and what to say to the person. */
export interface Turn {
  readonly consultation: Consultation;
  readonly reply: Reply;
}

/** The engine's front door: everything a channel needs, over one knowledge. */
export interface Engine {
  readonly knowledge: Knowledge;
  /** Opens a consultation. Without items, the reply is `choose` with a few items to begin with. */
  begin(options: BeginOptions): Turn;
  /**
   * Takes one input. Pure: the same consultation and input always give the same turn.
   *
   * @throws {EngineError} `wrong-knowledge` when the consultation began under another knowledge version.
   */
  takeTurn(consultation: Consultation, input: Input): Turn;
  /** All questions and the notice as it stands. */
  survey(consultation: Consultation): Survey;
  /**
   * The notice of a consultation, conditional where something is still open. With a day, as the rules are on
   * that day; by default on the day the consultation counts as today.
   */
  writeNotice(consultation: Consultation, on?: string): Notice;
  /** Items that fit a few typed words, best first; also by pinyin initials. An empty query lists all. */
  findItems(query: string, limit?: number): readonly ItemRef[];
}

/**
 * Puts the floors together over one knowledge.
 *
 * @example
 * const engine = createEngine(knowledge);
 * const { consultation } = engine.begin({ today: '2026-11-22' });
 * const { reply } = engine.takeTurn(consultation, { kind: 'say', text: '身份证丢了' });
 */
export function createEngine(knowledge: Knowledge): Engine {
  const rules = ruleBookOf(knowledge);
  const search = createSearch(knowledge);
  const tools = createTools(knowledge, rules, search);
  const takeStep = createTakeStep(tools);
  const noticeOf = (consultation: Consultation, on = consultation.today) => {
    if (!isDay(on)) throw new EngineError('bad-today', `not an ISO day: ${on}`);
    const situation = { ...situationOf(consultation), today: on };
    return writeNotice(knowledge, rules.decide(consultation.trip, situation), situation);
  };
  const finish = (consultation: Consultation, draft: Draft): Turn => ({
    consultation,
    reply: finishReply(draft, consultation.locale, () => noticeOf(consultation)),
  });
  return {
    knowledge,
    begin({ today, locale = 'zh-CN', channel = 'web', items = [] }) {
      if (!isDay(today)) throw new EngineError('bad-today', `not an ISO day: ${today}`);
      const fresh = newConsultation({ knowledge: knowledge.version, today, locale, channel });
      if (items.length === 0) return finish(fresh, openingReply(tools, fresh));
      const step = takeStep(fresh, { kind: 'choose', items });
      return finish(step.after, replyTo(tools, step));
    },
    takeTurn(consultation, input) {
      if (consultation.knowledge !== knowledge.version) {
        const versions = `${consultation.knowledge}, this engine has ${knowledge.version}`;
        throw new EngineError('wrong-knowledge', `the consultation belongs to knowledge ${versions}`);
      }
      const step = takeStep(consultation, input);
      return finish(step.after, replyTo(tools, step));
    },
    survey(consultation) {
      const trip = consultation.trip.map((item) => ({ item, title: tools.items.get(item)?.title ?? item }));
      const settled = rules.openQuestions(consultation.trip, situationOf(consultation)).length === 0;
      return { trip, questions: surveyQuestions(tools, consultation), notice: noticeOf(consultation), settled };
    },
    writeNotice: noticeOf,
    findItems(query, limit) {
      return search.findItems(query, limit).map((item) => ({ item, title: tools.items.get(item)?.title ?? item }));
    },
  };
}

function isDay(text: string): boolean {
  return dayNumber(text) !== undefined;
}

/** Adds to a draft what only the notice floor can write. */
function finishReply(draft: Draft, locale: Locale, notice: () => Notice): Reply {
  if (draft.kind === 'notice') {
    const written = notice();
    const brought = written.materials.filter(({ keeps, or }) => keeps !== 'filled' || or.length > 0);
    const sure = brought.filter((line) => line.when === undefined).length;
    const counts = {
      materials: sure,
      maybe: brought.length - sure,
      eligible: written.eligibility.eligible,
    };
    return { ...draft, say: [...draft.say, sentencesOf(locale).dialogue.concluded(counts)], notice: written };
  }
  if (draft.kind === 'fact') {
    const { more = [], ...fact } = draft;
    if (fact.aspect === 'why') return { ...fact, sections: [] };
    const written = notice();
    const sections = aspectSections(noticeSections(written, locale), fact.aspect);
    const { dialogue } = sentencesOf(locale);
    const say = sections.length > 0 ? fact.say : [dialogue.nothingWritten(written.help.hotline)];
    return { ...fact, say: [...say, ...more], sections };
  }
  return draft;
}
