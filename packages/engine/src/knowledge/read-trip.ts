import type { LifeEvent } from '../model/service-item.ts';
import type { Library } from './library.ts';
import type { Located } from './yaml/located.ts';
import { MapReader } from './yaml/map-reader.ts';

/** Reads trips/<life-event>.yaml: a prepared set of items (一件事). */
export function readTrip(document: Located, fileId: string, library: Library): LifeEvent | undefined {
  const reader = MapReader.over(document, '一件事', library.log);
  if (!reader) return undefined;
  const id = reader.id('id');
  if (id !== undefined && id !== fileId) {
    const message = `编号是“${id}”，文件却叫“${fileId}.yaml”；请改成一样的。`;
    library.log.error(reader.placeOf('id'), 'file-name', message);
  }
  const title = reader.text('title');
  const aliases = reader.optionalTexts('aliases');
  reader.list('items');
  const items = reader
    .optionalIds('items')
    .flatMap(({ id: item, at }) => (library.items.check(item, at) ? [item] : []));
  reader.close();
  if (id === undefined || title === undefined) return undefined;
  const event: LifeEvent = { id, title, aliases, items };
  library.origins.set(event, reader.at);
  return event;
}
