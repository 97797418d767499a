import { expect, html } from '@open-wc/testing';
import '../define.ts';
import { expectAccessible } from '../../../test/expect-accessible.ts';
import { allInShadow, inShadow } from '../../../test/in-shadow.ts';
import { askAge } from '../../../test/sample-replies.ts';
import { themedFixture } from '../../../test/themed-fixture.ts';
import { zhCn } from '../../text/zh-cn.ts';
import type { ChecklistComponent } from './checklist.component.ts';

const show = (foldable: boolean) =>
  themedFixture<ChecklistComponent>(
    html`<onetrip-checklist .words=${zhCn} .checklist=${askAge.checklist} ?foldable=${foldable}></onetrip-checklist>`,
  );

describe('onetrip-checklist', () => {
  it('has no accessibility violation, open, folded and empty', async () => {
    await expectAccessible(await show(false));
    await expectAccessible(await show(true));
    await expectAccessible(await themedFixture(html`<onetrip-checklist .words=${zhCn}></onetrip-checklist>`));
  });

  it('says on what a possible material hangs, and why one was ruled out', async () => {
    const element = await show(false);
    expect(inShadow(element, '.possible .because').textContent).to.equal('看“户口所在地”');
    expect(inShadow(element, '.dropped .because').textContent).to.equal('身份证丢了');
    expect(inShadow(element, '.dropped s').textContent).to.equal('原居民身份证');
  });

  it('leaves out a group that has nothing in it', async () => {
    const element = await show(false);
    element.checklist = { ...askAge.checklist, dropped: [] };
    await element.updateComplete;
    expect(allInShadow(element, 'h4').map(({ textContent }) => textContent)).to.deep.equal([
      '确定要带（1）',
      '可能要带（1）',
    ]);
  });

  it('sums itself up when it is folded', async () => {
    expect(inShadow(await show(true), '.count').textContent).to.equal('确定 1 样，可能还有 1 样');
  });
});
