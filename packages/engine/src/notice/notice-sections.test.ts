import { describe, expect, it } from 'vitest';
import type { OutcomeLine } from '../model/outcome.ts';
import { anyOf, fee, is, line, material, noticeOf, say } from './notice.fixture.ts';
import { noticeSections } from './notice-sections.ts';

const away = is('household', 'away');
const sectionsOf = (lines: readonly OutcomeLine[], locale?: 'en') => noticeSections(noticeOf(lines), locale);
const section = (lines: readonly OutcomeLine[], id: string) => sectionsOf(lines).find((each) => each.id === id);

describe('noticeSections', () => {
  it('come in one order, and only those that hold something', () => {
    const lines = [
      line('id-card', say('warning', '请早到')),
      line('id-card', fee('工本费', 40)),
      line('id-card', say('step', '取号')),
      line('id-card', material('register', {}, { necessity: 'deferrable' }), away),
      line('id-card', material('form', { keeps: 'filled' })),
      line('id-card', say('eligibility', '本人办理')),
      line('id-card', say('not-needed', '照片')),
      line('id-card', say('step', '先挂失', { kind: 'before', id: 'before/1' })),
    ];
    expect(sectionsOf(lines).map(({ title }) => title)).toEqual([
      '先办好这些',
      '看情况带的（1 样），拿不准请打 0000-12345',
      '不用带，到窗口填的',
      '不用带的',
      '办理条件',
      '到了窗口',
      '多少钱',
      '请留意',
      '可以后补的',
      '有问题找谁',
    ]);
  });

  it('say of each material how much, what becomes of it, and how to get it', () => {
    const [register] = section([line('id-card', material('register', { copies: 2 }))], 'materials')?.lines ?? [];
    expect(register).toMatchObject({
      text: '居民户口簿',
      tick: true,
      material: 'register',
      sources: ['《中华人民共和国居民身份证法》第十条'],
      details: ['原件 1 份，看过就还您；复印件 2 份', '由公安机关出具。没有的话：到派出所补领。'],
    });
  });

  it('list alternatives under one line to tick', () => {
    const uses = [
      { material: 'register', note: '户主页' },
      { material: 'permit', copies: 1 },
    ];
    const lines = section([line('id-card', anyOf(uses))], 'materials')?.lines;
    expect(lines).toHaveLength(1);
    expect(lines?.[0]?.text).toBe('下面任选一样：居民户口簿、居住证');
    expect(lines?.[0]?.details).toEqual([
      '居民户口簿：原件 1 份，看过就还您；没有的话：到派出所补领。',
      '居住证：原件 1 份，看过就还您；复印件 1 份；没有的话：到居住地派出所申请。',
      '居民户口簿：户主页',
    ]);
  });

  it('say when an uncertain material is needed and how to find out', () => {
    const [register] = section([line('id-card', material('register'), away)], 'maybe')?.lines ?? [];
    expect(register?.when).toBe('如果户口在外地');
    expect(register?.details).toContain('弄清楚的办法：看户口簿首页。');
  });

  it('head a doubtful reason as a doubt, a certain one as a fact, and say where to go instead', () => {
    const reason = say('ineligible', '外地办不了', { instead: '回户口所在地办' });
    expect(section([line('id-card', reason, away)], 'ineligible')?.title).toBe('可能办不了，请先弄清楚');
    const certain = section([line('id-card', reason)], 'ineligible');
    expect(certain?.title).toBe('现在办不了');
    expect(certain?.lines[0]?.details).toEqual(['可以这样办：回户口所在地办']);
  });

  it('say that nothing is to be brought or paid only where the item can be done', () => {
    const can = [line('id-card', say('step', '取号'))];
    expect(section(can, 'materials')?.lines[0]?.text).toBe('不用带材料。');
    expect(section(can, 'fees')?.lines[0]).toMatchObject({ text: '这份规则里没有收费项目。', local: true });
    const cannot = [line('id-card', say('ineligible', '办不了'))];
    expect(sectionsOf(cannot).map(({ id }) => id)).toEqual(['ineligible', 'help']);
  });

  it('say what the window alone knows, and a total only of what is known', () => {
    const fees = [line('id-card', fee('工本费', 40)), line('id-card', fee('快递费', 20))];
    expect(section(fees, 'fees')?.lines.map(({ text }) => text)).toEqual([
      '工本费 40 元',
      '快递费 20 元',
      '合计 60 元',
    ]);
    const open = [...fees, line('id-card', fee('照相费'))];
    expect(section(open, 'fees')?.lines.at(-1)?.text).toBe('照相费：多少钱以当地窗口为准');
  });

  it('keep the knowledge Chinese under English headings', () => {
    const [bring] = sectionsOf([line('id-card', material('register'))], 'en');
    expect(bring?.title).toBe('Bring (1)');
    expect(bring?.lines[0]?.text).toBe('居民户口簿');
    expect(bring?.lines[0]?.details[0]).toBe('1 original, shown and given back');
  });
});
