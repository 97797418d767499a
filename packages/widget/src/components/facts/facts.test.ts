import { expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../define.ts';
import { expectAccessible } from '../../../test/expect-accessible.ts';
import { allInShadow, buttonNamed, focused, inShadow } from '../../../test/in-shadow.ts';
import { adult, lost, reasonQuestion } from '../../../test/sample-replies.ts';
import { themedFixture } from '../../../test/themed-fixture.ts';
import { zhCn } from '../../text/zh-cn.ts';
import type { TurnEvent } from '../inner-events.ts';
import type { FactsComponent } from './facts.component.ts';

const editing = { question: reasonQuestion, chosen: 'lost' } as const;
const show = () =>
  themedFixture<FactsComponent>(
    html`<onetrip-facts .words=${zhCn} .facts=${[lost, { ...adult, dormant: true }]}></onetrip-facts>`,
  );

describe('onetrip-facts', () => {
  it('has no accessibility violation, at rest and with an editor open', async () => {
    const element = await show();
    await expectAccessible(element);
    element.editing = editing;
    await element.updateComplete;
    await expectAccessible(element);
  });

  it('asks for the change of the answer whose button was pressed', async () => {
    const element = await show();
    setTimeout(() => buttonNamed(element, '改：办理原因').click());
    const { input } = await oneEvent<TurnEvent>(element, 'onetrip-input');
    expect(input).to.deep.equal({ kind: 'change', question: 'id-card-reason' });
  });

  it('offers no change of an answer that does not apply', async () => {
    const element = await show();
    expect(allInShadow(element, 'button')).to.have.length(1);
    expect(inShadow(element, '.dormant .label').textContent).to.equal('现在不用问了');
  });

  it('opens the editor in place, with the present answer marked, and takes focus there and back', async () => {
    const element = await show();
    const change = buttonNamed(element, '改：办理原因');
    change.focus();
    element.editing = editing;
    await waitUntil(() => focused()?.classList.contains('ask'));
    expect(focused()?.textContent).to.contain('这次是什么情况？');
    expect(buttonNamed(element, '丢了').getAttribute('aria-pressed')).to.equal('true');
    element.editing = undefined;
    await element.updateComplete;
    expect(focused()).to.equal(change);
  });
});
