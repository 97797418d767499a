import { findVagueWords } from './find-vague-words.ts';
import type { MapReader } from './yaml/map-reader.ts';

/** Reads a text that a notice will hold: it must name the thing, so vague words are errors. */
export function readNoticeText(reader: MapReader, key: string): string | undefined {
  return checkWords(reader, key, reader.text(key));
}

/** {@link readNoticeText} for a key that may be absent. */
export function readOptionalNoticeText(reader: MapReader, key: string): string | undefined {
  return checkWords(reader, key, reader.optionalText(key));
}

function checkWords(reader: MapReader, key: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const words = [...new Set(findVagueWords(text).map(({ word }) => `“${word}”`))];
  if (words.length > 0) {
    const message = `“${key}”里的${words.join('、')}没有说清是什么；请把每一样的名字都写出来。`;
    reader.log.error(reader.placeOf(key), 'vague-word', message);
  }
  return text;
}
