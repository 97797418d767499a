import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../model/knowledge.ts';
import { compileKnowledge } from './compile-knowledge.ts';
import { pinyinInitials } from './pinyin-initials.ts';
import { editedFile, smallFolder } from './test-support/small-folder.ts';

function compile(changes: Readonly<Record<string, string>> = {}): Knowledge {
  const { knowledge, issues } = compileKnowledge(smallFolder(changes));
  if (!knowledge) throw new Error(JSON.stringify(issues));
  return knowledge;
}

describe('the search index', () => {
  it('lists every character and pair of titles, names and aliases, with how often it occurs', () => {
    const { postings } = compile().search;
    // 居民身份证补领、换领; 居民身份证; 补身份证
    expect(postings['身份']).toEqual([0, 3]);
    expect(postings['补领']).toEqual([0, 1]);
    expect(postings['领换']).toBeUndefined();
  });

  it('knows how many grams each item has', () => {
    const { lengths, postings } = compile().search;
    const total = Object.values(postings).flatMap((posting) => posting[1] ?? 0);
    expect(lengths).toEqual([total.reduce((sum, count) => sum + count, 0)]);
  });

  it('numbers the items as the knowledge lists them', () => {
    const second = editedFile(
      'items/identity/card.yaml',
      ['id: card\n', 'id: pass\n'],
      ['居民身份证补领、换领', '护照'],
    )
      .replace('name: 居民身份证\n', 'name: 护照\n')
      .replace('[补身份证]', '[出国]')
      .replace('id: card-reason', 'id: pass-reason')
      .replaceAll('card-reason:', 'pass-reason:')
      .replace('when: lost-minor', 'when: minor');
    const { items, search } = compile({ 'items/travel/pass.yaml': second });
    expect(items.map(({ id }) => id)).toEqual(['card', 'pass']);
    expect(search.postings['护照']).toEqual([1, 2]);
    expect(search.initials[1]?.split(' ')).toEqual(['hz', 'cg']);
  });

  it('spells names the way messages are spelled, synonyms included', () => {
    const { postings, synonyms } = compile({
      'items/identity/card.yaml': editedFile('items/identity/card.yaml', ['[补身份证]', '[补户口本上的证, 補身份證]']),
    }).search;
    expect(synonyms).toEqual({ 户口本: '户口簿' });
    expect(postings['口簿']).toEqual([0, 1]);
    expect(postings['口本']).toBeUndefined();
  });

  it('carries the traditional forms of its own characters and of no others', () => {
    const { simplified } = compile().search;
    expect(simplified['證']).toBe('证');
    expect(simplified['戶']).toBe('户');
    expect(simplified['龜']).toBeUndefined();
    expect(Object.keys(simplified).length).toBeLessThan(400);
  });

  it('has the pinyin initials of every name once', () => {
    expect(compile().search.initials).toEqual(['jmsfzblhl jmsfz bsfz']);
  });
});

describe('pinyinInitials', () => {
  it.each([
    ['驾照到期', 'jzdq'],
    ['重新办证', 'cxbz'],
    ['银行卡', 'yhk'],
    ['行驶证', 'xsz'],
    ['ETC 办理（2 号）', 'etcbl2h'],
    ['（新）办证', 'xbz'],
    ['Ａ4 纸', '4z'],
    ['12345', '12345'],
    ['', ''],
  ])('%s → %s', (name, initials) => {
    expect(pinyinInitials(name)).toBe(initials);
  });
});
