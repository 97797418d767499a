import { expect, html } from '@open-wc/testing';
import '../define.ts';
import { expectAccessible } from '../../../test/expect-accessible.ts';
import { buttonNamed, inShadow } from '../../../test/in-shadow.ts';
import { themedFixture } from '../../../test/themed-fixture.ts';
import { zhCn } from '../../text/zh-cn.ts';
import type { TurnEvent } from '../inner-events.ts';
import type { ComposerComponent } from './composer.component.ts';

async function show() {
  const element = await themedFixture<ComposerComponent>(
    html`<onetrip-composer .words=${zhCn} label="说说您要办什么事" placeholder="比如"></onetrip-composer>`,
  );
  const said: unknown[] = [];
  element.addEventListener('onetrip-input', (event) => said.push((event as TurnEvent).input));
  const field = inShadow<HTMLTextAreaElement>(element, 'textarea');
  const type = async (text: string) => {
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await element.updateComplete;
  };
  const press = (key: string, more: KeyboardEventInit = {}) =>
    field.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, ...more }));
  return { element, said, field, type, press };
}

describe('onetrip-composer', () => {
  it('has no accessibility violation, empty and nearly full', async () => {
    const { element, type } = await show();
    await expectAccessible(element);
    await type('长'.repeat(450));
    await expectAccessible(element);
  });

  it('sends on Enter and keeps the words until it is told that they have arrived', async () => {
    const { element, said, field, type, press } = await show();
    await type(' 身份证丢了 ');
    press('Enter');
    expect(said).to.deep.equal([{ kind: 'say', text: '身份证丢了' }]);
    expect(field.value).to.equal(' 身份证丢了 ');
    element.clear('身份证丢了');
    await element.updateComplete;
    expect(field.value).to.equal('');
  });

  it('keeps words that were typed after the ones that arrived', async () => {
    const { element, field, type, press } = await show();
    await type('身份证丢了');
    press('Enter');
    await type('身份证丢了，护照也丢了');
    element.clear('身份证丢了');
    await element.updateComplete;
    expect(field.value).to.equal('身份证丢了，护照也丢了');
  });

  it('does not send while an input method is composing, nor on Shift+Enter', async () => {
    const { said, type, press } = await show();
    await type('shenfenzheng');
    press('Enter', { isComposing: true });
    press('Enter', { shiftKey: true });
    expect(said).to.deep.equal([]);
  });

  it('sends nothing that is blank, and nothing while a turn is under way', async () => {
    const { element, said, type } = await show();
    await type('   ');
    buttonNamed(element, '发送').click();
    await type('身份证丢了');
    element.busy = true;
    await element.updateComplete;
    buttonNamed(element, '发送').click();
    expect(said).to.deep.equal([]);
  });

  it('says how much room is left from 80 % of the limit on', async () => {
    const { element, type } = await show();
    await type('长'.repeat(399));
    expect(element.shadowRoot?.querySelector('.left')).to.equal(null);
    await type('长'.repeat(400));
    expect(inShadow(element, '.left').textContent).to.equal('还能写 100 个字');
  });
});
