import type { Obligation } from './obligation.ts';

/** One thing a government does for a person (政务服务事项 / 业务办理项). */
export interface ServiceItem {
  readonly id: string;
  readonly title: string;
  /** The name in a sentence: 居民身份证. */
  readonly name: string;
  /** What people call it and how they ask for it. */
  readonly aliases: readonly string[];
  /** The folder it is filed under: identity, family. */
  readonly domain: string;
  readonly status: 'active' | 'discontinued';
  /** Why it is no longer offered, and what to do instead. Present when discontinued. */
  readonly discontinued?: { readonly say: string; readonly instead?: string; readonly sources: readonly string[] };
  readonly authority: string;
  readonly validFrom?: string;
  readonly checked: { readonly on: string; readonly by: string };
  /** Question ids in the author's order. */
  readonly questions: readonly string[];
  readonly obligations: readonly Obligation[];
  readonly examples: readonly Example[];
}

/** A situation and what the item must say to it. */
export interface Example {
  readonly name: string;
  readonly given: Readonly<Record<string, string | number>>;
  readonly lacks?: readonly string[];
  readonly gives: {
    /** Exactly these material ids, in any order; of "any one of" groups, the first. */
    readonly materials?: readonly string[];
    /** The total in yuan. */
    readonly fee?: number;
    readonly eligible?: boolean;
    /** Item ids to do first. */
    readonly first?: readonly string[];
    readonly handoff?: boolean;
  };
}

/** Who is responsible (实施主体). */
export interface Authority {
  readonly id: string;
  readonly name: string;
  readonly phone?: string;
}

/** A prepared set of items: 一件事. */
export interface LifeEvent {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly items: readonly string[];
}
