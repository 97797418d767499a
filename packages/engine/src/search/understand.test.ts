import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch } from './create-search.ts';
import { searchFixture } from './search.fixture.ts';

const search = createSearch(searchFixture);

function items(text: string, trip: readonly string[] = []): readonly string[] {
  return search.understand(text, { trip }).items;
}

describe('understand: which item', () => {
  it('reads the lost wallet: the card, and that it is lost', () => {
    const { verdict, answers } = search.understand('我钱包丢了，身份证也没了，怎么补');
    expect(verdict).toBe('clear');
    expect(items('我钱包丢了，身份证也没了，怎么补')).toEqual(['resident-id-card']);
    expect(answers).toEqual([{ question: 'id-card-reason', value: 'lost' }]);
  });

  it.each([
    ['给孩子上户口', 'birth-registration', '孩子 is whom it is for'],
    ['没领证生的孩子能落户吗', 'birth-registration', 'a child’s 落户 is no move, and 没领证 is a fact'],
    ['买了房想落户', 'household-move', 'without a child 落户 is a move'],
    ['办身份证急用先办个临时的', 'temporary-id-card', '临时 said later turns the card into the temporary one'],
    ['上户口要带身份证吗', 'birth-registration', 'the card is only brought'],
    ['领结婚证要带户口本吗', 'marriage-registration', 'the register is only brought'],
    ['拿户口本办护照', 'passport', 'the register is only used'],
    ['没有结婚证怎么离婚', 'divorce-registration', 'what is missing is not what is asked for'],
    ['结婚证丢了怎么离婚', 'divorce-registration', 'what is lost is a material of what is asked for'],
    ['身份证丢了，想办护照', 'passport', 'the same over two clauses'],
    ['身份证还在，护照丢了', 'passport', 'what is there needs nothing'],
    ['结婚证找不到了补办', 'marriage-certificate-reissue', 'what happened decides between two items'],
    ['离婚后怎么迁户口', 'household-move', 'divorce is only when'],
    ['还没上户口怎么弄', 'birth-registration', 'not done yet means wanted'],
    ['没有身份证怎么办', 'resident-id-card', 'missing, and nothing else is asked'],
    ['护照多少钱，多久能拿到', 'passport', 'aspect words are no item words'],
    ['身份证丢失该如何查询身份证号码', 'resident-id-card', 'lost is reason enough, whatever is asked besides'],
    ['護照遺失', 'passport', 'traditional characters'],
    ['身\u200B份证丢了', 'resident-id-card', 'an invisible character inside the word'],
  ])('%s is %s: %s', (text, id) => {
    expect([search.understand(text).verdict, ...items(text)]).toEqual(['clear', id]);
  });

  it.each([
    ['护照和身份证都丢了，一起补', ['passport', 'resident-id-card']],
    ['身份证到期了，护照丢了', ['resident-id-card', 'passport']],
    ['补身份证和护照', ['resident-id-card', 'passport']],
    ['港澳通行证、护照多少钱', ['hk-macau-permit', 'passport']],
  ])('%s is several', (text, ids) => {
    expect(search.understand(text).verdict).toBe('several');
    expect(items(text)).toEqual(ids);
  });

  it('shows candidates where one name serves two items', () => {
    expect(search.understand('结婚证').verdict).toBe('ambiguous');
    expect(items('结婚证')).toEqual(['marriage-registration', 'marriage-certificate-reissue']);
  });

  it('lets the person decide whether an expired paper comes first', () => {
    expect(search.understand('身份证过期了能办护照吗').verdict).toBe('ambiguous');
    expect(items('身份证过期了能办护照吗')).toEqual(['passport', 'resident-id-card']);
  });

  it('asks for confirmation when the question is about something unknown', () => {
    expect(search.understand('居住证未满一年，小孩报名上学要怎么办').verdict).toBe('ambiguous');
    expect(search.understand('临时身份证可以买火车票吗').verdict).toBe('ambiguous');
  });

  it('names the papers that get lost when nothing else is said', () => {
    expect(search.understand('丢了怎么补').verdict).toBe('ambiguous');
    expect(items('丢了怎么补')).toContain('resident-id-card');
  });

  it('says that an item is discontinued', () => {
    expect(search.understand('独生子女证怎么办').verdict).toBe('discontinued');
  });

  it('makes a trip of a life event, but not when one item of it is named', () => {
    const event = search.understand('刚生完孩子要办的手续');
    expect([event.verdict, event.event]).toEqual(['several', 'newborn']);
    expect(items('刚生完孩子要办的手续')).toEqual(['birth-registration', 'residence-permit']);
    expect(items('刚生完孩子要办的手续，先上户口')).toEqual(['birth-registration']);
  });

  it.each([
    '天气怎么样',
    '写首诗',
    '买火车票',
    '办营业执照',
    '怎么考驾照',
    '驾驶证扣分怎么查',
    '用身份证查姓名',
    '带身份证去银行开户',
    '身份证明怎么开',
    '户口本丢了怎么补',
    '银行卡丢了',
    '老人走了要办什么',
    '公积金怎么提取',
    '你好',
    '',
    '？？？',
  ])('refuses %s rather than match the nearest', (text) => {
    expect(search.understand(text)).toMatchObject({ verdict: 'none', items: [] });
  });
});

