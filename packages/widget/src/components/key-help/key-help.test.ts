import { expect, html } from '@open-wc/testing';
import '../../desk/define.ts';
import { expectAccessible } from '../../../test/expect-accessible.ts';
import { buttonNamed, inShadow } from '../../../test/in-shadow.ts';
import { themedFixture } from '../../../test/themed-fixture.ts';
import { zhCn } from '../../text/zh-cn.ts';
import type { KeyHelpComponent } from './key-help.component.ts';

describe('onetrip-key-help', () => {
  it('has no accessibility violation while it is open', async () => {
    const element = await themedFixture<KeyHelpComponent>(html`<onetrip-key-help .words=${zhCn}></onetrip-key-help>`);
    element.open();
    await expectAccessible(element);
  });

  it('opens, closes, and can be opened again', async () => {
    const element = await themedFixture<KeyHelpComponent>(html`<onetrip-key-help .words=${zhCn}></onetrip-key-help>`);
    const dialog = inShadow<HTMLDialogElement>(element, 'dialog');
    for (let times = 0; times < 2; times += 1) {
      element.open();
      expect(dialog.open).to.equal(true);
      buttonNamed(element, '关闭').click();
      expect(dialog.open).to.equal(false);
    }
  });
});
