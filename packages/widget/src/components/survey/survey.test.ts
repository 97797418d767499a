import { expect, html, oneEvent } from '@open-wc/testing';
import '../../desk/define.ts';
import { expectAccessible } from '../../../test/expect-accessible.ts';
import { allInShadow, inShadow } from '../../../test/in-shadow.ts';
import { sampleQuestions } from '../../../test/sample-survey.ts';
import { themedFixture } from '../../../test/themed-fixture.ts';
import { zhCn } from '../../text/zh-cn.ts';
import type { TurnEvent } from '../inner-events.ts';
import type { SurveyComponent } from './survey.component.ts';

const show = () =>
  themedFixture<SurveyComponent>(
    html`<onetrip-survey .words=${zhCn} .questions=${sampleQuestions} current="age-band"></onetrip-survey>`,
  );

describe('onetrip-survey', () => {
  it('has no accessibility violation', async () => {
    await expectAccessible(await show());
  });

  it('says why a question no longer matters or does not apply', async () => {
    const element = await show();
    expect(inShadow(element, '.moot .state').textContent).to.equal('答案不再影响结果');
    expect(inShadow(element, '.dormant .state').textContent).to.equal('这种情况不用问');
    expect(inShadow(element, '.dormant').querySelector('button')).to.equal(null);
  });

  it('is one stop for Tab: the current question and its fields', async () => {
    const element = await show();
    const stops = allInShadow(element, '.question, .options > button').filter(({ tabIndex }) => tabIndex === 0);
    expect(stops).to.deep.equal([inShadow(element, '.current')]);
  });

  it('answers with a click on any question, in any order', async () => {
    const element = await show();
    setTimeout(() => inShadow(element, '.moot').querySelector('button')?.click());
    expect((await oneEvent<TurnEvent>(element, 'onetrip-input')).input).to.deep.equal({
      kind: 'answer',
      question: 'household-here',
      value: 'here',
    });
  });

  it('shows which answer counts', async () => {
    const pressed = allInShadow(await show(), '[aria-pressed=true]');
    expect(pressed.map(({ textContent }) => textContent?.replace(/\s+/g, ''))).to.deep.equal(['3丢了']);
  });
});
