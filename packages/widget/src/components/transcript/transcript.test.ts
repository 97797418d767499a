import { expect, html } from '@open-wc/testing';
import '../define.ts';
import { expectAccessible } from '../../../test/expect-accessible.ts';
import { allInShadow, inShadow } from '../../../test/in-shadow.ts';
import { adult, askAge, askHere, fee, greeting } from '../../../test/sample-replies.ts';
import { themedFixture } from '../../../test/themed-fixture.ts';
import { applyReply, openConversation } from '../../guide/conversation.ts';
import type { Conversation } from '../../guide/conversation.ts';
import { zhCn } from '../../text/zh-cn.ts';

const talked: Conversation = [
  (c: Conversation) => applyReply(c, { kind: 'say', text: '身份证丢了' }, askAge, '身份证丢了'),
  (c: Conversation) => applyReply(c, { kind: 'answer', question: 'age-band', value: 'adult' }, askHere),
  (c: Conversation) => applyReply(c, { kind: 'say', text: '多少钱' }, fee, '多少钱'),
].reduce((conversation, step) => step(conversation), openConversation(greeting));

const show = (conversation: Conversation) =>
  themedFixture(
    html`<onetrip-transcript
      label="对话"
      .words=${zhCn}
      .conversation=${conversation}
      .entries=${conversation.entries}
    ></onetrip-transcript>`,
  );

describe('onetrip-transcript', () => {
  it('has no accessibility violation', async () => {
    await expectAccessible(await show(talked));
  });

  it('is a log that is silent by itself, and no list', async () => {
    const log = inShadow(await show(talked), '[role=log]');
    expect(log.getAttribute('aria-live')).to.equal('off');
    expect(log.tagName).to.equal('DIV');
  });

  it('shows every answer once, as it counts now', async () => {
    const changed = { ...talked, answered: [{ ...adult, label: '不满 16 周岁' }] };
    const labels = allInShadow(await show(changed), '.label').map(({ textContent }) => textContent);
    expect(labels).to.deep.equal(['现在不用问了', '不满 16 周岁']);
  });

  it('names the speaker for those who do not see the sides', async () => {
    const speakers = allInShadow(await show(talked), '.unseen').map(({ textContent }) => textContent?.trim());
    expect(speakers).to.deep.equal(['一趟清:', '您:', '一趟清:', '您:', '一趟清:']);
  });
});
