import type { Question } from '../model/question.ts';
import type { ServiceItem } from '../model/service-item.ts';
import type { Alternatives } from './alternatives.ts';
import type { IssueLog } from './issue-log.ts';
import type { Origins } from './library.ts';
import type { ItemSpace } from './proof/item-space.ts';
import type { MaterialName } from './proof/say-case.ts';
import type { Place } from './yaml/located.ts';

/** An item without faults of writing, to be judged by what it decides. */
export interface CheckedItem {
  readonly item: ServiceItem;
  readonly at: Place;
  /** The questions the item lists itself, and where. */
  readonly listed: readonly { readonly id: string; readonly at: Place }[];
  /** What the item declares under `oneOf` and `exclusive`. */
  readonly alternatives: readonly Alternatives[];
  /** All questions of the item, those it presupposes included. */
  readonly questions: readonly Question[];
  readonly today: string;
  /** The day for whose rules the questions are planned. */
  readonly planDay: string;
  readonly origins: Origins;
  readonly nameOf: MaterialName;
}

/** What every check of an item's meaning works with. */
export interface ItemCheck extends CheckedItem {
  readonly log: IssueLog;
  /** The item today. */
  readonly space: ItemSpace;
  /** The item today, and on every later day on which something begins or ends. */
  readonly spaces: readonly ItemSpace[];
}
