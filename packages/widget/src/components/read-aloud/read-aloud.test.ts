import { expect, html } from '@open-wc/testing';
import '../../desk/define.ts';
import { expectAccessible } from '../../../test/expect-accessible.ts';
import { buttonNamed, inShadow } from '../../../test/in-shadow.ts';
import { themedFixture } from '../../../test/themed-fixture.ts';
import { zhCn } from '../../text/zh-cn.ts';
import type { ReadAloudComponent } from './read-aloud.component.ts';
import { readingPlace } from './reading-place.ts';

const show = () =>
  themedFixture<ReadAloudComponent>(
    html`<onetrip-read-aloud
      .words=${zhCn}
      .sentences=${['要带两样。', '第一样，户口簿。', '第二样，照片。']}
    ></onetrip-read-aloud>`,
  );

const now = (element: Element) => inShadow(element, '[aria-current=true]').textContent?.trim();

describe('onetrip-read-aloud', () => {
  it('has no accessibility violation', async () => {
    await expectAccessible(await show());
  });

  it('marks one sentence and moves on and back, not past either end', async () => {
    const element = await show();
    expect(now(element)).to.equal('要带两样。');
    for (let times = 0; times < 5; times += 1) buttonNamed(element, '下一句').click();
    await element.updateComplete;
    expect(now(element)).to.equal('第二样，照片。');
    buttonNamed(element, '上一句').click();
    await element.updateComplete;
    expect(now(element)).to.equal('第一样，户口簿。');
  });

  it('goes on from where it was interrupted when the text grows behind it', async () => {
    const element = await show();
    element.move(1);
    element.sentences = ['要带两样。', '第一样，户口簿。', '第二样，照片。', '收费 40 元。'];
    await element.updateComplete;
    expect(now(element)).to.equal('第一样，户口簿。');
  });
});

describe('readingPlace', () => {
  it('goes back to a sentence that changed before the place reached', () => {
    expect(readingPlace(['一共两样。', '甲。', '乙。'], ['一共三样。', '甲。', '乙。', '丙。'], 2)).to.equal(0);
  });

  it('stays inside a text that became shorter', () => {
    expect(readingPlace(['甲。', '乙。', '丙。'], ['甲。'], 2)).to.equal(0);
  });
});
