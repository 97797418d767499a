import { noticeSections } from '@onetrip/engine';
import type { Notice, SectionId, SectionLine } from '@onetrip/engine';

/** One line that two notices do not have in common. */
export interface NoticeChange {
  readonly section: SectionId;
  /** Heading it stands under. */
  readonly title: string;
  /** Id of the line, the same in both notices. */
  readonly line: string;
  /** As it was told; absent when it is new. */
  readonly before?: string;
  /** As it would be told now; absent when it is gone. */
  readonly now?: string;
}

/** What two notices for the same answers do not have in common, in the order in which a notice is read. */
export function noticeDifference(told: Notice, now: Notice): readonly NoticeChange[] {
  const before = placedLines(told);
  const after = placedLines(now);
  const gone = [...before].flatMap(([key, { section, title, line }]): readonly NoticeChange[] => {
    const still = after.get(key);
    if (!still) return [{ section, title, line: line.id, before: lineInWords(line) }];
    const [was, is] = inDifferentWords(line, still.line);
    return was === is ? [] : [{ section, title, line: line.id, before: was, now: is }];
  });
  const added = [...after].flatMap(([key, { section, title, line }]) =>
    before.has(key) ? [] : [{ section, title, line: line.id, now: lineInWords(line) }],
  );
  return [...gone, ...added];
}

interface PlacedLine {
  readonly section: SectionId;
  readonly title: string;
  readonly line: SectionLine;
}

function placedLines(notice: Notice): ReadonlyMap<string, PlacedLine> {
  const placed = noticeSections(notice).flatMap(({ id, title, lines }) =>
    lines.map((line) => [`${id} ${line.id}`, { section: id, title, line }] as const),
  );
  return new Map(placed);
}

/** Where only what a line rests on has changed, that is said as well; otherwise it would look the same. */
function inDifferentWords(before: SectionLine, now: SectionLine): readonly [string, string] {
  const words = [lineInWords(before), lineInWords(now)] as const;
  return words[0] === words[1] ? [withSources(before), withSources(now)] : words;
}

function lineInWords({ when, text, details }: SectionLine): string {
  const condition = when === undefined ? '' : `${when}：`;
  const rest = details.length === 0 ? '' : `（${details.join('；')}）`;
  return `${condition}${text}${rest}`;
}

function withSources(line: SectionLine): string {
  return `${lineInWords(line)}，依据${line.sources.join('、')}`;
}
