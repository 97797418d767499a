import { expect, html, waitUntil } from '@open-wc/testing';
import '../../guide/define.ts';
import { expectAccessible } from '../../../test/expect-accessible.ts';
import { allInShadow, buttonNamed, inShadow } from '../../../test/in-shadow.ts';
import { sampleReceipt } from '../../../test/server-port.ts';
import { themedFixture } from '../../../test/themed-fixture.ts';
import { zhCn } from '../../text/zh-cn.ts';
import type { ReceiptComponent } from './receipt.component.ts';

const show = () =>
  themedFixture<ReceiptComponent>(
    html`<onetrip-receipt .words=${zhCn} .receipt=${sampleReceipt} about="居民身份证"></onetrip-receipt>`,
  );

/** Puts something in the place of what the browser offers, until the test is over. */
const lent: (() => void)[] = [];
function lend(name: 'share' | 'clipboard', value: unknown) {
  Object.defineProperty(navigator, name, { value, configurable: true });
  lent.push(() => Reflect.deleteProperty(navigator, name));
}

const send = (element: Element) => buttonNamed(element, '发给家人').click();
const said = (element: Element) => inShadow(element, '[role=status]').textContent ?? '';

describe('onetrip-receipt', () => {
  afterEach(() => {
    for (const takeBack of lent.splice(0)) takeBack();
  });

  it('has no accessibility violation', async () => {
    await expectAccessible(await show());
  });

  it('gives the number in groups of four', async () => {
    expect(inShadow(await show(), '.number').textContent).to.equal('编号 4820 1935 5174');
  });

  it('opens the page of the notice beside this one', async () => {
    const link = inShadow<HTMLAnchorElement>(await show(), 'a');
    expect(link.href).to.equal(sampleReceipt.link);
    expect(link.target).to.equal('_blank');
    expect(link.textContent).to.equal('打开或打印这份告知单');
  });

  it('hands the link to what the telephone sends with', async () => {
    const shared: unknown[] = [];
    lend('share', (what: unknown) => Promise.resolve(void shared.push(what)));
    const element = await show();
    send(element);
    await waitUntil(() => shared.length > 0);
    expect(shared).to.deep.equal([{ title: '一次性告知单', text: '一次性告知单 居民身份证', url: sampleReceipt.link }]);
    expect(said(element)).to.equal('');
  });

  it('says nothing to somebody who changes their mind', async () => {
    const copied: string[] = [];
    lend('clipboard', { writeText: (text: string) => Promise.resolve(void copied.push(text)) });
    let asked = 0;
    lend('share', () => {
      asked += 1;
      return Promise.reject(new DOMException('', 'AbortError'));
    });
    const element = await show();
    send(element);
    await waitUntil(() => asked > 0);
    await element.updateComplete;
    expect(copied).to.deep.equal([]);
    expect(said(element)).to.equal('');
  });

  it('copies the link where nothing can be sent with, and says so', async () => {
    const copied: string[] = [];
    lend('share', undefined);
    lend('clipboard', { writeText: (text: string) => Promise.resolve(void copied.push(text)) });
    const element = await show();
    send(element);
    await waitUntil(() => said(element) !== '');
    expect(copied).to.deep.equal([sampleReceipt.link]);
    expect(said(element)).to.contain('链接复制好了');
  });

  it('shows the link marked for copying where the page may not copy', async () => {
    lend('share', undefined);
    lend('clipboard', undefined);
    const element = await show();
    send(element);
    await waitUntil(() => allInShadow(element, 'input').length > 0);
    const field = inShadow<HTMLInputElement>(element, 'input');
    expect(field.value).to.equal(sampleReceipt.link);
    await waitUntil(() => field.selectionEnd === sampleReceipt.link.length);
    expect(said(element)).to.contain('不能自动复制');
    await expectAccessible(element);
  });
});
