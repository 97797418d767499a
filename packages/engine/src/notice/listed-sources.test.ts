import { describe, expect, it } from 'vitest';
import type { NoticeSection, NoticeSource } from '../model/notice.ts';
import { listedSources, sourcesOf } from './listed-sources.ts';

const law: NoticeSource = {
  ...{ id: 'law-11', title: '居民身份证法', article: '第十一条', date: '2011-10-29' },
  ...{ address: 'https://www.example.gov.cn/law', quote: '补领、换领' },
};
const local: NoticeSource = {
  id: 'local',
  title: '示例市办事指南',
  date: '2026-01-01',
  address: 'javascript:alert(1)',
};

describe('listed sources', () => {
  const sections = [
    section('materials', ['《居民身份证法》第十一条']),
    section('fees', ['示例市办事指南', '《居民身份证法》第十一条']),
  ];
  const listed = listedSources(sections, [local, law]);

  it('stand each once, numbered as they are named, with the words that demand it', () => {
    expect(listed).toEqual([
      { label: '《居民身份证法》第十一条', number: 1, quote: '补领、换领', address: 'https://www.example.gov.cn/law' },
      { label: '示例市办事指南', number: 2 },
    ]);
  });

  it('are found again for each section', () => {
    expect(sections.map((one) => sourcesOf(one, listed).map(({ number }) => number))).toEqual([[1], [1, 2]]);
  });

  it('keep their number and their words where the notice describes them nowhere', () => {
    expect(listedSources(sections, []).map(({ number, quote }) => [number, quote])).toEqual([
      [1, undefined],
      [2, undefined],
    ]);
  });
});

function section(id: NoticeSection['id'], sources: readonly string[]): NoticeSection {
  return {
    id,
    title: id,
    lines: [{ id: `${id}/1`, text: id, details: [], sources, because: [], local: false, tick: false }],
  };
}
