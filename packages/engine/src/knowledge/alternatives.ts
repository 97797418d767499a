import type { Condition } from '../model/condition.ts';
import type { Obligation } from '../model/obligation.ts';
import type { Place } from './yaml/located.ts';

/** Obligations of which the author says that they never meet, and maybe that one of them always holds. */
export interface Alternatives {
  /** `oneOf`: exactly one for everybody who is not refused or handed off. `exclusive`: at most one. */
  readonly kind: 'oneOf' | 'exclusive';
  /** For whom; for everybody when absent. */
  readonly when?: Condition;
  readonly of: readonly Keyed[];
  readonly at: Place;
}

/** An obligation and the name its author gave it. */
export interface Keyed {
  readonly key: string;
  readonly obligation: Obligation;
}
