import type { Obligation } from '../model/obligation.ts';
import type { Hall } from '../model/region.ts';
import type { Library } from './library.ts';
import type { ConditionScope } from './read-condition.ts';
import { createIds } from './read-item.ts';
import { readObligations, readOverlayPlace } from './read-obligation.ts';
import type { Shelf } from './shelf.ts';
import type { Located } from './yaml/located.ts';
import { MapReader } from './yaml/map-reader.ts';
import { readId } from './yaml/read-scalar.ts';

/** What the region adds to the items: for each item id, its obligations there. */
export type Overlay = ReadonlyMap<string, readonly Obligation[]>;

/** What an overlay may name. */
export interface OverlayContext {
  readonly library: Library;
  readonly conditions: ConditionScope;
  readonly halls: Shelf<Hall>;
  /** The questions that an item asks, if it could be read; an overlay may hang on no other. */
  readonly questionsOf: (item: string) => readonly string[] | undefined;
}

/**
 * Reads places/<region>/services.yaml: item → where to go there.
 *
 * A value is one place (`{ hall, windows, when, note }`), a list of places, or a map of sections as in an item
 * (`places`, `fees`, `times`, …). All of it is local: no source is asked for, and none is made up.
 */
export function readServices(document: Located, context: OverlayContext): Overlay {
  const { log } = context.library;
  const overlay = new Map<string, readonly Obligation[]>();
  if (document.kind !== 'map') {
    log.error(document.at, 'not-a-map', '这个文件不是这样写的；请写成“事项: 去哪里”的样子。');
    return overlay;
  }
  for (const { key, keyAt, value } of document.entries) {
    const item = readId({ kind: 'text', at: keyAt, value: key, written: key }, { log, key: '事项' });
    if (item !== undefined && context.library.items.check(item, keyAt))
      overlay.set(item, readService(item, value, context));
  }
  return overlay;
}

function readService(item: string, node: Located, context: OverlayContext): readonly Obligation[] {
  const { library, conditions, halls } = context;
  const listed = context.questionsOf(item);
  const onQuestion: ConditionScope['onQuestion'] = (id, at) => {
    if (!listed || listed.includes(id)) return;
    const message = `这里用到问题“${id}”，可事项“${item}”不问它；请把 ${id} 加进那个事项的 questions。`;
    library.log.error(at, 'question-not-listed', message);
  };
  const scope = { ...conditions, onQuestion, overlay: true, halls, nextId: createIds('/local') };
  if (node.kind === 'list') return node.items.flatMap((place) => readOverlayPlace(place, scope) ?? []);
  if (node.kind === 'map' && node.entries.some(({ key }) => ['hall', 'say', 'windows'].includes(key))) {
    const place = readOverlayPlace(node, scope);
    return place ? [place] : [];
  }
  const reader = MapReader.over(node, '本地办理', library.log);
  if (!reader) return [];
  const obligations = readObligations(reader, scope);
  reader.close();
  return obligations;
}
