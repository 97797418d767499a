import { expect, html } from '@open-wc/testing';
import '../define.ts';
import { expectAccessible } from '../../../test/expect-accessible.ts';
import { allInShadow, inShadow } from '../../../test/in-shadow.ts';
import { themedFixture } from '../../../test/themed-fixture.ts';
import { zhCn } from '../../text/zh-cn.ts';

const show = () =>
  themedFixture(
    html`<onetrip-handoff
      .words=${zhCn}
      heading="转给值班人员"
      phone="0000-12345"
      .summary=${['居民身份证', '身份证丢了']}
    ></onetrip-handoff>`,
  );

describe('onetrip-handoff', () => {
  it('has no accessibility violation', async () => {
    await expectAccessible(await show());
  });

  it('can be dialled with one tap', async () => {
    expect(inShadow(await show(), 'a').getAttribute('href')).to.equal('tel:000012345');
  });

  it('lists what need not be said again', async () => {
    expect(allInShadow(await show(), 'li').map(({ textContent }) => textContent)).to.deep.equal([
      '居民身份证',
      '身份证丢了',
    ]);
  });
});
