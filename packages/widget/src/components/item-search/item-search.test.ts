import { expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { ItemRef } from '@onetrip/engine';
import '../../desk/define.ts';
import { expectAccessible } from '../../../test/expect-accessible.ts';
import { allInShadow, inShadow } from '../../../test/in-shadow.ts';
import { greeting } from '../../../test/sample-replies.ts';
import { themedFixture } from '../../../test/themed-fixture.ts';
import { zhCn } from '../../text/zh-cn.ts';
import type { ItemSearchComponent, ItemTakenEvent } from './item-search.component.ts';

const all = greeting.candidates;

async function show(find: (query: string) => Promise<readonly ItemRef[]> = () => Promise.resolve(all)) {
  const element = await themedFixture<ItemSearchComponent>(
    html`<onetrip-item-search .words=${zhCn} .find=${find} label="要办什么"></onetrip-item-search>`,
  );
  const field = inShadow<HTMLInputElement>(element, 'input');
  const type = (text: string, isComposing = false) => {
    field.value = text;
    field.dispatchEvent(new globalThis.InputEvent('input', { isComposing }));
  };
  const press = (key: string) => field.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  const finds = () => allInShadow(element, '[role=option]').map(({ textContent }) => textContent?.trim());
  return { element, field, type, press, finds };
}

describe('onetrip-item-search', () => {
  it('has no accessibility violation, empty and with finds', async () => {
    const { element, type, finds } = await show();
    await expectAccessible(element);
    type('证');
    await waitUntil(() => finds().length > 0);
    await expectAccessible(element);
  });

  it('takes the first find on Enter, even pressed before the finds have come', async () => {
    const { element, type, press } = await show();
    type('sfz');
    setTimeout(() => press('Enter'));
    expect((await oneEvent<ItemTakenEvent>(element, 'onetrip-item-taken')).item).to.equal('resident-id-card');
  });

  it('takes the find that arrows have marked', async () => {
    const { element, type, press, finds } = await show();
    type('证');
    await waitUntil(() => finds().length > 0);
    press('ArrowDown');
    press('ArrowUp');
    press('ArrowUp');
    setTimeout(() => press('Enter'));
    expect((await oneEvent<ItemTakenEvent>(element, 'onetrip-item-taken')).item).to.equal('driving-licence-renew');
  });

  it('does not search for half a word of an input method', async () => {
    const asked: string[] = [];
    const { field, type } = await show((query) => {
      asked.push(query);
      return Promise.resolve(all);
    });
    type('shen', true);
    field.value = '身份证';
    field.dispatchEvent(new globalThis.InputEvent('input', { isComposing: true }));
    field.dispatchEvent(new CompositionEvent('compositionend'));
    expect(asked).to.deep.equal(['身份证']);
  });

  it('drops the finds of earlier letters that come late', async () => {
    const answers: ((found: readonly ItemRef[]) => void)[] = [];
    const { type, finds, element } = await show(() => new Promise((done) => answers.push(done)));
    type('身');
    type('身份');
    answers[1]?.(all.slice(0, 1));
    answers[0]?.(all);
    await waitUntil(() => finds().length > 0);
    await element.updateComplete;
    expect(finds()).to.have.length(1);
  });

  it('says when nothing was found', async () => {
    const { element, type } = await show(() => Promise.resolve([]));
    type('天气');
    await waitUntil(() => inShadow(element, '.hint').textContent?.trim() === zhCn.desk.noneFound);
  });
});
