import type { NoticeSection, NoticeSource } from '@onetrip/engine';

/** A source as it is listed at the end of a notice. */
export interface ListedSource {
  /** 《居民身份证法》第十一条 */
  readonly label: string;
  readonly number: number;
  readonly quote?: string;
  /** Only web addresses: a link out of a notice leads nowhere else. */
  readonly address?: string;
}

/** All sources that the sections name, each once, numbered in the order in which they are named. */
export function listedSources(
  sections: readonly NoticeSection[],
  sources: readonly NoticeSource[],
): readonly ListedSource[] {
  const labels = [...new Set(sections.flatMap(({ lines }) => lines.flatMap((line) => line.sources)))];
  return labels.map((label, index) => {
    const source = sources.find((candidate) => bare(label) === bare(candidate.title + (candidate.article ?? '')));
    return {
      label,
      number: index + 1,
      ...(source?.quote ? { quote: source.quote } : {}),
      ...(source?.address && /^https?:\/\//.test(source.address) ? { address: source.address } : {}),
    };
  });
}

/** 〔1、3〕: the sources of one section as numbers, empty where it has none. */
export function sourceMarks({ lines }: NoticeSection, listed: readonly ListedSource[]): string {
  const labels = new Set(lines.flatMap((line) => line.sources));
  const numbers = listed.filter(({ label }) => labels.has(label)).map(({ number }) => number);
  return numbers.length === 0 ? '' : `〔${numbers.join('、')}〕`;
}

function bare(words: string): string {
  return words.replace(/[《》\s]/gu, '');
}
