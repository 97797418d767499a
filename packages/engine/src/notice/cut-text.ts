import { byteLength } from './byte-length.ts';
import { createByteCounter } from './count-bytes.ts';
import type { CountBytes } from './count-bytes.ts';

/** The least that a part must hold: a mark and a few characters. */
const leastBytes = 32;

/** Pieces that a text may be cut into, the gentlest first: lines, sentences, parts of sentences. */
const cuts: readonly RegExp[] = [
  /[^\n]*\n|[^\n]+$/gu,
  /[^。？]*[。？]|[^。？]+$/gu,
  /[^；;]*[；;]|[^；;]+$/gu,
  /[^，、：,]*[，、：,]|[^，、：,]+$/gu,
];

/** A text, and how much of it one part can take. */
interface Sheet {
  readonly text: string;
  readonly count: CountBytes;
  readonly room: number;
}

/** Everything between two places of the text. Parts are put together of places, since putting texts together takes long. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a text into parts of at most so many bytes of UTF-8, each marked (1/2), for channels with short messages.
 *
 * It is cut between entries: a line and the indented lines under it stay together, and a heading stays with its
 * first entry. Only an entry longer than a whole part is cut inside, at the end of a line or a sentence where there
 * is one. Apart from white space at the cuts nothing is lost.
 *
 * @throws {RangeError} When `maxBytes` is below 32, too little for a mark and a word.
 */
export function cutText(text: string, maxBytes: number): readonly string[] {
  if (maxBytes < leastBytes) throw new RangeError(`maxBytes must be at least ${leastBytes}, not ${maxBytes}`);
  if (byteLength(text) <= maxBytes) return [text];
  const entries = findEntries(text);
  const count = createByteCounter(text);
  // The marks take room, and how much depends on how many parts there are.
  for (let digits = 1; ; digits++) {
    const room = maxBytes - byteLength(`\n(${'9'.repeat(digits)}/${'9'.repeat(digits)})`);
    const parts = pack({ text, count, room }, entries);
    if (String(parts.length).length <= digits) return parts.map((part, at) => `${part}\n(${at + 1}/${parts.length})`);
  }
}

/** An entry is a line with the indented lines under it; the first line of a block takes its first entry along. */
function findEntries(text: string): readonly Stretch[] {
  const entries: Stretch[] = [];
  let [start, startsBlock, afterHeading] = [0, true, false];
  for (const line of text.split('\n')) {
    const entry = entries.at(-1);
    const continues = line === '' || /^\s/u.test(line) || (afterHeading && !startsBlock);
    const end = start + line.length;
    if (entry !== undefined && continues) entries[entries.length - 1] = { start: entry.start, end };
    else entries.push({ start, end });
    if (line !== '') afterHeading = startsBlock;
    startsBlock = line === '';
    start = end + 1;
  }
  return entries;
}

function pack(sheet: Sheet, entries: readonly Stretch[]): readonly string[] {
  const parts: Stretch[] = [];
  let part: Stretch = { start: 0, end: 0 };
  for (const entry of entries) {
    const joined = part.start === part.end ? entry : { start: part.start, end: entry.end };
    if (fits(sheet, joined)) {
      part = joined;
      continue;
    }
    const pieces = fits(sheet, entry) ? [entry] : cutEntry(sheet, entry, 0);
    parts.push(part, ...pieces.slice(0, -1));
    part = pieces.at(-1) ?? part;
  }
  return [...parts, part].map(({ start, end }) => sheet.text.slice(start, end).trim()).filter((piece) => piece !== '');
}

function fits({ count, room }: Sheet, { start, end }: Stretch): boolean {
  return count(start, end) <= room;
}

/** Cuts one entry at the gentlest places that make every piece fit. */
function cutEntry(sheet: Sheet, entry: Stretch, level: number): readonly Stretch[] {
  const text = sheet.text.slice(entry.start, entry.end);
  const cut = cuts[level];
  const pieces: Stretch[] = [];
  let { start } = entry;
  for (const { length } of cut === undefined ? text : (text.match(cut) ?? [])) {
    const unit = { start, end: start + length };
    const last = pieces.at(-1);
    const joined = last === undefined ? undefined : { start: last.start, end: unit.end };
    if (joined !== undefined && fits(sheet, joined)) pieces[pieces.length - 1] = joined;
    else if (fits(sheet, unit)) pieces.push(unit);
    else pieces.push(...cutEntry(sheet, unit, level + 1));
    start = unit.end;
  }
  return pieces;
}
