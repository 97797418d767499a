import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from './engine.ts';
import type { Engine } from './engine.ts';
import { smallKnowledge, talk } from './engine.fixture.ts';
import { EngineError } from './errors.ts';
import type { Consultation, Input } from './model/consultation.ts';
import type { AskReply, NoticeReply, Reply } from './model/reply.ts';
import { checkProperty } from './test-support/check-property.ts';
import { runs } from './test-support/runs.ts';

let engine: Engine;
beforeEach(() => {
  engine = createEngine(smallKnowledge());
});

const say = (text: string): Input => ({ kind: 'say', text });
const answer = (question: string, value: string | number): Input => ({ kind: 'answer', question, value });

function asks(reply: Reply): string | undefined {
  return reply.kind === 'ask' ? reply.question.id : undefined;
}

function materialsOf(reply: Reply): readonly string[] {
  return (reply as NoticeReply).notice.materials.map(({ material }) => material);
}

describe('from the first word to the notice', () => {
  it('takes the item and the facts from one sentence, and asks only what is left', () => {
    const talked = talk(engine);
    const first = talked.take(say('我的会员卡丢了怎么办'));
    expect(first.understood.map(({ question }) => question)).toEqual(['card-reason']);
    expect(asks(first)).toBe('age');
    const last = talked.take(answer('age', 30));
    expect(last.kind).toBe('notice');
    expect(materialsOf(last)).toEqual(['register', 'statement']);
    expect((last as NoticeReply).notice.total).toBe(40);
  });

  it('counts down the questions that are left, and never up', () => {
    const talked = talk(engine);
    const first = talked.take({ kind: 'choose', items: ['card'] }) as AskReply;
    const second = talked.take(answer(first.question.id, first.question.options[0]?.value ?? 0)) as AskReply;
    expect(first.remaining.atMost).toBe(2);
    expect(second.remaining.atMost).toBeLessThan(2);
  });

  it('offers the ranges of an age that make a difference, and takes a typed age as well', () => {
    const talked = talk(engine);
    talked.take(say('会员卡丢了'));
    expect((talked.turn.reply as AskReply).question.options.map(({ value }) => value)).toEqual(['..16', '16..']);
    expect(asks(talked.take(say('八岁')))).toBe('guardian');
  });

  it('shows which papers are certain, possible and ruled out, and why', () => {
    const talked = talk(engine);
    const reply = talked.take(say('第一次办会员卡')) as AskReply;
    expect(reply.checklist.certain.map(({ material }) => material)).toEqual(['register']);
    expect(reply.checklist.possible.map(({ material }) => material)).toEqual(['letter']);
    expect(reply.checklist.dropped).toEqual([
      { material: 'statement', name: '遗失说明', questions: ['card-reason'], because: '第一次办会员卡' },
    ]);
  });

  it('says of a discontinued item that it is no longer offered, in a notice', () => {
    const reply = talk(engine).take(say('办光荣徽章')) as NoticeReply;
    expect(reply.kind).toBe('notice');
    expect(reply.notice.eligibility.eligible).toBe('no');
    expect(reply.notice.eligibility.reasons[0]?.text).toContain('不再发放');
  });
});

describe('several items in one trip', () => {
  it('asks what two items share once, and merges their papers', () => {
    const talked = talk(engine);
    talked.take({ kind: 'choose', items: ['card', 'pass'] });
    const asked: string[] = [];
    while (talked.turn.reply.kind === 'ask') {
      const { question } = talked.turn.reply;
      asked.push(question.id);
      talked.take(
        question.id === 'age' ? answer('age', '16..') : answer(question.id, question.options[1]?.value ?? ''),
      );
    }
    expect([...asked].sort()).toEqual(['age', 'card-reason', 'official']);
    const { notice } = talked.turn.reply as NoticeReply;
    const register = notice.materials.filter(({ material }) => material === 'register');
    expect(register).toHaveLength(1);
    expect(register[0]).toMatchObject({ originals: 1, copies: 1, items: ['card', 'pass'] });
    expect(notice.total).toBe(100);
  });

  it('adds an item to a trip that has its notice already, and keeps the answers', () => {
    const talked = talk(engine);
    talked.take(say('会员卡丢了'));
    talked.take(answer('age', 30));
    expect(asks(talked.take({ kind: 'add', item: 'pass' }))).toBe('official');
    expect(talked.take({ kind: 'remove', item: 'pass' }).kind).toBe('notice');
  });

  it.each(['去掉通行证', '通行证不办了'])('leaves out what is named only to be left out: %s', (text) => {
    const talked = talk(engine);
    talked.take({ kind: 'choose', items: ['card', 'pass'] });
    talked.take(say(text));
    expect(talked.turn.consultation.trip).toEqual(['card']);
  });

  it('stops asking for an item once it cannot be done, and goes on with the other', () => {
    const talked = talk(engine);
    talked.take({ kind: 'choose', items: ['pass', 'card'] });
    talked.take(answer('age', 8));
    talked.take(answer('guardian', 'cannot'));
    expect(asks(talked.turn.reply)).toBe('card-reason');
  });
});

