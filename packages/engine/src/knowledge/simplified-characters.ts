import { Converter } from 'opencc-js/t2cn';

/** Blocks that hold traditional characters: the unified ideographs and extension A. */
const BLOCKS: readonly (readonly [number, number])[] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
];

let table: ReadonlyMap<string, string> | undefined;

/**
 * Traditional → simplified, for the characters of one text only. A character that the text itself uses is never
 * rewritten.
 */
export function simplifiedCharacters(text: string): Readonly<Record<string, string>> {
  table ??= buildTable();
  const used = new Set(text);
  const pairs = [...table].filter(([traditional, simplified]) => used.has(simplified) && !used.has(traditional));
  return Object.fromEntries(pairs);
}

/** One character a line, so that no phrase rule of the converter joins two of them. */
function buildTable(): ReadonlyMap<string, string> {
  const characters = BLOCKS.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  );
  const converted = Converter({ from: 't', to: 'cn' })(characters.join('\n')).split('\n');
  return new Map(
    characters.flatMap((character, index) => {
      const simplified = converted[index];
      return simplified === undefined || simplified === character ? [] : [[character, simplified] as const];
    }),
  );
}
