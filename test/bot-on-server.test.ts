import { createConversations, ServerCalls } from '@onetrip/bot';
import { idOf } from '@onetrip/server/test-support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBotAccount } from './support/bot-account.ts';
import type { BotAccount, Person } from './support/bot-account.ts';
import { demoEngine } from './support/demo-engine.ts';
import { CHANNEL_KEY, openHall } from './support/open-hall.ts';
import type { Between, Hall } from './support/open-hall.ts';

const engine = demoEngine();
const straight: Between = (request, on) => on(request);

let hall: Hall;
let account: BotAccount;
let between = straight;

beforeAll(async () => {
  hall = await openHall(engine, (request, on) => between(request, on));
  const server = new ServerCalls({ address: hall.address, key: CHANNEL_KEY, wait: () => Promise.resolve() });
  account = await openBotAccount(createConversations(engine, { now: Date.now, today: () => '', server }));
});
afterAll(async () => {
  await account.stop();
  await hall.close();
});
beforeEach(() => {
  between = straight;
  account.failures.length = 0;
});

/** Says one thing after the other, and gives what came back to the last. */
async function talk(person: Person, received: string[], ...said: readonly string[]): Promise<string> {
  for (const text of said) {
    received.length = 0;
    await account.hear(person, text);
  }
  return received.join('\n');
}

/** Answers with the first option until there is a notice. */
async function toNotice(person: Person, received: string[]): Promise<string> {
  let shown = received.join('\n');
  for (let turn = 0; turn < 30 && !shown.includes('【一次性告知单'); turn += 1)
    shown = await talk(person, received, '1');
  return shown;
}

/** A consultation as the page opens it, and its six digits. */
async function onThePage(...said: readonly string[]): Promise<{ readonly id: string; readonly code: string }> {
  const { id } = (await post('/api/consultations', {})) as { id: string };
  for (const [at, text] of said.entries()) {
    await post(`/api/consultations/${id}/turns`, { turn: `t${String(at)}`, input: { kind: 'say', text } });
  }
  const { code } = (await post(`/api/consultations/${id}/handover`)) as { code: string };
  return { id, code };
}

async function post(path: string, body?: object): Promise<unknown> {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
  const answer = await fetch(hall.address + path, body ? { ...init, body: JSON.stringify(body) } : { method: 'POST' });
  expect(answer.status, await answer.clone().text()).toBeLessThan(300);
  return answer.json();
}

async function turnsOf(id: string): Promise<number> {
  const rows = await hall.database.reader
    .selectFrom('turns')
    .select('seq')
    .where('consultation', '=', idOf(id) ?? '')
    .execute();
  return rows.length;
}

/** The consultation that was opened last. */
async function newest(): Promise<string> {
  const rows = hall.database.reader.selectFrom('consultations').select('id').orderBy('opened', 'desc').limit(1);
  return (await rows.executeTakeFirstOrThrow()).id;
}

describe('a chat account on a server', () => {
  it('says hello, and ends a notice with its number and a link that opens it', async () => {
    const { person, received } = account.meet();
    expect(await talk(person, received, '你好')).toContain('0 都不是');
    await talk(person, received, '身份证丢了');
    const shown = await toNotice(person, received);
    const number = /编号：(\d{4} \d{4} \d{4})/u.exec(shown)?.[1];
    const link = /全文和依据：(\S+)/u.exec(shown)?.[1] ?? '';
    expect(shown).toContain(`【一次性告知单 ${number?.replaceAll(' ', '') ?? 'none'}】`);
    expect(link.startsWith(`${hall.address}/n/`)).toBe(true);
    expect(await (await fetch(link)).text()).toContain(number);
    expect(account.failures).toEqual([]);
  });

  it('goes on with the very consultation of the page when it is sent its six digits', async () => {
    const { id, code } = await onThePage('身份证丢了');
    const { person, received } = account.meet();
    const shown = await talk(person, received, `${code.slice(0, 3)} ${code.slice(3)}`);
    expect(shown).toContain('您说过的都在');
    expect(shown).toMatch(/1\/\d /u);
    await talk(person, received, '1');
    expect(await turnsOf(id)).toBe(2);
  });

  it('reads the digits in full width, and shows a notice that is there already', async () => {
    const { code } = await onThePage('办临时身份证');
    const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    const { person, received } = account.meet();
    await talk(person, received, wide);
    const shown = await toNotice(person, received);
    expect(shown).toContain('全文和依据：');
    expect(shown).toContain('临时居民身份证');
  });

  it('answers wrong and used digits with one sentence, and the question before them still stands', async () => {
    const { code } = await onThePage('身份证丢了');
    const first = account.meet();
    await talk(first.person, first.received, code);
    const { person, received } = account.meet();
    const question = await talk(person, received, '护照丢了');
    const said = await talk(person, received, code);
    expect(said).toBe('这六位数字不对、用过了，或者过了十分钟。请在网页上再取一组，发给我。');
    expect(await talk(person, received, '再说一遍')).toContain(/\d\/\d (.+)/u.exec(question)?.[1]);
  });

  it('locks out only the one who guesses', async () => {
    const guesser = account.meet();
    for (let tried = 0; tried < 5; tried += 1) await talk(guesser.person, guesser.received, '000000');
    expect(await talk(guesser.person, guesser.received, '000000')).toBe('数字错得太多，请过 15 分钟再发。');
    const { code } = await onThePage('身份证丢了');
    const { person, received } = account.meet();
    expect(await talk(person, received, code)).toContain('您说过的都在');
  });

  it('takes a turn once when its answer is lost twice on the way', async () => {
    const { person, received } = account.meet();
    await talk(person, received, '你好');
    const id = await newest();
    let lost = 0;
    between = async (request, on) => {
      const answer = await on(request);
      if (!request.url.endsWith('/turns') || lost === 2) return answer;
      lost += 1;
      return new Response('', { status: 503 });
    };
    expect(await talk(person, received, '身份证丢了')).toMatch(/1\/\d /u);
    expect(lost).toBe(2);
    expect(await turnsOf(id)).toBe(1);
  });

  it('apologises with a number when the server is away, and goes on where it was when it is back', async () => {
    const { person, received } = account.meet();
    const question = await talk(person, received, '身份证丢了');
    const id = await newest();
    between = async (request, on) => {
      await on(request);
      return new Response('<h1>Bad gateway</h1>', { status: 502 });
    };
    expect(await talk(person, received, '1')).toContain('4821');
    expect(account.failures).toHaveLength(1);
    between = straight;
    // The turn had arrived: the same number is not taken for an answer to the next question.
    const next = await talk(person, received, '1');
    expect(await turnsOf(id)).toBe(2);
    expect(next).not.toBe(question);
    expect(await talk(person, received, '再说一遍')).toContain(/\d\/\d (.+)/u.exec(next)?.[1]);
  });

  it('says so when the consultation is gone, and begins anew', async () => {
    const { person, received } = account.meet();
    await talk(person, received, '身份证丢了');
    for (const erased of (await hall.rooms.erasing.olderThan('2999-01-01')).ids)
      hall.rooms.consultations.forget(erased);
    const said = await talk(person, received, '1');
    expect(said).toContain('已经关闭');
    expect(said).toContain('0 都不是');
    expect(await talk(person, received, '护照丢了')).toMatch(/1\/\d /u);
  });

  it('keeps nobody’s name: the server is told a hash of who the person is', async () => {
    const { person, received } = account.meet();
    await talk(person, received, '000001');
    const kept = JSON.stringify(await hall.database.reader.selectFrom('misses').selectAll().execute());
    expect(kept).not.toContain(person.id);
  });
});
