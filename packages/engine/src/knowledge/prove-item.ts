import type { Issue } from '../model/issue.ts';
import type { Question } from '../model/question.ts';
import type { Example, ServiceItem } from '../model/service-item.ts';
import type { StoredPlan } from '../model/stored-plan.ts';
import { checkItem, isTimelessItem } from './check-item.ts';
import type { Origins } from './library.ts';

/** What is proved of an item that was not read from a file. */
export interface ProvedItem {
  /** Every fault of its rules; the places are those of a file that holds nothing but the item. */
  readonly issues: readonly Issue[];
  /** The examples that would try what none has tried yet. */
  readonly missing: readonly Example[];
  /** The order of its questions, where it has to be stored. */
  readonly plan?: StoredPlan;
}

/**
 * Proves and plans one item by itself, as compiling a folder does with each: for items that were made, not written.
 * `questions` are all that it asks and presupposes.
 */
export function proveItem(item: ServiceItem, questions: readonly Question[], today: string): ProvedItem {
  const at = { file: `items/${item.domain}/${item.id}.yaml`, line: 1, column: 1 };
  const origins: Origins = new Map();
  for (const part of [...item.obligations, ...item.examples]) origins.set(part, at);
  const checked = {
    item,
    at,
    listed: item.questions.map((id) => ({ id, at })),
    alternatives: [],
    questions,
    today,
    planDay: today,
    origins,
    nameOf: (id: string) => id,
  };
  const { issues, missing, plan } = checkItem(checked, isTimelessItem(checked));
  return plan === undefined ? { issues, missing } : { issues, missing, plan };
}