describe('understand: beside a trip', () => {
  it('takes only what is named for a further item', () => {
    expect(items('身份证也丢了，一起补', ['passport'])).toEqual(['resident-id-card']);
    expect(items('要带照片吗', ['passport'])).toEqual([]);
    expect(items('要身份证吗', ['passport'])).toEqual([]);
  });

  it('hears which materials are not there', () => {
    expect(search.understand('没有户口本', { trip: ['passport'] }).lacks).toEqual(['household-register']);
    expect(search.understand('户口本丢了', { trip: ['passport'] }).lacks).toEqual(['household-register']);
    expect(search.understand('不办护照了', { trip: ['passport'] }).lacks).toEqual([]);
    expect(search.understand('结婚证丢了怎么离婚').lacks).toEqual(['marriage-certificate']);
  });

  it('hears which part of the notice is asked for', () => {
    expect(search.understand('那多少钱', { trip: ['passport'] }).aspects).toEqual(['fee']);
  });
});

describe('understand: whatever is typed', () => {
  const pieces = fc.constantFrom(
    ...[
      '身份证',
      '护照',
      '丢了',
      '没有',
      '和',
      '，',
      '怎么',
      '办',
      '孩子',
      '落户',
      '八',
      '岁',
      '结婚证',
      '离婚',
      '了',
      '不',
      '是',
    ],
    ...[' ', '户口', '到期', '要', '带', 'a', '7', '吗', '？', '临时', '还在', '证', '明', '说', '天气'],
  );
  const messages = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 500 }),
    fc.array(pieces, { maxLength: 250 }).map((parts) => parts.join('')),
  );
  const asking = fc.constantFrom(undefined, ...searchFixture.questions);

  it('never throws, says the same twice, and names only what it knows', () => {
    const known = new Set(searchFixture.items.map(({ id }) => id));
    fc.assert(
      fc.property(messages, asking, (text, question) => {
        const hearing = question === undefined ? {} : { asking: question, trip: ['passport'] };
        const understood = search.understand(text, hearing);
        expect(search.understand(text, hearing)).toEqual(understood);
        expect(understood.items.every((item) => known.has(item))).toBe(true);
        expect(understood.items).toHaveLength(new Set(understood.items).size);
        const answered = understood.answers.map(({ question: id }) => id);
        expect(answered).toHaveLength(new Set(answered).size);
      }),
      { numRuns: 200 },
    );
  });

  it('gives as many items as its verdict promises', () => {
    const counts = { clear: [1, 1], discontinued: [1, 1], several: [2, 99], ambiguous: [1, 99], none: [0, 0] } as const;
    fc.assert(
      fc.property(messages, (text) => {
        const { verdict, items: found } = search.understand(text);
        expect(found.length).toBeGreaterThanOrEqual(counts[verdict][0]);
        expect(found.length).toBeLessThanOrEqual(counts[verdict][1]);
      }),
      { numRuns: 200 },
    );
  });

  it('finds nothing in Latin letters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{0,60}$/), (text) => {
        expect(search.understand(text)).toMatchObject({ verdict: 'none', items: [], answers: [] });
      }),
    );
  });
});
