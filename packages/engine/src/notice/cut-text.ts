/** The least that a part must hold: a mark and a few characters. */
const leastBytes = 32;

/** Pieces that a text may be cut into, the gentlest first: lines, sentences, parts of sentences. */
const cuts: readonly RegExp[] = [
  /[^\n]*\n|[^\n]+$/gu,
  /[^。？]*[。？]|[^。？]+$/gu,
  /[^；;]*[；;]|[^；;]+$/gu,
  /[^，、：,]*[，、：,]|[^，、：,]+$/gu,
];

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
  const entries = splitEntries(text);
  // The marks take room, and how much depends on how many parts there are.
  for (let digits = 1; ; digits++) {
    const parts = pack(entries, maxBytes - byteLength(`\n(${'9'.repeat(digits)}/${'9'.repeat(digits)})`));
    if (String(parts.length).length <= digits) return parts.map((part, at) => `${part}\n(${at + 1}/${parts.length})`);
  }
}

/** Number of bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** An entry is a line with the indented lines under it; the first line of a block takes its first entry along. */
function splitEntries(text: string): readonly string[] {
  const entries: string[][] = [];
  let startsBlock = true;
  let afterHeading = false;
  for (const line of text.split('\n')) {
    const entry = entries.at(-1);
    const continues = line === '' || /^\s/u.test(line) || (afterHeading && !startsBlock);
    if (entry !== undefined && continues) entry.push(line);
    else entries.push([line]);
    if (line !== '') afterHeading = startsBlock;
    startsBlock = line === '';
  }
  return entries.map((lines) => lines.join('\n'));
}

function pack(entries: readonly string[], room: number): readonly string[] {
  const fits = (text: string): boolean => byteLength(text.trim()) <= room;
  const parts: string[] = [];
  let part = '';
  for (const entry of entries) {
    const joined = part === '' ? entry : `${part}\n${entry}`;
    if (fits(joined)) {
      part = joined;
      continue;
    }
    const pieces = fits(entry) ? [entry] : cutEntry(entry, fits, 0);
    parts.push(part, ...pieces.slice(0, -1));
    part = pieces.at(-1) ?? '';
  }
  return [...parts, part].map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** Cuts one entry at the gentlest places that make every piece fit. */
function cutEntry(entry: string, fits: (text: string) => boolean, level: number): readonly string[] {
  const cut = cuts[level];
  const units = cut === undefined ? [...entry] : (entry.match(cut) ?? []);
  const pieces: string[] = [];
  for (const unit of units) {
    const last = pieces.at(-1);
    if (last !== undefined && fits(last + unit)) pieces[pieces.length - 1] = last + unit;
    else if (fits(unit)) pieces.push(unit);
    else pieces.push(...cutEntry(unit, fits, level + 1));
  }
  return pieces;
}
