import { expect, html, oneEvent } from '@open-wc/testing';
import '../define.ts';
import { expectAccessible } from '../../../test/expect-accessible.ts';
import { allInShadow, buttonNamed, focused, inShadow } from '../../../test/in-shadow.ts';
import { ageQuestion, hereQuestion, yearsQuestion } from '../../../test/sample-replies.ts';
import { themedFixture } from '../../../test/themed-fixture.ts';
import { en } from '../../text/en.ts';
import { zhCn } from '../../text/zh-cn.ts';
import type { TurnEvent } from '../inner-events.ts';
import type { QuestionComponent } from './question.component.ts';

const put = (question = ageQuestion, elder = false) =>
  themedFixture<QuestionComponent>(
    html`<onetrip-question .words=${zhCn} .question=${question} .remaining=${1}></onetrip-question>`,
    elder,
  );

describe('onetrip-question', () => {
  it('has no accessibility violation, for a choice, a number, a change, in elder mode and in English', async () => {
    await expectAccessible(await put());
    await expectAccessible(await put(yearsQuestion));
    await expectAccessible(await put(yearsQuestion, true));
    await expectAccessible(
      await themedFixture(
        html`<onetrip-question
          compact
          .words=${en}
          .question=${ageQuestion}
          .chosen=${'adult'}
          .because=${['Because.']}
        ></onetrip-question>`,
      ),
    );
  });

  it('answers with the option that was pressed', async () => {
    const element = await put();
    setTimeout(() => buttonNamed(element, '不满 16 周岁的孩子').click());
    const { input } = await oneEvent<TurnEvent>(element, 'onetrip-input');
    expect(input).to.deep.equal({ kind: 'answer', question: 'age-band', value: 'under-16' });
  });

  it('takes "not sure" on every kind of question', async () => {
    for (const question of [ageQuestion, yearsQuestion]) {
      const element = await put(question);
      setTimeout(() => buttonNamed(element, '不清楚').click());
      const { input } = await oneEvent<TurnEvent>(element, 'onetrip-input');
      expect(input).to.deep.equal({ kind: 'unsure', question: question.id });
    }
  });

  it('takes a typed number as a number, and an empty field as nothing', async () => {
    const element = await put(yearsQuestion);
    const inputs: unknown[] = [];
    element.addEventListener('onetrip-input', (event) => inputs.push((event as TurnEvent).input));
    buttonNamed(element, '确定').click();
    inShadow<HTMLInputElement>(element, 'input').value = '72';
    buttonNamed(element, '确定').click();
    expect(inputs).to.deep.equal([{ kind: 'answer', question: 'age', value: 72 }]);
  });

  it('sends nothing while a turn is under way', async () => {
    const element = await put();
    element.busy = true;
    await element.updateComplete;
    element.addEventListener('onetrip-input', () => expect.fail('sent'));
    for (const button of allInShadow(element, 'button')) button.click();
  });

  it('moves focus to the next question when focus was in the last one', async () => {
    const element = await put();
    buttonNamed(element, '不清楚').focus();
    element.question = hereQuestion;
    await element.updateComplete;
    expect(focused()?.textContent?.trim()).to.equal('您的户口在本市吗？');
  });

  it('leaves focus alone when it was elsewhere', async () => {
    const element = await put();
    const elsewhere = document.createElement('button');
    element.after(elsewhere);
    elsewhere.focus();
    element.question = hereQuestion;
    await element.updateComplete;
    expect(focused()).to.equal(elsewhere);
  });

  it('says that it is the last question when none follows', async () => {
    const element = await put();
    element.remaining = 0;
    await element.updateComplete;
    expect(inShadow(element, '.remaining').textContent).to.equal('这是最后一个问题');
  });

  it('has targets of at least 44 px, and of 60 px in elder mode', async () => {
    for (const [elder, least] of [
      [false, 44],
      [true, 60],
    ] as const) {
      const element = await put(yearsQuestion, elder);
      for (const target of allInShadow(element, 'button, input')) {
        expect(target.getBoundingClientRect().height, target.textContent ?? '').to.be.at.least(least);
      }
    }
  });
});
