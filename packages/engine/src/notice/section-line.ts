import type { Notice, NoticeLine, SectionLine } from '../model/notice.ts';
import type { Sentences } from '../text/sentences.ts';

/** What a line is drawn against. */
export interface Frame {
  readonly notice: Notice;
  readonly sentences: Sentences;
}

/** A line of a notice with its note, its doubt and its sources in words. */
export function sectionLine(line: NoticeLine, { notice, sentences }: Frame): SectionLine {
  const { id, text, note, when, local, addItem } = line;
  return {
    id,
    text,
    details: [...(note === undefined ? [] : [note]), ...findDetail(when, sentences)],
    ...(when === undefined ? {} : { when: sentences.words.ifSo(when.says) }),
    sources: citations(line.sources, notice, sentences),
    because: line.because,
    local,
    tick: false,
    ...(addItem === undefined ? {} : { addItem }),
  };
}

/** A line that is only words of the frame. */
export function words(id: string, text: string): SectionLine {
  return { id, text, details: [], sources: [], because: [], local: false, tick: false };
}

/** How to settle a doubt, as a detail under the line. */
export function findDetail(when: NoticeLine['when'], sentences: Sentences): readonly string[] {
  return when === undefined || when.find.length === 0 ? [] : [sentences.notice.find(when.find)];
}

function citations(ids: readonly string[], { sources }: Notice, sentences: Sentences): readonly string[] {
  const cited = ids.flatMap((id) => sources.find((source) => source.id === id) ?? []);
  return [...new Set(cited.map((source) => sentences.notice.source(source)))];
}
