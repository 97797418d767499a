import type { Knowledge, MaterialUse, Notice, ServiceItem } from '@onetrip/engine';
import type { ProblemPart } from '../problem.ts';
import type { IntactReceipt } from '../receipts/kept-receipt.ts';
import { cleanWords } from './clean-words.ts';
import { findWindow } from './find-window.ts';
import type { Trouble } from './new-entry.ts';
import type { Surprise } from './report-bodies.ts';
import { sameWords } from './same-words.ts';

/** Why something told cannot go into the ledger. */
export type ReportFault = { readonly code: 'invalid-body'; readonly errors: readonly ProblemPart[] } | ReportRefusal;

/** Faults that need no list. */
export interface ReportRefusal {
  readonly code: 'material-on-notice' | 'too-many-reports' | 'unknown-consultation';
}

/** What a surprise comes to, held against exactly the notice that the citizen was given. */
export function readSurprise(knowledge: Knowledge, receipt: IntactReceipt, told: Surprise): Trouble | ReportFault {
  const notice = receipt.notice;
  const items = itemsOf(knowledge, notice);
  const words = cleanWords(told.words ?? '');
  const place = findWindow(knowledge.region, told);
  const errors = [...misfits(items, told, words), ...('path' in place ? [place] : [])];
  if (errors.length > 0 || 'path' in place) return { code: 'invalid-body', errors };
  if (isAsked(notice, told.material)) return { code: 'material-on-notice' };
  const { material } = told;
  const name = knowledge.materials.find(({ id }) => id === material)?.name;
  return {
    ...{ kind: 'surprise', region: receipt.region, hall: place.hall, receipt: receipt.number },
    ...{ consultation: receipt.consultation, item: itemOf(items, told), knowledge: receipt.knowledge },
    subject: material === undefined ? `words:${sameWords(words)}` : `material:${material}`,
    words: [name ?? [], words || []].flat().join('：'),
    detail: {
      ...{ hash: receipt.hash, trip: notice.items.map(({ item }) => item), material, window: place.window },
      why: cleanWords(told.why ?? '') || undefined,
    },
  };
}

/** Materials that an item may ask for and this notice does not: what a window can surprise somebody with. */
export function materialsLeftOut(knowledge: Knowledge, notice: Notice): readonly { id: string; name: string }[] {
  const ids = new Set(
    itemsOf(knowledge, notice)
      .flatMap(usesOf)
      .map(({ material }) => material),
  );
  return knowledge.materials
    .filter(({ id }) => ids.has(id) && !isAsked(notice, id))
    .map(({ id, name }) => ({ id, name }));
}

function misfits(items: readonly ServiceItem[], told: Surprise, words: string): readonly ProblemPart[] {
  const { material, item } = told;
  const errors: ProblemPart[] = [];
  if (item !== undefined && items.every(({ id }) => id !== item)) {
    errors.push({ path: 'item', expected: 'an item of the notice', received: item });
  }
  if (material !== undefined && !items.some((one) => asksFor(one, material))) {
    errors.push({ path: 'material', expected: 'a material of the items of the notice', received: material });
  }
  if (material === undefined && sameWords(words) === '') {
    errors.push({ path: 'words', expected: 'what the window wanted', received: '' });
  }
  return errors;
}

function itemOf(items: readonly ServiceItem[], { item, material }: Surprise): string | undefined {
  if (item !== undefined) return item;
  const asking = material === undefined ? items : items.filter((one) => asksFor(one, material));
  return material !== undefined || items.length === 1 ? asking[0]?.id : undefined;
}

/** Only what the notice asks for without an "or" and without an "if" was certainly told. */
function isAsked(notice: Notice, material: string | undefined): boolean {
  return notice.materials.some((line) => line.material === material && line.or.length === 0 && line.when === undefined);
}

function itemsOf(knowledge: Knowledge, notice: Notice): readonly ServiceItem[] {
  const ids = new Set(notice.items.map(({ item }) => item));
  return knowledge.items.filter(({ id }) => ids.has(id));
}

function asksFor(item: ServiceItem, material: string): boolean {
  return usesOf(item).some((use) => use.material === material);
}

function usesOf(item: ServiceItem): readonly MaterialUse[] {
  return item.obligations.flatMap((obligation) => (obligation.kind === 'material' ? obligation.anyOf : []));
}
