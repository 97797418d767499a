/**
 * The one complete notice (一次性告知单): every obligation of every item of the trip, decided for this person.
 * What hangs on an answer the person was not sure of carries `when`.
 */
export interface Notice {
  readonly items: readonly { readonly item: string; readonly title: string }[];
  /** The answers, as statements. */
  readonly facts: readonly NoticeFact[];
  readonly eligibility: {
    readonly eligible: 'yes' | 'no' | 'unsure';
    /** Why not, and where to go instead. */
    readonly reasons: readonly NoticeLine[];
    /** What a person must fulfil; nothing to bring. */
    readonly conditions: readonly NoticeLine[];
  };
  readonly materials: readonly NoticeMaterial[];
  readonly notNeeded: readonly NoticeLine[];
  readonly first: readonly NoticeLine[];
  readonly steps: readonly NoticeLine[];
  readonly fees: readonly NoticeFee[];
  /** Sum of the certain fees with an amount, in yuan; absent when one of them has no amount. */
  readonly total?: number;
  readonly time: readonly NoticeLine[];
  readonly deadlines: readonly NoticeLine[];
  readonly results: readonly NoticeLine[];
  readonly places: readonly NoticePlace[];
  readonly proxy: readonly NoticeLine[];
  readonly online: readonly NoticeLine[];
  readonly suggestions: readonly NoticeLine[];
  readonly warnings: readonly NoticeLine[];
  /** What may follow later against a written promise (容缺后补): names of materials. */
  readonly deferrable: readonly string[];
  readonly handoff: readonly NoticeLine[];
  /** Telephones for help and for complaint. */
  readonly help: { readonly hotline: string; readonly complaint: string };
  readonly sources: readonly NoticeSource[];
  readonly knowledge: { readonly version: string; readonly date: string };
  readonly region: { readonly id: string; readonly name: string; readonly fictional: boolean };
  /** The day it was judged on, ISO. */
  readonly today: string;
  readonly number?: string;
}

/** One answer, stated back so that a person can see what the notice rests on. */
export interface NoticeFact {
  readonly question: string;
  readonly name: string;
  readonly label: string;
  readonly unsure: boolean;
}

/** What every line of a notice carries. */
export interface NoticeLine {
  readonly id: string;
  readonly text: string;
  readonly note?: string;
  /** Present when it hangs on an answer nobody was sure of. */
  readonly when?: Doubt;
  /** Ids of shown sources, into `Notice.sources`. */
  readonly sources: readonly string[];
  readonly local: boolean;
  /** Which items of the trip ask for it. */
  readonly items: readonly string[];
  /** The answers that brought it in, as statements: 身份证丢了. Empty where it holds for everybody. */
  readonly because: readonly string[];
  /** An item that can be added to the trip from here. */
  readonly addItem?: string;
}

/** A condition in words, and how to settle it. */
export interface Doubt {
  /** 户口在外地 */
  readonly says: string;
  /** 看户口簿首页的住址。 */
  readonly find: readonly string[];
}

/** One thing to bring: how many, what becomes of it, and what will do instead. */
export interface NoticeMaterial extends NoticeLine {
  /** `text` is the name. */
  readonly material: string;
  readonly originals: number;
  readonly copies: number;
  readonly keeps: 'shown' | 'handed-in' | 'filled';
  readonly necessity: 'required' | 'deferrable' | 'waived';
  readonly photo?: string;
  readonly issuer: string;
  readonly howToGet?: string;
  /** The person said they do not have it. */
  readonly lacking: boolean;
  /** Any one of these will do instead. */
  readonly or: readonly {
    readonly material: string;
    readonly text: string;
    readonly originals: number;
    readonly copies: number;
    readonly keeps: 'shown' | 'handed-in' | 'filled';
    readonly note?: string;
    readonly howToGet?: string;
  }[];
}

/** One thing to pay; without an amount the window says how much. */
export interface NoticeFee extends NoticeLine {
  readonly amount?: number;
  readonly currency: 'CNY';
}

/** Where to go: the hall, its windows and its hours. */
export interface NoticePlace extends NoticeLine {
  readonly hall?: string;
  readonly address?: string;
  readonly floor?: number;
  readonly windows: readonly { readonly name: string; readonly numbers: string; readonly low: boolean }[];
  readonly phone?: string;
  /** 周一至周五 09:00–12:00 13:30–17:00 */
  readonly hours: readonly string[];
  readonly access: readonly string[];
}

/** What a line rests on, as it is shown to citizens. */
export interface NoticeSource {
  readonly id: string;
  readonly title: string;
  readonly article?: string;
  readonly date: string;
  readonly address?: string;
  readonly quote?: string;
}

/** A notice as headed lists, ready to be drawn or printed by any channel. */
export interface NoticeSection {
  readonly id: SectionId;
  readonly title: string;
  readonly lines: readonly SectionLine[];
}

/** Names the headed lists of a notice, so that a channel can draw one of them its own way. */
export type SectionId =
  | 'ineligible'
  | 'handoff'
  | 'first'
  | 'materials'
  | 'maybe'
  | 'forms'
  | 'not-needed'
  | 'conditions'
  | 'steps'
  | 'fees'
  | 'time'
  | 'deadlines'
  | 'places'
  | 'proxy'
  | 'online'
  | 'results'
  | 'suggestions'
  | 'warnings'
  | 'deferrable'
  | 'help'
  | 'why';

/** One line of a section, in words ready to be shown. */
export interface SectionLine {
  readonly id: string;
  /** The line itself. */
  readonly text: string;
  /** Quieter lines under it: copies, notes, how to get it. */
  readonly details: readonly string[];
  /** 如果户口在外地 */
  readonly when?: string;
  /** 《居民身份证法》第十一条 */
  readonly sources: readonly string[];
  /** The answers that brought it in: 身份证丢了. */
  readonly because: readonly string[];
  /** Shown with 以当地窗口为准. */
  readonly local: boolean;
  /** Worth a tick box: something to bring. */
  readonly tick: boolean;
  readonly material?: string;
  readonly addItem?: string;
}
