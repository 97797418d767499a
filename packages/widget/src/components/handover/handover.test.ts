import { expect, html, waitUntil } from '@open-wc/testing';
import '../../guide/define.ts';
import { expectAccessible } from '../../../test/expect-accessible.ts';
import { allInShadow, buttonNamed, focused, inShadow } from '../../../test/in-shadow.ts';
import { themedFixture } from '../../../test/themed-fixture.ts';
import { PortProblem } from '../../port/port-problem.ts';
import { zhCn } from '../../text/zh-cn.ts';
import type { HandoverComponent } from './handover.component.ts';

/** Codes are given in order; an error among them is thrown. */
function show(...codes: (string | Error)[]) {
  const handOver = () => {
    const code = codes.shift() ?? new RangeError('no code is left');
    return code instanceof Error ? Promise.reject(code) : Promise.resolve({ code });
  };
  return themedFixture<HandoverComponent>(
    html`<onetrip-handover .words=${zhCn} .handOver=${handOver} phone="0000-12345"></onetrip-handover>`,
  );
}

async function ask(element: HandoverComponent) {
  buttonNamed(element, '打电话或到微信接着办').click();
  await waitUntil(() => allInShadow(element, '.code, .trouble:not(:empty)').length > 0);
}

describe('onetrip-handover', () => {
  it('has no accessibility violation before and after the digits', async () => {
    const element = await show('482019');
    await expectAccessible(element);
    await ask(element);
    await expectAccessible(element);
  });

  it('shows the six digits in two groups of three, and reads them out one by one', async () => {
    const element = await show('482019');
    await ask(element);
    expect(inShadow(element, '.code [aria-hidden]').textContent).to.equal('482 019');
    expect(inShadow(element, '.code .unseen').textContent).to.equal('4 8 2 0 1 9');
    await waitUntil(() => focused()?.className === 'code');
  });

  it('says how long and how often they are good, and whom to tell them', async () => {
    const element = await show('482019');
    await ask(element);
    const card = inShadow(element, '.card').textContent ?? '';
    expect(card).to.contain('十分钟内有效，只能用一次');
    expect(card).to.contain('打电话 0000-12345');
    expect(card).to.contain('在微信里');
  });

  it('says in words why there are none, and gives them at the next try', async () => {
    const element = await show(new PortProblem('unknown-consultation'), '000007');
    await ask(element);
    expect(inShadow(element, '[role=status]').textContent).to.contain('隔得太久');
    buttonNamed(element, '打电话或到微信接着办').click();
    await waitUntil(() => allInShadow(element, '.code').length > 0);
    expect(inShadow(element, '.code [aria-hidden]').textContent).to.equal('000 007');
    expect(inShadow(element, '[role=status]').textContent).to.equal('');
  });

  it('no longer shows the digits of another consultation', async () => {
    const element = await show('482019');
    await ask(element);
    element.handOver = () => Promise.resolve({ code: '000000' });
    await element.updateComplete;
    expect(allInShadow(element, '.code')).to.deep.equal([]);
  });
});
