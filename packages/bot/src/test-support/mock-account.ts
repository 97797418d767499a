import type { Engine } from '@onetrip/engine';
import { WechatyBuilder, types } from 'wechaty';
import type { Message } from 'wechaty';
import { PuppetMock, mock } from 'wechaty-puppet-mock';
import { createConversations } from '../contacts/create-conversations.ts';
import { answerMessages } from '../wechaty/answer-messages.ts';

/** A person of the mock network. */
export type Person = ReturnType<mock.Mocker['createContact']>;

/** A real wechaty bot that answers, on a mock network where tests write messages. */
export async function openMockAccount(engine: Engine) {
  const mocker = new mock.Mocker();
  const bot = WechatyBuilder.build({ puppet: new PuppetMock({ mocker }) });
  const clock = { now: 0 };
  const failures: string[] = [];
  const conversations = createConversations(engine, { now: () => clock.now, today: () => '2026-11-22' });
  const answering = answerMessages(bot, conversations, {
    onFailure: (reference) => failures.push(reference),
    newReference: () => '4821',
  });
  await bot.start();
  const me = mocker.createContact({ name: '一趟清' });
  mocker.login(me);

  /** Does something on the network and waits until all messages of it are answered. */
  async function after(count: number, act: () => void): Promise<void> {
    let open = count;
    await new Promise<void>((resolve) => {
      const listen = (message: Message): void => {
        if (message.self()) return;
        open -= 1;
        if (open > 0) return;
        bot.off('message', listen);
        resolve();
      };
      bot.on('message', listen);
      act();
    });
    await answering.settled();
  }

  /** A picture from a person, as the network brings it: a message without words. */
  function sendPicture(person: Person): void {
    const { id } = mocker.MessageMock.create({
      id: `picture-${person.id}`,
      talkerId: person.id,
      listenerId: me.id,
      timestamp: 0,
      type: types.Message.Image,
    });
    mocker.puppet.emit('message', { messageId: id });
  }

  return { mocker, bot, me, sendPicture, clock, failures, conversations, after, stop: () => bot.stop() };
}

/** A new person, and what was sent to them. */
export function addPerson(mocker: mock.Mocker, payload: Parameters<mock.Mocker['createContact']>[0] = {}) {
  const person = mocker.createContact(payload);
  const received: string[] = [];
  person.on('message', (message) => {
    if (message.talker().id !== person.id && message.room() === undefined) received.push(message.text() ?? '');
  });
  return { person, received };
}
