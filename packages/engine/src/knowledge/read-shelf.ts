import type { Library } from './library.ts';
import type { Shelf } from './shelf.ts';
import type { Located } from './yaml/located.ts';
import { MapReader } from './yaml/map-reader.ts';

/** How one kind of entry is read. */
export interface EntryReader<T extends object> {
  /** 材料, for messages. */
  readonly noun: string;
  readonly shelf: Shelf<T>;
  /** The rest of the entry; `undefined` when something needed is missing. */
  readonly read: (id: string, reader: MapReader) => T | undefined;
}

/** Reads a file that is a list of things with ids, and puts them on their shelf. */
export function readShelf<T extends object>(
  document: Located,
  library: Library,
  { noun, shelf, read }: EntryReader<T>,
): void {
  if (document.kind !== 'list') {
    library.log.error(document.at, 'not-a-list', `这个文件不是列表；请让每个${noun}以 “- id: ” 开头。`);
    shelf.markIncomplete();
    return;
  }
  for (const node of document.items) {
    const reader = MapReader.over(node, noun, library.log);
    const id = reader?.id('id');
    if (!reader || id === undefined || !shelf.declare(id, reader.placeOf('id'))) continue;
    const entry = read(id, reader);
    reader.close();
    if (!entry) continue;
    shelf.fill(id, entry);
    library.origins.set(entry, reader.at);
  }
}
