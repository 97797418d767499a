import { expect, html } from '@open-wc/testing';
import '../../desk/define.ts';
import { expectAccessible } from '../../../test/expect-accessible.ts';
import { buttonNamed, inShadow } from '../../../test/in-shadow.ts';
import { themedFixture } from '../../../test/themed-fixture.ts';
import { zhCn } from '../../text/zh-cn.ts';
import type { TakeoverComponent } from './takeover.component.ts';
import { TakeoverEvent } from './takeover.component.ts';

async function typed(text: string) {
  const element = await themedFixture<TakeoverComponent>(
    html`<onetrip-takeover .words=${zhCn} trouble=""></onetrip-takeover>`,
  );
  const codes: string[] = [];
  element.addEventListener(TakeoverEvent.type, (event) => codes.push((event as TakeoverEvent).code));
  inShadow<HTMLInputElement>(element, 'input').value = text;
  buttonNamed(element, '接手').click();
  await element.updateComplete;
  return { element, codes };
}

describe('onetrip-takeover', () => {
  it('has no accessibility violation, with a complaint neither', async () => {
    await expectAccessible((await typed('12')).element);
  });

  it('takes six digits however they are typed', async () => {
    for (const text of ['482019', '482 019', ' 482-019 ', '４８２　０１９']) {
      expect((await typed(text)).codes).to.deep.equal(['482019']);
    }
  });

  it('sends nothing but six digits, and says so', async () => {
    for (const text of ['', '48201', '4820193', '482o19']) {
      const { element, codes } = await typed(text);
      expect(codes).to.deep.equal([]);
      expect(inShadow(element, '[role=status]').textContent).to.contain('六位数字');
    }
  });
});
