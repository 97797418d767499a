import { answerMessages } from '@onetrip/bot';
import type { Conversations } from '@onetrip/bot';
import { WechatyBuilder } from 'wechaty';
import type { Message } from 'wechaty';
import { PuppetMock, mock } from 'wechaty-puppet-mock';

/** A person of the mock network. */
export type Person = ReturnType<mock.Mocker['createContact']>;

/** The real bot on wechaty, with a mock puppet for the network alone. */
export interface BotAccount {
  /** Somebody new, and what they have been sent. */
  meet(): { readonly person: Person; readonly received: string[] };
  /** Says it and waits until it is answered. */
  hear(person: Person, text: string): Promise<void>;
  /** What went wrong, since the account was opened. */
  readonly failures: unknown[];
  stop(): Promise<void>;
}

/** Opens an account that answers by these conversations. */
export async function openBotAccount(conversations: Conversations): Promise<BotAccount> {
  const mocker = new mock.Mocker();
  const bot = WechatyBuilder.build({ puppet: new PuppetMock({ mocker }) });
  const failures: unknown[] = [];
  const answering = answerMessages(bot, conversations, {
    onFailure: (_reference, cause) => failures.push(cause),
    newReference: () => '4821',
  });
  await bot.start();
  const me = mocker.createContact({ name: '一趟清' });
  mocker.login(me);
  return {
    meet() {
      const person = mocker.createContact();
      const received: string[] = [];
      person.on('message', (message) => {
        if (message.talker().id !== person.id) received.push(message.text() ?? '');
      });
      return { person, received };
    },
    async hear(person, text) {
      const arrived = new Promise<void>((resolve) => {
        const listen = (message: Message): void => {
          // The account's own words come by here too, late ones of the turn before included.
          if (message.talker().id !== person.id) return;
          bot.off('message', listen);
          resolve();
        };
        bot.on('message', listen);
      });
      person.say(text).to(me);
      await arrived;
      await answering.settled();
    },
    failures,
    stop: () => bot.stop(),
  };
}
