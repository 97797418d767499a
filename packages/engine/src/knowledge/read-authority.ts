import type { Authority } from '../model/service-item.ts';
import type { Library } from './library.ts';
import { present } from './present.ts';
import { readShelf } from './read-shelf.ts';
import type { Located } from './yaml/located.ts';
import type { MapReader } from './yaml/map-reader.ts';

/** Reads authorities.yaml. */
export function readAuthorities(document: Located, library: Library): void {
  readShelf(document, library, { noun: '实施主体', shelf: library.authorities, read: readAuthority });
}

function readAuthority(id: string, reader: MapReader): Authority | undefined {
  const name = reader.text('name');
  const phone = reader.optionalText('phone');
  return name === undefined ? undefined : present({ id, name, phone });
}
