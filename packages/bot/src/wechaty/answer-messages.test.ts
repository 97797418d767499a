import { types } from 'wechaty';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createChat } from '../chat/create-chat.ts';
import { addPerson, openMockAccount } from '../test-support/mock-account.ts';
import { smallEngine } from '../test-support/small-engine.ts';

type Account = Awaited<ReturnType<typeof openMockAccount>>;

const engine = await smallEngine();
const hour = 60 * 60 * 1000;

describe('an account', () => {
  let account: Account;
  beforeAll(async () => {
    account = await openMockAccount(engine);
  });
  afterAll(async () => {
    await account.stop();
  });
  beforeEach(() => {
    account.failures.length = 0;
  });

  /** What a chat of one's own would have been sent. */
  function expected(...said: readonly string[]): readonly string[] {
    const chat = createChat(engine, { today: '2026-11-22' });
    return said.flatMap((text) => chat.receive(text));
  }

  it('answers a direct message', async () => {
    const { person, received } = addPerson(account.mocker);
    await account.after(1, () => person.say('摆摊要办什么证').to(account.me));
    expect(received).toEqual(expected('摆摊要办什么证'));
  });

  it('answers messages sent without waiting in their order', async () => {
    const { person, received } = addPerson(account.mocker);
    const said = ['摆摊要办什么证', '2', '30', '1', '多少钱'];
    await account.after(said.length, () => {
      for (const text of said) person.say(text).to(account.me);
    });
    expect(received).toEqual(expected(...said));
  });

  it('keeps twenty people apart who all talk at once', async () => {
    const people = Array.from({ length: 20 }, (_, index) => ({
      ...addPerson(account.mocker),
      said: index % 2 === 0 ? ['摊位证丢了', '15', '1'] : ['推车摆摊', '2'],
    }));
    const count = people.reduce((sum, { said }) => sum + said.length, 0);
    await account.after(count, () => {
      for (let turn = 0; turn < 3; turn += 1) {
        for (const { person, said } of people) if (said[turn] !== undefined) person.say(said[turn]).to(account.me);
      }
    });
    for (const { received, said } of people) expect(received).toEqual(expected(...said));
    expect(account.failures).toEqual([]);
  });

  it('says that it cannot see a picture and puts the question again', async () => {
    const { person, received } = addPerson(account.mocker);
    await account.after(1, () => person.say('摆摊要办什么证').to(account.me));
    await account.after(1, () => account.sendPicture(person));
    expect(received.at(-1)).toContain('看不了');
    expect(received.at(-1)).toContain('这次是什么情况');
  });

  it('begins anew after two silent hours, and not before', async () => {
    const { person, received } = addPerson(account.mocker);
    await account.after(1, () => person.say('摆摊要办什么证').to(account.me));
    account.clock.now += 2 * hour - 1;
    await account.after(1, () => person.say('再说一遍').to(account.me));
    expect(received.at(-1)).toContain('这次是什么情况');
    account.clock.now += 2 * hour;
    await account.after(1, () => person.say('1').to(account.me));
    expect(received.at(-1)).not.toContain('摊主今年多大');
  });

  it('forgets conversations that are over', async () => {
    account.clock.now += 3 * hour;
    const { person } = addPerson(account.mocker);
    await account.after(1, () => person.say('你好').to(account.me));
    expect(account.conversations.size).toBe(1);
  });

  it('is silent in a room unless it is spoken to', async () => {
    const { person } = addPerson(account.mocker, { name: '张三' });
    const room = account.mocker.createRoom({ memberIdList: [person.id, account.me.id] });
    const heard: string[] = [];
    room.on('message', (message) => {
      if (message.talker().id === account.me.id) heard.push(message.text() ?? '');
    });
    await account.after(1, () => person.say('摆摊要办什么证').to(room));
    expect(heard).toEqual([]);
    await account.after(1, () => person.say('@一趟清 摆摊要办什么证', [account.me]).to(room));
    expect(heard.join('\n')).toContain('这次是什么情况');
  });

  it('does not answer official accounts', async () => {
    const { person, received } = addPerson(account.mocker, { type: types.Contact.Official });
    await account.after(1, () => person.say('你好').to(account.me));
    expect(received).toEqual([]);
  });

  it('does not answer itself', async () => {
    const before = account.conversations.size;
    const { person } = addPerson(account.mocker);
    account.me.say('你好').to(person);
    await account.after(1, () => person.say('你好').to(account.me));
    expect(account.conversations.size).toBe(before + 1);
  });
});

describe('an account in trouble', () => {
  it('apologises with a number when the engine fails, loses nothing, and answers others meanwhile', async () => {
    let failing = true;
    const account = await openMockAccount({
      ...engine,
      takeTurn(consultation, input) {
        if (failing && input.kind === 'say' && input.text.includes('摊位证丢了')) throw new Error('broken');
        return engine.takeTurn(consultation, input);
      },
    });
    const [one, other] = [addPerson(account.mocker), addPerson(account.mocker)];
    await account.after(2, () => {
      one.person.say('摊位证丢了').to(account.me);
      other.person.say('推车摆摊').to(account.me);
    });
    expect(one.received.join('')).toContain('4821');
    expect(other.received.join('')).toContain('马达');
    failing = false;
    await account.after(1, () => one.person.say('摊位证丢了').to(account.me));
    expect(one.received.at(-1)).toContain('摊主今年多大');
    expect(account.failures).toEqual(['4821']);
    await account.stop();
  });

  it('sends what could not be sent before it reads anything new', async () => {
    const account = await openMockAccount(engine);
    const { person, received } = addPerson(account.mocker);
    const send = account.bot.puppet.messageSendText.bind(account.bot.puppet);
    account.bot.puppet.messageSendText = () => Promise.reject(new Error('no network'));
    await account.after(1, () => person.say('摆摊要办什么证').to(account.me));
    expect(received).toEqual([]);
    account.bot.puppet.messageSendText = send;
    await account.after(1, () => person.say('1').to(account.me));
    expect(received.join('\n')).toContain('这次是什么情况');
    expect(account.failures).toHaveLength(1);
    await account.stop();
  });
});
