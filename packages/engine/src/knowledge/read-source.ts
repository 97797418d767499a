import { dayNumber } from '../rules/range.ts';
import type { Grade, Source } from '../model/source.ts';
import type { Library } from './library.ts';
import { present } from './present.ts';
import { readShelf } from './read-shelf.ts';
import type { Located } from './yaml/located.ts';
import type { MapReader } from './yaml/map-reader.ts';
import { shorten } from './yaml/read-scalar.ts';

const GRADES: readonly Grade[] = ['law', 'official', 'third-party', 'reply'];
/** A page may date itself by year or month only. */
const PARTIAL_DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/;

/** Reads sources.yaml. */
export function readSources(document: Located, library: Library): void {
  readShelf(document, library, { noun: '来源', shelf: library.sources, read: readSource });
}

function readSource(id: string, reader: MapReader): Source | undefined {
  const grade = reader.oneOf('grade', GRADES);
  const title = reader.text('title');
  const date = readSourceDate(reader);
  const rest = {
    article: reader.optionalText('article'),
    address: readAddress(reader),
    quote: reader.optionalText('quote'),
  };
  if (grade === undefined || title === undefined || date === undefined) return undefined;
  return present({ id, grade, title, date, ...rest });
}

function readSourceDate(reader: MapReader): string | undefined {
  const date = reader.text('date');
  if (date === undefined || date === 'undated') return date;
  if (dayNumber(date) !== undefined || PARTIAL_DATE.test(date)) return date;
  const message = `“date”里的“${shorten(date)}”不是一个日期；请写成 2026-11-20 这样，页面没写日期就写 undated。`;
  reader.log.error(reader.placeOf('date'), 'bad-date', message);
  return undefined;
}

/** Addresses become links, so only web addresses may pass. */
function readAddress(reader: MapReader): string | undefined {
  const address = reader.optionalText('address');
  if (address === undefined || /^https?:\/\/[^\s<>"']+$/.test(address)) return address;
  const message = `“address”里的“${shorten(address)}”不是网址；请写以 https:// 开头、中间没有空格的网址。`;
  reader.log.error(reader.placeOf('address'), 'bad-address', message);
  return undefined;
}
