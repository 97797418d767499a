import { expect, html, oneEvent } from '@open-wc/testing';
import '../define.ts';
import { expectAccessible } from '../../../test/expect-accessible.ts';
import { allInShadow, buttonNamed } from '../../../test/in-shadow.ts';
import { greeting } from '../../../test/sample-replies.ts';
import { themedFixture } from '../../../test/themed-fixture.ts';
import { zhCn } from '../../text/zh-cn.ts';
import type { TurnEvent, WishEvent } from '../inner-events.ts';

const show = (first: boolean) =>
  themedFixture(
    html`<onetrip-choices .words=${zhCn} .candidates=${greeting.candidates} ?first=${first}></onetrip-choices>`,
  );

describe('onetrip-choices', () => {
  it('has no accessibility violation, at first and when something was meant', async () => {
    await expectAccessible(await show(true));
    await expectAccessible(await show(false));
  });

  it('says a sentence that is tapped', async () => {
    const element = await show(true);
    setTimeout(() => buttonNamed(element, '身份证丢了').click());
    const { input } = await oneEvent<TurnEvent>(element, 'onetrip-input');
    expect(input).to.deep.equal({ kind: 'say', text: '身份证丢了' });
  });

  it('chooses the candidate that is tapped', async () => {
    const element = await show(false);
    setTimeout(() => buttonNamed(element, '出生登记').click());
    const { input } = await oneEvent<TurnEvent>(element, 'onetrip-input');
    expect(input).to.deep.equal({ kind: 'choose', items: ['birth-registration'] });
  });

  it('offers "none of these" only among candidates', async () => {
    expect(allInShadow(await show(true), '.unsure')).to.have.length(0);
    const element = await show(false);
    setTimeout(() => buttonNamed(element, '都不是').click());
    expect((await oneEvent<WishEvent>(element, 'onetrip-wish')).wish).to.equal('none-of-these');
  });
});
