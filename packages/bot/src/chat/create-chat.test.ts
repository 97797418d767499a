import { noticeText } from '@onetrip/engine';
import { describe, expect, it } from 'vitest';
import { smallEngine } from '../test-support/small-engine.ts';
import { createChat } from './create-chat.ts';
import type { Chat } from './create-chat.ts';

const engine = await smallEngine();
const today = '2026-11-22';

/** A conversation in which these messages were already exchanged. */
function chatAfter(...said: readonly string[]): Chat {
  const chat = createChat(engine, { today });
  for (const text of said) chat.receive(text);
  return chat;
}

const answered = (chat: Chat, text: string): string => chat.receive(text).join('\n');
const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** The notice that these answers give, straight from the engine. */
function noticeFor(answers: Readonly<Record<string, string | number>>): string {
  let { consultation } = engine.begin({ today, items: ['stall-permit'], channel: 'wechat' });
  for (const [question, value] of Object.entries(answers)) {
    ({ consultation } = engine.takeTurn(consultation, { kind: 'answer', question, value }));
  }
  return noticeText(engine.writeNotice(consultation));
}

describe('a chat', () => {
  it('says hello to a hello, and offers what can be done by number', () => {
    const said = answered(chatAfter(), '你好');
    expect(said).toContain('1 ');
    expect(said).toContain('0 都不是');
  });

  it('numbers the options, says how far it is, and ends with the fixed words', () => {
    const lines = answered(chatAfter(), '摆摊要办什么证').split('\n');
    expect(lines).toContain('1/3 这次是什么情况？');
    expect(lines).toEqual(expect.arrayContaining(['1 第一次办', '2 旧证丢了', '3 旧证到期了', '0 不清楚']));
    expect(lines.at(-1)).toBe('返回　重来　人工　不清楚');
  });

  it('says back what it understood and does not ask it again', () => {
    const said = answered(chatAfter(), '摊位证丢了');
    expect(said).toContain('摊位证丢了');
    expect(said).not.toContain('这次是什么情况');
  });

  it('takes the option by its number, its label or a part of it alone', () => {
    for (const reply of ['3', '③', '旧证到期了', '到期']) {
      const said = answered(chatAfter('摆摊要办什么证'), reply);
      expect(said).toContain('摊主今年多大');
    }
  });

  it('letters the ranges of a number, so that a bare number is the number itself', () => {
    const chat = chatAfter('摊位证到期');
    expect(answered(chat, '再说一遍')).toMatch(/^A /mu);
    expect(answered(chat, '15')).toContain('监护人同意书');
    expect(answered(chatAfter('摊位证到期'), 'A')).toContain('监护人同意书');
  });

  it('reads a number against the question last put, not against one before', () => {
    const chat = chatAfter('摆摊要办什么证', '1', '30');
    expect(answered(chat, '2')).toContain('摊上不卖吃的');
  });

  it('names a number that is on no line and puts the same question again', () => {
    const chat = chatAfter('摆摊要办什么证');
    const said = answered(chat, '7');
    expect(said).toContain('没有“7”这一项');
    expect(said).toContain('1/3 这次是什么情况？');
    expect(answered(chat, '1')).toContain('摊主今年多大');
  });

  it('answers a picture with one line and the question again', () => {
    const chat = chatAfter('摆摊要办什么证');
    const said = chat.receiveUnreadable().join('\n').split('\n');
    expect(said[0]).toBe('图片、语音和文件我看不了，请打字告诉我。');
    expect(said).toContain('1/3 这次是什么情况？');
  });

  it('answers a picture that comes first with what can be done', () => {
    expect(chatAfter().receiveUnreadable().join('\n')).toContain('1 ');
  });

  it('takes 0 and 不清楚 for not sure', () => {
    for (const reply of ['0', '不清楚', '不知道']) {
      expect(answered(chatAfter('摆摊要办什么证'), reply)).toContain('摊主今年多大');
    }
  });

  it('explains why it asks and lets the question stand', () => {
    const chat = chatAfter('摆摊要办什么证');
    expect(answered(chat, '为什么')).toContain('这次是什么情况');
    expect(answered(chat, '1')).toContain('摊主今年多大');
  });

  it('ends with the whole notice in messages of its own', () => {
    const chat = chatAfter('摆摊要办什么证', '2', '30');
    const messages = chat.receive('不卖吃的');
    const text = noticeFor({ 'permit-reason': 'lost', age: 30, 'sells-food': 'none' });
    expect(messages).toContain(text);
  });

  it('changes an answer named by its name, by its number on the list, or picked from the list', () => {
    const lists = [['改 办理原因'], ['改 1'], ['改', '1'], ['改', '办理原因：摊位证丢了']];
    for (const words of lists) {
      const chat = chatAfter('摊位证丢了', '30', '2', ...words);
      const text = chat.receive('旧证到期了').join('\n');
      expect(text).toContain(noticeFor({ 'permit-reason': 'expired', age: 30 }));
    }
  });

  it('says so when there is nothing to change yet', () => {
    expect(answered(chatAfter('摆摊要办什么证'), '改')).toContain('还没有可以改的回答');
  });

  it('goes back one question, and begins anew', () => {
    const chat = chatAfter('摆摊要办什么证', '1');
    expect(answered(chat, '返回')).toContain('1/3 这次是什么情况？');
    expect(answered(chat, '重来')).not.toContain('1/3');
  });

  it('hands over to a person with the telephone and what is known', () => {
    const said = answered(chatAfter('摊位证丢了'), '人工');
    expect(said).toContain('0000-12345');
    expect(said).toContain('摊位证丢了');
  });

  it('adds what the notice suggests by its number, and cuts a long notice only between items', () => {
    const chat = chatAfter('摊位证丢了', '30', '2');
    chat.receive('1');
    const messages = chat.receive('1');
    for (const message of messages) expect(bytes(message)).toBeLessThanOrEqual(2048);
    const parts = messages.filter((message) => /\(\d\/\d\)/u.test(message));
    expect(parts.length).toBeGreaterThan(1);
    for (let step = 1; step <= 40; step += 1) {
      expect(
        parts.filter((part) => part.includes(`把推车停到大厅门口第 ${String(step)} 个格子里，请工作人员看过再走`)),
      ).toHaveLength(1);
    }
  });

  it('takes up “没有 …” for a material of the notice', () => {
    const said = answered(chatAfter('摊位证丢了', '30', '2'), '没有身份证');
    expect(said).toContain('居民身份证');
    expect(said).toContain('先');
  });

  it('gives the same messages for the same words, whatever another chat is doing', () => {
    const other = chatAfter('推车摆摊');
    const one = answered(chatAfter('摊位证丢了'), '30');
    other.receive('1');
    expect(answered(chatAfter('摊位证丢了'), '30')).toBe(one);
  });
});
