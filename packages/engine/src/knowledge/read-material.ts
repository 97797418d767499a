import type { Material, PhotoSpec } from '../model/material.ts';
import type { Library } from './library.ts';
import { present } from './present.ts';
import { readNoticeText, readOptionalNoticeText } from './read-notice-text.ts';
import { readShelf } from './read-shelf.ts';
import type { Located } from './yaml/located.ts';
import { MapReader } from './yaml/map-reader.ts';

/** Reads materials.yaml. Items that issue a material are checked later, when all items are known. */
export function readMaterials(document: Located, library: Library): void {
  const read = (id: string, reader: MapReader) => readMaterial(id, reader, library);
  readShelf(document, library, { noun: '材料', shelf: library.materials, read });
}

function readMaterial(id: string, reader: MapReader, library: Library): Material | undefined {
  const name = readName(reader);
  const aliases = reader.optionalTexts('aliases');
  const issuer = reader.text('issuer');
  const howToGet = readOptionalNoticeText(reader, 'howToGet');
  const issuedBy = reader.optionalId('issuedBy');
  if (issuedBy !== undefined) library.items.check(issuedBy, reader.placeOf('issuedBy'));
  const photo = readPhoto(reader.optional('photo'), library);
  if (name === undefined || issuer === undefined) return undefined;
  return present({ id, name, aliases: aliases.length > 0 ? aliases : undefined, issuer, howToGet, issuedBy, photo });
}

function readName(reader: MapReader): string | undefined {
  const name = readNoticeText(reader, 'name');
  if (name?.endsWith('证明材料') !== true) return name;
  reader.log.error(reader.placeOf('name'), 'vague-name', `“${name}”没有说清是哪一份；请写材料的全名。`);
  return undefined;
}

function readPhoto(node: Located | undefined, { log }: Library): PhotoSpec | undefined {
  const reader = node && MapReader.over(node, '照片要求', log);
  if (!reader) return undefined;
  const size = reader.text('size');
  const background = reader.optionalText('background');
  const within = reader.optionalText('within');
  reader.close();
  return size === undefined ? undefined : present({ size, background, within });
}