describe('not sure, change, lack, back, why', () => {
  it('goes on after "not sure" and lists what hangs on it as conditional', () => {
    const talked = talk(engine);
    talked.take(say('会员卡丢了'));
    const reply = talked.take({ kind: 'unsure', question: 'age' }) as NoticeReply;
    expect(reply.kind).toBe('notice');
    const letter = reply.notice.materials.find(({ material }) => material === 'letter');
    expect(letter?.when?.says).toContain('不满 16 周岁');
    expect(letter?.when?.says).toContain('家长不能陪同');
    expect(letter?.when?.find.length).toBeGreaterThan(0);
  });

  it('changes one answer, keeps the others, and names what that adds and removes', () => {
    const talked = talk(engine);
    talked.take(say('会员卡丢了'));
    talked.take(answer('age', 30));
    expect(asks(talked.take({ kind: 'change', question: 'card-reason' }))).toBe('card-reason');
    const reply = talked.take(answer('card-reason', 'first'));
    expect(reply.difference).toEqual({ added: ['工本费：不收费'], removed: ['遗失说明', '补卡费 40 元'] });
    expect(reply.answered.map(({ question }) => question)).toContain('age');
    expect(materialsOf(reply)).toEqual(['register']);
  });

  it('says of every line which answers and which source brought it in', () => {
    const talked = talk(engine);
    talked.take(say('会员卡丢了'));
    const { notice } = talked.take(answer('age', 30)) as NoticeReply;
    const statement = notice.materials.find(({ material }) => material === 'statement');
    expect(statement).toMatchObject({ because: ['会员卡丢了'], sources: ['law'] });
    expect(notice.materials.find(({ material }) => material === 'register')?.because).toEqual([]);
  });

  it('writes the notice of a chosen day', () => {
    const talked = talk(engine);
    talked.take(say('会员卡丢了'));
    talked.take(answer('age', 30));
    const { consultation } = talked.turn;
    expect(engine.writeNotice(consultation, '2027-03-01').today).toBe('2027-03-01');
    expect(() => engine.writeNotice(consultation, '2027-02-30')).toThrow(EngineError);
  });

  it('wakes a dormant answer when it applies again', () => {
    const talked = talk(engine);
    talked.take(say('第一次办会员卡'));
    talked.take(answer('age', 8));
    talked.take(answer('guardian', 'cannot'));
    const grown = talked.take(answer('age', 30));
    expect(grown.answered.map(({ question }) => question)).not.toContain('guardian');
    const again = talked.take(answer('age', 9));
    expect(materialsOf(again)).toEqual(['register', 'letter']);
  });

  it('puts what issues a lacking paper first, and takes it back', () => {
    const talked = talk(engine);
    talked.take({ kind: 'choose', items: ['pass'] });
    talked.take(answer('age', 30));
    talked.take(answer('official', 'no'));
    const lacking = talked.take({ kind: 'lack', material: 'card' }) as NoticeReply;
    expect(lacking.notice.first.map(({ addItem }) => addItem)).toEqual(['card']);
    const has = talked.take({ kind: 'have', material: 'card' }) as NoticeReply;
    expect(has.notice.first).toEqual([]);
  });

  it('goes back to the question answered last', () => {
    const talked = talk(engine);
    talked.take(say('第一次办会员卡'));
    talked.take(answer('age', 8));
    expect(asks(talked.take({ kind: 'back' }))).toBe('age');
    expect(talked.turn.consultation.answers).not.toHaveProperty('age');
  });

  it('says why it asks, and the question stands', () => {
    const talked = talk(engine);
    talked.take(say('会员卡丢了'));
    const reply = talked.take({ kind: 'why', question: 'age' });
    expect(reply).toMatchObject({ kind: 'fact', aspect: 'why', question: { id: 'age' } });
    expect(reply.say.join('')).toContain('委托书');
    expect(talked.turn.consultation.asking).toBe('age');
  });

  it('answers a question about the fee after only what the fee depends on, and goes on from there', () => {
    const talked = talk(engine);
    const first = talked.take(say('会员卡多少钱')) as AskReply;
    expect(first).toMatchObject({ kind: 'ask', question: { id: 'card-reason' }, remaining: { atMost: 0 } });
    const told = talked.take(answer('card-reason', 'lost'));
    expect(told).toMatchObject({ kind: 'fact', aspect: 'fee', sections: [{ id: 'fees' }], question: { id: 'age' } });
    expect(talked.take(answer('age', 30)).kind).toBe('notice');
  });

  it('answers at once what depends on nothing', () => {
    const talked = talk(engine);
    const reply = talked.take(say('通行证多少钱'));
    expect(reply).toMatchObject({ kind: 'fact', aspect: 'fee', trip: [{ item: 'pass' }], question: { id: 'age' } });
  });

  it('says of what the rules leave out whom to call', () => {
    const talked = talk(engine);
    talked.take(say('会员卡丢了'));
    const reply = talked.take({ kind: 'aspect', aspect: 'online' });
    expect(reply).toMatchObject({ kind: 'fact', aspect: 'online', sections: [] });
    expect(reply.say.join('')).toContain('0000-12345');
  });

  it('gives the whole notice when nothing is left to ask anyway', () => {
    expect(talk(engine).take(say('光荣徽章在哪办')).kind).toBe('notice');
  });
});

