// The nouns.
export type { Bound, Comparison, Condition, Truth } from './model/condition.ts';
export type { Option, Question } from './model/question.ts';
export type { Grade, Source } from './model/source.ts';
export type { Material, PhotoSpec } from './model/material.ts';
export type { Aspect, MaterialUse, Obligation } from './model/obligation.ts';
export type { Authority, Example, LifeEvent, ServiceItem } from './model/service-item.ts';
export type { Hall, OpeningHours, OpeningSpan, Region, Weekday, Window } from './model/region.ts';
export type { Knowledge } from './model/knowledge.ts';
export type { SearchIndex, WholeIndex } from './model/search-index.ts';
export type { AnswerValue, Channel, Consultation, Input, Locale, Stage } from './model/consultation.ts';
export type { Answer, Situation } from './model/situation.ts';
export type {
  AnsweredQuestion,
  AskedQuestion,
  AskReply,
  Checklist,
  ChecklistMark,
  ChooseReply,
  FactReply,
  HandoffReply,
  ItemRef,
  NotFoundReply,
  NoticeReply,
  ProblemCode,
  ProblemReply,
  Reply,
} from './model/reply.ts';
export type {
  Doubt,
  Notice,
  NoticeFact,
  NoticeFee,
  NoticeLine,
  NoticeMaterial,
  NoticePlace,
  NoticeSection,
  NoticeSource,
  SectionId,
  SectionLine,
} from './model/notice.ts';
export type { Outcome, OutcomeLine } from './model/outcome.ts';
export type { Survey, SurveyedQuestion } from './model/survey.ts';
export type { Issue } from './model/issue.ts';

// The front door.
export { createEngine } from './engine.ts';
export { ENGINE_VERSION } from './version.ts';
export type { BeginOptions, Engine, Turn } from './engine.ts';
export { EngineError } from './errors.ts';

// A notice on paper: headed lists, plain text, text cut for a chat account.
export { noticeSections } from './notice/notice-sections.ts';
export { listedSources, sourcesOf } from './notice/listed-sources.ts';
export type { ListedSource } from './notice/listed-sources.ts';
export { noticeText } from './notice/notice-text.ts';
export { readAloud } from './notice/read-aloud.ts';
export { cutText } from './notice/cut-text.ts';

// Candidates out of a catalogue that is larger than memory.
export { bm25Constants, averageLength } from './search/bm25.ts';
export { catalogueWords, chosenItems, createLookUp, namedByItem, spelledNames } from './search/catalogue-words.ts';
export type { CatalogueWords, LookUp, NamedByItem } from './search/catalogue-words.ts';
