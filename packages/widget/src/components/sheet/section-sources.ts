import type { NoticeSection, NoticeSource } from '@onetrip/engine';

/** A source as it is listed under a section. */
export interface ListedSource {
  /** 《居民身份证法》第十一条 */
  readonly label: string;
  readonly quote?: string;
  /** Only web addresses: a link out of knowledge leads nowhere else. */
  readonly address?: string;
}

/** The sources of a section, each once, with the words that demand it where the notice has them. */
export function sectionSources(section: NoticeSection, sources: readonly NoticeSource[]): readonly ListedSource[] {
  const labels = [...new Set(section.lines.flatMap((line) => line.sources))];
  return labels.map((label) => {
    const source = sources.find((candidate) => isLabelOf(label, candidate));
    return {
      label,
      ...(source?.quote ? { quote: source.quote } : {}),
      ...(source?.address && /^https?:\/\//.test(source.address) ? { address: source.address } : {}),
    };
  });
}

/** A section names its sources in words; the words begin with the title and end with the article. */
function isLabelOf(label: string, { title, article }: NoticeSource): boolean {
  const bare = (words: string) => words.replace(/[《》\s]/g, '');
  return bare(label) === bare(title + (article ?? ''));
}