describe('a greeting', () => {
  it('is answered with what can be done, and is no miss', () => {
    const talked = talk(engine);
    expect(talked.take(say('你好')).kind).toBe('choose');
    expect(talked.turn.consultation.misses).toBe(0);
  });

  it('leaves the question standing', () => {
    const talked = talk(engine);
    talked.take(say('会员卡丢了'));
    expect(asks(talked.take(say('您好')))).toBe('age');
  });
});

describe('a person takes over', () => {
  it('at once when asked for, with what need not be said again', () => {
    const talked = talk(engine);
    talked.take(say('会员卡丢了'));
    const reply = talked.take({ kind: 'ask-for-clerk' });
    expect(reply).toMatchObject({ kind: 'handoff', reason: 'asked', phone: '0000-12345' });
    expect(reply.kind === 'handoff' && reply.summary).toContain('会员卡丢了');
  });

  it('says that it does not know, and hands over when it does not know again', () => {
    const talked = talk(engine);
    expect(talked.take(say('今天天气怎么样')).kind).toBe('not-found');
    expect(talked.take(say('帮我写一首诗'))).toMatchObject({ kind: 'handoff', reason: 'outside' });
    expect(asks(talked.take(say('会员卡丢了')))).toBe('age');
  });
});

describe('input that cannot be used', () => {
  const bad: readonly [string, Input, string][] = [
    ['an empty message', say(' \n'), 'empty-message'],
    ['ten thousand characters', say('丢'.repeat(10_000)), 'message-too-long'],
    ['an item that does not exist', { kind: 'add', item: 'nothing' }, 'unknown-item'],
    ['no item at all', { kind: 'choose', items: [] }, 'unknown-item'],
    ['a question of no item', answer('nothing', 'x'), 'unknown-question'],
    ['an option that does not exist', answer('card-reason', 'stolen'), 'unknown-option'],
    ['an age nobody has', answer('age', -3), 'unknown-option'],
    ['a material that does not exist', { kind: 'lack', material: 'nothing' }, 'unknown-material'],
    ['a change of what was never answered', { kind: 'change', question: 'age' }, 'nothing-to-change'],
    ['words that mean nothing here', say('哈哈哈哈'), 'not-understood'],
    ['a name from the object prototype', answer('constructor', '__proto__'), 'unknown-question'],
  ];

  it.each(bad)('answers %s with a code and a sentence, and loses nothing', (_name, input, code) => {
    const talked = talk(engine);
    talked.take({ kind: 'choose', items: ['card'] });
    const before = talked.turn.consultation;
    const reply = talked.take(input);
    expect(reply).toMatchObject({ kind: 'problem', code, question: { id: before.asking } });
    expect(reply.say.join('').length).toBeGreaterThan(5);
    expect(talked.turn.consultation).toBe(before);
  });

  it('refuses a consultation of another knowledge version', () => {
    const { consultation } = engine.begin({ today: '2026-11-22' });
    const foreign: Consultation = { ...consultation, knowledge: 'other' };
    expect(() => engine.takeTurn(foreign, { kind: 'repeat' })).toThrow(EngineError);
  });
});

