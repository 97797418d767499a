import type { NoticeSection, NoticeSource } from '../model/notice.ts';

/** A source as a channel lists it under a section or at the end of a notice. */
export interface ListedSource {
  /** 《居民身份证法》第十一条 */
  readonly label: string;
  /** Its place in the list that is printed at the end of the notice. */
  readonly number: number;
  readonly quote?: string;
  /** Only web addresses: a link out of knowledge leads nowhere else. */
  readonly address?: string;
}

/** All sources that the sections name, each once and numbered, with the words that demand it where the notice has them. */
export function listedSources(
  sections: readonly NoticeSection[],
  sources: readonly NoticeSource[],
): readonly ListedSource[] {
  const labels = [...new Set(sections.flatMap(({ lines }) => lines.flatMap((line) => line.sources)))];
  return labels.map((label, at) => {
    const source = sources.find((candidate) => isLabelOf(label, candidate));
    return {
      label,
      number: at + 1,
      ...(source?.quote ? { quote: source.quote } : {}),
      ...(source?.address && /^https?:\/\//.test(source.address) ? { address: source.address } : {}),
    };
  });
}

/** Those of the listed sources that one section rests on. */
export function sourcesOf(section: NoticeSection, listed: readonly ListedSource[]): readonly ListedSource[] {
  const labels = new Set(section.lines.flatMap((line) => line.sources));
  return listed.filter(({ label }) => labels.has(label));
}

/** A section names its sources in words: the title in marks, then the article. */
function isLabelOf(label: string, { title, article }: NoticeSource): boolean {
  const bare = (words: string) => words.replace(/[《》\s]/g, '');
  return bare(label) === bare(title + (article ?? ''));
}
