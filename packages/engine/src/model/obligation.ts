import type { Condition } from './condition.ts';

/** Anything a notice can hold, with the condition under which it holds. */
export type Obligation =
  | MaterialObligation
  | FeeObligation
  | TimeObligation
  | PlaceObligation
  | BeforeObligation
  | SuggestObligation
  | VerdictObligation
  | SayObligation;

interface ObligationBase {
  /** Unique within the item: `material/household-register`, `fee/2`. */
  readonly id: string;
  readonly when: Condition;
  /** Source ids; never empty. */
  readonly sources: readonly string[];
  /** Only the local office can settle this; also true when no source may be shown to citizens. */
  readonly local: boolean;
  readonly note?: string;
  /** First day it applies, ISO date. */
  readonly from?: string;
  /** First day it no longer applies, ISO date. */
  readonly to?: string;
}

/** One material and how much of it. */
export interface MaterialUse {
  readonly material: string;
  readonly originals: number;
  readonly copies: number;
  /** `shown`: looked at and given back. `handed-in`: kept by the window. `filled`: filled in at the window. */
  readonly keeps: 'shown' | 'handed-in' | 'filled';
  readonly note?: string;
}

/** A material to bring; with several uses, any one of them is enough (任选一样). */
export interface MaterialObligation extends ObligationBase {
  readonly kind: 'material';
  readonly anyOf: readonly MaterialUse[];
  /** 必要, 容缺后补 (may follow later against a written promise), 免交 (the office looks it up itself). */
  readonly necessity: 'required' | 'deferrable' | 'waived';
}

/** A charge. Without an amount the window says how much, and the notice says that it does. */
export interface FeeObligation extends ObligationBase {
  readonly kind: 'fee';
  readonly amount?: number;
  readonly currency: 'CNY';
  readonly label: string;
}

/** How long it takes. */
export interface TimeObligation extends ObligationBase {
  readonly kind: 'time';
  readonly basis: 'legal' | 'promised' | 'local';
  /** 60 日内 */
  readonly say: string;
}

/** Where to go: a hall and windows of the region, or words where only the kind of office is known. */
export interface PlaceObligation extends ObligationBase {
  readonly kind: 'place';
  readonly say?: string;
  readonly hall?: string;
  readonly windows?: readonly string[];
}

/** What must be had first (前置): another item, or something to do. */
export interface BeforeObligation extends ObligationBase {
  readonly kind: 'before';
  readonly item?: string;
  readonly say: string;
}

/** Something worth doing at the same time (急用临时证). */
export interface SuggestObligation extends ObligationBase {
  readonly kind: 'suggest';
  readonly item?: string;
  readonly say: string;
}

/** A condition that, when it holds, ends the matter: not eligible, or a case for a person. */
export interface VerdictObligation extends ObligationBase {
  readonly kind: 'ineligible' | 'handoff';
  readonly say: string;
  /** Where to go instead. */
  readonly instead?: string;
  readonly item?: string;
}

/** The sections that hold sentences. */
export interface SayObligation extends ObligationBase {
  readonly kind: 'eligibility' | 'step' | 'not-needed' | 'proxy' | 'online' | 'deadline' | 'result' | 'warning';
  readonly say: string;
}

/** The part of a notice a person asks about when they ask about only one thing. */
export type Aspect = 'materials' | 'fee' | 'time' | 'place' | 'hours' | 'proxy' | 'online' | 'eligibility';
