import { describe, expect, it } from 'vitest';
import type { Obligation } from '../model/obligation.ts';
import type { Answer } from '../model/situation.ts';
import { anyOf, fee, is, item, knowledgeWith, line, material, noticeOf, say } from './notice.fixture.ts';

const texts = (lines: readonly { readonly text: string }[]) => lines.map(({ text }) => text);
const place = (more: Record<string, unknown>): Obligation => say('step', '', { kind: 'place', ...more });

describe('writeNotice', () => {
  it('holds what the day of the notice asks for and nothing of another day', () => {
    const lines = [
      line('id-card', fee('旧收费', 20), undefined),
      line('id-card', { ...fee('新收费', 40), from: '2026-11-22' }),
      line('id-card', { ...fee('旧标准', 10), to: '2026-11-22' }),
    ];
    expect(texts(noticeOf(lines).fees)).toEqual(['旧收费', '新收费']);
    expect(texts(noticeOf(lines, { situation: { today: '2026-11-21' } }).fees)).toEqual(['旧收费', '旧标准']);
  });

  it('adds certain charges up to the fen, and gives no total when the window alone knows one', () => {
    expect(noticeOf([line('id-card', fee('a', 0.1)), line('id-card', fee('b', 0.2))]).total).toBe(0.3);
    expect(noticeOf([line('id-card', fee('a', 40)), line('passport', fee('b'))])).not.toHaveProperty('total');
    const open = line('passport', fee('b', 120), is('household', 'away'));
    expect(noticeOf([line('id-card', fee('a', 40)), open]).total).toBe(40);
  });

  it('says alike sentences of several items once, and names the item where they differ', () => {
    const lines = [
      line('id-card', say('proxy', '要本人到场')),
      line('id-card', say('online', '不能网上办')),
      line('passport', say('proxy', '要本人到场')),
    ];
    expect(texts(noticeOf(lines).proxy)).toEqual(['要本人到场']);
    expect(texts(noticeOf(lines).online)).toEqual(['办居民身份证：不能网上办']);
  });

  it('keeps the steps of each item together, also where they say the same', () => {
    const steps = ['取号', '签字'].map((text) => say('step', text));
    const lines = ['id-card', 'passport'].flatMap((owner) => steps.map((step) => line(owner, step)));
    expect(texts(noticeOf(lines).steps)).toEqual([
      '办居民身份证：取号',
      '办居民身份证：签字',
      '办普通护照：取号',
      '办普通护照：签字',
    ]);
  });

  it('says on what a time rests', () => {
    const time = (basis: string, text: string) => line('id-card', say('step', text, { id: text, kind: 'time', basis }));
    const lines = [time('legal', '60 日内'), time('promised', '20 个工作日'), time('local', '当场')];
    expect(texts(noticeOf(lines).time)).toEqual(['法定 60 日内', '承诺 20 个工作日', '当场']);
  });
});

describe('sources', () => {
  const grounded = (text: string, sources: readonly string[]) => line('id-card', say('warning', text, { sources }));

  it('are those a citizen may see, each once, in the order of first use', () => {
    const notice = noticeOf([
      grounded('甲', ['page']),
      line('id-card', material('register', {}, { sources: ['law'] })),
      grounded('乙', ['law', 'page']),
    ]);
    expect(notice.sources.map(({ id }) => id)).toEqual(['law', 'page']);
    expect(notice.sources[0]).not.toHaveProperty('grade');
  });

  it('leave a line local when none may be shown', () => {
    const [shown, hidden] = noticeOf([grounded('甲', ['law', 'blog']), grounded('乙', ['blog'])]).warnings;
    expect(shown).toMatchObject({ sources: ['law'], local: false });
    expect(hidden).toMatchObject({ sources: [], local: true });
  });
});

