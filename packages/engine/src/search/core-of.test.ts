import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childCoreOf, coreOf, isAround } from './core-of.ts';

describe('coreOf', () => {
  it.each([
    ['我想补办身份证', ['身份证']],
    ['身份证丢了怎么补办', ['身份证']],
    ['怎么怎么重新补身份证', ['身份证']],
    ['我我我身份证的的的', ['身份证']],
    ['快到期的驾驶证没了吗', ['驾驶证']],
    // 要 goes before 需要 is looked for again, which is then no longer there.
    ['办理居住证需要什么材料', ['居住证需']],
    // What is left is no name: one character, what only stands around names, or what names too much.
    ['想要换新证', []],
    ['去办办去办', []],
    ['我的户口', []],
    ['', []],
  ])('of %s is %j', (alias, core) => {
    expect(coreOf(alias)).toEqual(core);
  });

  it('neither begins nor ends with what only stands around names', () => {
    const word = fc.constantFrom('身份证', '护照', '我想', '要', '需要', '补', '补办', '的', '号', '没', '没有', '了');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        for (const core of coreOf(words.join(''))) {
          for (let cut = 1; cut < core.length; cut += 1) {
            expect(isAround(core.slice(0, cut))).toBe(false);
            expect(isAround(core.slice(cut))).toBe(false);
          }
        }
      }),
    );
  });
});

describe('childCoreOf', () => {
  it.each([
    ['给孩子上户口', ['上户口']],
    ['新生儿落户', ['落户']],
    ['落户', []],
  ])('of %s is %j', (alias, core) => {
    expect(childCoreOf(alias)).toEqual(core);
  });
});