describe('what holds for every conversation', () => {
  const anInput: fc.Arbitrary<Input> = fc.oneof(
    fc.constantFrom<Input>(
      say('会员卡丢了'),
      say('不清楚'),
      say('通行证也要办'),
      answer('card-reason', 'lost'),
      answer('card-reason', 'first'),
      answer('age', 8),
      answer('age', '16..'),
      answer('guardian', 'can'),
      answer('guardian', 'cannot'),
      answer('official', 'yes'),
      { kind: 'unsure', question: 'age' },
      { kind: 'unsure', question: 'card-reason' },
      { kind: 'change', question: 'age' },
      { kind: 'choose', items: ['card'] },
      { kind: 'add', item: 'pass' },
      { kind: 'remove', item: 'card' },
      { kind: 'lack', material: 'card' },
      { kind: 'have', material: 'card' },
      { kind: 'back' },
      { kind: 'repeat' },
      { kind: 'restart' },
      { kind: 'ask-for-clerk' },
      { kind: 'aspect', aspect: 'fee' },
      { kind: 'aspect', aspect: 'materials' },
      say('会员卡多少钱'),
    ),
    fc.string({ maxLength: 40 }).map(say),
  );
  const inputs = fc.array(anInput, { maxLength: 12 });

  it('rebuilds the consultation byte for byte from its turns', () => {
    checkProperty(
      'replaying the turns',
      fc.property(inputs, (list) => {
        const talked = talk(engine);
        list.forEach((input) => talked.take(input));
        const replayed = talk(engine);
        talked.turn.consultation.turns.forEach((input) => replayed.take(input));
        expect(JSON.stringify(replayed.turn.consultation)).toBe(JSON.stringify(talked.turn.consultation));
      }),
      2_000,
    );
  });

  it('asks exactly while an answer can change the notice, and never what is answered already', () => {
    fc.assert(
      fc.property(inputs, (list) => {
        const talked = talk(engine);
        for (const input of list) {
          talked.take(input);
          const { consultation } = talked.turn;
          if (consultation.stage === 'concluded') expect(talked.engine.survey(consultation).settled).toBe(true);
          const changing = input.kind === 'change' || input.kind === 'repeat';
          if (consultation.stage !== 'asking' || changing || consultation.asking === undefined) continue;
          if (consultation.turns.at(-1) !== input) continue;
          expect(consultation.answers[consultation.asking]).toBeUndefined();
        }
      }),
      runs(500),
    );
  });

  it('ends in the same notice whatever the order of the answers', () => {
    const given = [
      answer('card-reason', 'lost'),
      answer('age', 8),
      answer('guardian', 'cannot'),
      answer('official', 'no'),
    ];
    const orders = fc.shuffledSubarray(given, { minLength: given.length });
    const noticeOf = (order: readonly Input[]) => {
      const talked = talk(engine);
      talked.take({ kind: 'choose', items: ['card', 'pass'] });
      order.forEach((input) => talked.take(input));
      return talked.engine.writeNotice(talked.turn.consultation);
    };
    const expected = noticeOf(given);
    fc.assert(
      fc.property(orders, (order) => {
        expect(noticeOf(order)).toEqual(expected);
      }),
      runs(100),
    );
  });
});