describe('eligibility', () => {
  it('prints nothing to bring or pay for an item that cannot be done, but the reason and where to go', () => {
    const notice = noticeOf([
      line('id-card', material('register')),
      line('id-card', fee('工本费', 40)),
      line('id-card', say('ineligible', '户口不在本市', { instead: '回户口所在地办', item: 'passport' })),
    ]);
    expect(notice.eligibility).toMatchObject({
      eligible: 'no',
      reasons: [{ text: '户口不在本市', note: '回户口所在地办', addItem: 'passport' }],
    });
    expect([notice.materials, notice.fees]).toEqual([[], []]);
  });

  it('leaves the other items of the trip as they are', () => {
    const notice = noticeOf([
      line('id-card', say('handoff', '要人工处理')),
      line('id-card', material('register')),
      line('passport', material('photo')),
    ]);
    expect(notice.materials.map(({ material: id }) => id)).toEqual(['photo']);
    expect(texts(notice.handoff)).toEqual(['办居民身份证：要人工处理']);
  });

  it('is unsure while a reason hangs on an answer, and does not repeat that doubt beside every line', () => {
    const refused = is('reason', 'first');
    const able = is('reason', 'lost', 'damaged', 'expired');
    const notice = noticeOf([
      line('id-card', say('ineligible', '外地窗口办不了'), refused),
      line('id-card', material('form'), able),
      line('id-card', material('register'), { all: [able, is('household', 'away')] }),
      line('id-card', material('deed'), is('reason', 'lost')),
    ]);
    expect(notice.eligibility.eligible).toBe('unsure');
    expect(notice.eligibility.reasons[0]?.when?.says).toBe('第一次办身份证');
    expect(notice.materials.map(({ when }) => when?.says)).toEqual([undefined, '户口在外地', '身份证丢了']);
  });
});

describe('what must be done first', () => {
  const knowledge = knowledgeWith({
    items: [
      item('id-card', '居民身份证补领', '居民身份证', [material('register')]),
      item('passport', '普通护照申领', '普通护照', [material('card')]),
      item('register-reissue', '居民户口簿补领', '居民户口簿', []),
    ],
  });

  it('names how to get what is lacking, and the item that issues it', () => {
    const notice = noticeOf([line('passport', material('register')), line('passport', material('permit'))], {
      knowledge,
      situation: { lacks: ['register', 'permit'] },
    });
    expect(notice.first).toMatchObject([
      { text: '您没有居民户口簿，要先办：居民户口簿补领', note: '到派出所补领', addItem: 'register-reissue' },
      { text: '先办好居住证：到居住地派出所申请' },
    ]);
    expect(notice.materials.every(({ lacking }) => lacking)).toBe(true);
  });

  it('puts a paper before the item that needs it', () => {
    const notice = noticeOf([line('passport', material('card')), line('passport', material('register'))], {
      knowledge,
      situation: { lacks: ['register', 'card'] },
    });
    expect(notice.first.map(({ addItem }) => addItem)).toEqual(['register-reissue', 'id-card']);
  });

  it('says a presupposition once, in the words of its author', () => {
    const before = say('step', '先补户口簿', { kind: 'before', item: 'register-reissue', when: { lacks: 'register' } });
    const notice = noticeOf([line('id-card', before), line('id-card', material('register'))], {
      knowledge,
      situation: { lacks: ['register'] },
    });
    expect(notice.first).toMatchObject([{ text: '先补户口簿', addItem: 'register-reissue', sources: ['law'] }]);
  });

  it('offers no item that is part of the trip already', () => {
    const notice = noticeOf([line('id-card', material('form')), line('passport', material('card'))], {
      situation: { lacks: ['card'] },
    });
    expect(notice.first[0]?.text).toBe('您没有居民身份证，这一趟先办：居民身份证补领');
    expect(notice.first[0]).not.toHaveProperty('addItem');
  });

  it('asks for nothing first when one of the alternatives is there', () => {
    const choice = line('id-card', anyOf([{ material: 'register' }, { material: 'permit' }]));
    expect(noticeOf([choice], { situation: { lacks: ['register'] } }).first).toEqual([]);
  });

  it('does not suggest what must be done anyway', () => {
    const offer = { item: 'register-reissue' };
    const lines = [
      line('id-card', say('step', '先补户口簿', { ...offer, kind: 'before' })),
      line('id-card', say('step', '可以一起补', { ...offer, kind: 'suggest', id: 'suggest/1' })),
      line('id-card', say('step', '急用可以办护照', { item: 'passport', kind: 'suggest', id: 'suggest/2' })),
    ];
    expect(texts(noticeOf(lines).suggestions)).toEqual(['急用可以办护照']);
  });
});

