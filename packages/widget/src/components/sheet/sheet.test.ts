import { expect, html, oneEvent } from '@open-wc/testing';
import type { Notice, NoticeMaterial } from '@onetrip/engine';
import '../define.ts';
import './define.ts';
import { expectAccessible } from '../../../test/expect-accessible.ts';
import { allInShadow, buttonNamed, inShadow } from '../../../test/in-shadow.ts';
import { reasonQuestion } from '../../../test/sample-replies.ts';
import { sampleNotice } from '../../../test/sample-notice.ts';
import { themedFixture } from '../../../test/themed-fixture.ts';
import { zhCn } from '../../text/zh-cn.ts';
import type { TurnEvent } from '../inner-events.ts';
import type { SheetComponent } from './sheet.component.ts';

const show = (notice: Notice = sampleNotice, elder = false) =>
  themedFixture<SheetComponent>(html`<onetrip-sheet .words=${zhCn} .notice=${notice}></onetrip-sheet>`, elder);

const textsOf = (element: Element, selector: string) =>
  allInShadow(element, selector).map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());

const withMaterial = (more: Partial<NoticeMaterial>): Notice => ({
  ...sampleNotice,
  materials: sampleNotice.materials.map((material) => ({ ...material, ...more })),
});

describe('onetrip-sheet', () => {
  it('has no accessibility violation: plain, with sources open, while an answer is changed, refused, in elder mode', async () => {
    const element = await show();
    await expectAccessible(element);
    for (const details of allInShadow(element, 'details')) details.setAttribute('open', '');
    element.editing = { question: reasonQuestion, chosen: 'lost' };
    element.difference = { added: ['居住证'], removed: ['原居民身份证'] };
    await element.updateComplete;
    await expectAccessible(element);
    const [reason] = sampleNotice.notNeeded;
    const eligibility = { eligible: 'no', reasons: reason ? [reason] : [], conditions: [] } as const;
    await expectAccessible(await show({ ...sampleNotice, eligibility }));
    await expectAccessible(await show(sampleNotice, true));
  });

  it('writes the number in groups of four, as it is read out', async () => {
    expect(textsOf(await show(), '.number')).to.deep.equal(['编号 4820 1935 5174']);
  });

  it('counts what the reader has ticked', async () => {
    const element = await show();
    const [box] = allInShadow(element, 'input');
    const all = allInShadow(element, 'input').length;
    expect(textsOf(element, '.packed')).to.deep.equal([`已备好 0 / ${all}`]);
    box?.click();
    await element.updateComplete;
    expect(textsOf(element, '.packed')).to.deep.equal([`已备好 1 / ${all}`]);
    box?.click();
    await element.updateComplete;
    expect(textsOf(element, '.packed')).to.deep.equal([`已备好 0 / ${all}`]);
  });

  it('takes "I do not have this", and takes it back with the same button', async () => {
    const element = await show();
    setTimeout(() => buttonNamed(element, '我没有这样材料：居民户口簿').click());
    expect((await oneEvent<TurnEvent>(element, 'onetrip-input')).input).to.deep.equal({
      kind: 'lack',
      material: 'household-register',
    });
    const button = buttonNamed(element, '我没有这样材料：居民户口簿');
    element.notice = withMaterial({ lacking: true });
    await element.updateComplete;
    expect(buttonNamed(element, '您说没有这样。其实有：居民户口簿')).to.equal(button);
    setTimeout(() => button.click());
    expect((await oneEvent<TurnEvent>(element, 'onetrip-input')).input).to.deep.equal({
      kind: 'have',
      material: 'household-register',
    });
  });

  it('does not ask whether one has what is filled in at the window', async () => {
    const element = await show(withMaterial({ keeps: 'filled' }));
    expect(textsOf(element, '.tick .link')).to.deep.equal([]);
  });

  it('adds an item that is suggested', async () => {
    const element = await show();
    setTimeout(() => inShadow(element, '.links .plain').click());
    expect((await oneEvent<TurnEvent>(element, 'onetrip-input')).input).to.deep.equal({
      kind: 'add',
      item: 'temporary-id-card',
    });
  });

  it('shows under each section the sources it rests on, with the words that demand it', async () => {
    const element = await show();
    const details = inShadow(element, 'details');
    expect(details.querySelector('summary')?.textContent).to.equal('依据（1）');
    expect(details.querySelector('blockquote')?.textContent).to.equal(sampleNotice.sources[0]?.quote);
    expect(details.querySelector('a')?.getAttribute('href')).to.equal('https://flk.npc.gov.cn/');
  });

  it('links to no address that is not of the web', async () => {
    const sources = sampleNotice.sources.map((source) => ({ ...source, address: 'javascript:alert(1)' }));
    expect(allInShadow(await show({ ...sampleNotice, sources }), 'a')).to.deep.equal([]);
  });

  it('draws what knowledge says as text, whatever it looks like', async () => {
    const hostile = '<img src=x onerror="document.title=1">';
    const element = await show(withMaterial({ text: hostile }));
    expect(textsOf(element, '.tick label')[0]).to.equal(hostile);
    expect(allInShadow(element, 'img')).to.deep.equal([]);
  });

  it('has nothing to press when it only grows beside the clerk’s questions', async () => {
    const element = await show();
    element.frozen = true;
    await element.updateComplete;
    expect(allInShadow(element, 'button')).to.deep.equal([]);
  });
});