describe('places', () => {
  it('stand once for each hall, windows in the order of the building', () => {
    const { places } = noticeOf([
      line('passport', place({ id: 'place/1', hall: 'hall', windows: ['passport'], say: undefined })),
      line('id-card', place({ id: 'place/2', hall: 'hall', windows: ['household', 'help'], say: undefined })),
    ]);
    expect(places).toHaveLength(1);
    expect(places[0]?.windows.map(({ name }) => name)).toEqual(['1 楼 导办台', '1 楼 户籍窗口', '2 楼 出入境窗口']);
    expect(places[0]?.note).toBe('出入境窗口电话：0000-0000002');
  });

  it('say the floor once when all windows are on it, and the phone of the only window', () => {
    const [only] = noticeOf([line('passport', place({ hall: 'hall', windows: ['passport'], say: undefined }))]).places;
    expect(only).toMatchObject({ floor: 2, phone: '0000-0000002', windows: [{ name: '出入境窗口', low: true }] });
  });

  it('come after the halls when only the kind of office is known', () => {
    const { places } = noticeOf([
      line('id-card', place({ id: 'place/1', say: '任何一个派出所' })),
      line('id-card', place({ id: 'place/2', hall: 'hall', windows: ['household'], say: undefined })),
    ]);
    expect(texts(places)).toEqual(['示例市政务服务中心', '任何一个派出所']);
  });
});

describe('facts', () => {
  const when = { all: [is('guardian', 'can'), is('household', 'here'), { question: 'age', compare: { lt: 16 } }] };
  const knowledge = knowledgeWith({
    items: [item('id-card', '居民身份证补领', '居民身份证', [{ ...material('register'), when }])],
  });
  const factsOf = (given: Readonly<Record<string, string | number | null>>) => {
    const answers: Record<string, Answer> = {};
    for (const [id, value] of Object.entries(given)) {
      answers[id] = value === null ? { is: 'unsure' } : { is: 'known', value };
    }
    const situation = { answers };
    const { facts } = noticeOf([line('id-card', material('form'))], { knowledge, situation });
    return facts.map(({ name, label }) => [name, label].join('：'));
  };

  it('are the answers that apply and matter, in the order of the questions, however they were given', () => {
    const expected = ['年龄：8 周岁', '户口所在地：户口在本市', '监护人到场：不清楚'];
    expect(factsOf({ guardian: null, household: 'here', age: 8, reason: 'lost' })).toEqual(expected);
    expect(factsOf({ reason: 'lost', age: 8, household: 'here', guardian: null })).toEqual(expected);
  });

  it('leave out an answer to a question that does not apply any more', () => {
    expect(factsOf({ age: 30, guardian: 'can' })).toEqual(['年龄：30 周岁']);
  });

  it('say a range as a range', () => {
    expect(factsOf({ age: '..16' })).toEqual(['年龄：不满 16 周岁']);
    expect(factsOf({ age: '16..60' })).toEqual(['年龄：16 到 59 周岁']);
  });
});

describe('a doubt', () => {
  it('comes with how to settle it, each way once', () => {
    const both = { any: [is('household', 'away'), { question: 'age', compare: { lt: 16 } }] };
    const [first] = noticeOf([line('id-card', material('register'), both)]).materials;
    expect(first?.when).toEqual({ says: '不满 16 周岁或者户口在外地', find: ['看出生日期。', '看户口簿首页。'] });
  });
});
