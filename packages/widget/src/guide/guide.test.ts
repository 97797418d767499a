import { expect, fixture, fixtureCleanup, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { Reply } from '@onetrip/engine';
import './define.ts';
import { expectAccessible } from '../../test/expect-accessible.ts';
import { allInShadow, buttonNamed, focused, inShadow } from '../../test/in-shadow.ts';
import {
  askAge,
  askHere,
  askReasonAgain,
  fee,
  greeting,
  handoff,
  notFound,
  notice,
  notUnderstood,
  why,
} from '../../test/sample-replies.ts';
import { ScriptedPort } from '../../test/scripted-port.ts';
import { sampleReceipt, ServerPort } from '../../test/server-port.ts';
import type { Port } from '../port/port.ts';
import { PortProblem } from '../port/port-problem.ts';
import type { GuideComponent } from './guide.component.ts';

async function guide(replies: (Reply | Error)[] = [], first: Reply | Error = greeting) {
  const port = new ScriptedPort(replies, first);
  return { element: await guideOver(port), port };
}

async function guideOver(port: Port) {
  const page = await fixture(html`<main><onetrip-guide .port=${port}></onetrip-guide></main>`);
  const element = page.querySelector('onetrip-guide');
  if (!element) throw new Error('no guide');
  await settled(element);
  return element;
}

async function settled(element: GuideComponent) {
  await drawn(element);
  await waitUntil(() => inShadow(element, '.conversation').getAttribute('aria-busy') === 'false');
  await drawn(element);
}

async function drawn(element: Element) {
  element.getBoundingClientRect();
  await new Promise((done) => requestAnimationFrame(done));
}

async function press(element: GuideComponent, name: string) {
  const button = buttonNamed(element, name);
  button.focus();
  button.click();
  await settled(element);
}

async function say(element: GuideComponent, text: string) {
  const field = inShadow<HTMLTextAreaElement>(element, 'textarea');
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, bubbles: true, composed: true }));
  await settled(element);
}

const textOf = (root: Element, selector: string) => inShadow(root, selector).textContent?.replace(/\s+/g, ' ').trim();
const status = (element: Element) => textOf(element, '[role=status]') ?? '';

/** Brings a guide to each state that a person can see. */
const states: readonly { name: string; reach: () => Promise<GuideComponent> }[] = [
  { name: 'greeting', reach: async () => (await guide()).element },
  { name: 'question', reach: () => after([askAge], (element) => say(element, '身份证丢了')) },
  {
    name: 'editing',
    reach: () =>
      after([askAge, askReasonAgain], async (element) => {
        await say(element, '身份证丢了');
        await press(element, '改：办理原因');
      }),
  },
  { name: 'choices', reach: () => after([greeting], (element) => say(element, '办证')) },
  { name: 'notice', reach: () => after([notice], (element) => say(element, '身份证丢了')) },
  {
    name: 'notice that a server keeps',
    reach: async () => {
      const element = await guideOver(new ServerPort([notice], ['482019']));
      await say(element, '身份证丢了');
      await takeDigits(element);
      return element;
    },
  },
  { name: 'handoff', reach: () => after([handoff], (element) => press(element, '转人工')) },
  { name: 'not found', reach: () => after([notFound], (element) => say(element, '天气')) },
  { name: 'problem', reach: () => after([new PortProblem('unreachable')], (element) => say(element, '身份证丢了')) },
];

async function takeDigits(element: GuideComponent) {
  await press(element, '打电话或到微信接着办');
  await waitUntil(() => allInShadow(element, '.code').length > 0);
}

async function after(replies: (Reply | Error)[], act: (element: GuideComponent) => Promise<void>) {
  const { element } = await guide(replies);
  await act(element);
  return element;
}

describe('onetrip-guide', () => {
  for (const { name, reach } of states) {
    it(`has no accessibility violation at the ${name}, in elder mode and in English too`, async () => {
      const element = await reach();
      await expectAccessible(document.body);
      element.elder = true;
      await drawn(element);
      await expectAccessible(document.body);
      element.lang = 'en';
      await drawn(element);
      await expectAccessible(document.body);
    });
  }

  it('needs no sideways scrolling at 320 px, in elder mode either', async () => {
    for (const { name, reach } of states) {
      const element = await reach();
      element.parentElement?.setAttribute('class', 'phone');
      const phone = new CSSStyleSheet();
      phone.replaceSync('.phone { inline-size: 320px; }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, phone];
      for (const elder of [false, true]) {
        element.elder = elder;
        await drawn(element);
        const right = element.getBoundingClientRect().right;
        const wide = allInShadow(element, '*').filter(
          (inner) => !inner.classList.contains('unseen') && inner.getBoundingClientRect().right > right + 0.5,
        );
        expect(
          wide.map(({ outerHTML }) => outerHTML.slice(0, 80)),
          `${name}, elder ${elder}`,
        ).to.deep.equal([]);
      }
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== phone);
      fixtureCleanup();
    }
  });

  it('greets, says that it is ready, and leaves focus where it was', async () => {
    const port = new ScriptedPort([]);
    const element = document.createElement('onetrip-guide');
    element.port = port;
    const before = focused();
    setTimeout(() => document.body.append(element));
    const { detail } = await oneEvent(element, 'onetrip-ready');
    expect(detail).to.deep.equal({ items: [] });
    expect(allInShadow(element, '.say').map(({ textContent }) => textContent)).to.deep.equal(greeting.say);
    expect(focused()).to.equal(before);
    element.remove();
  });

  it('begins with the items of its attribute, also when that is set a moment later', async () => {
    const port = new ScriptedPort([], askAge);
    const element = await fixture<GuideComponent>(
      html`<onetrip-guide .port=${port} item="resident-id-card passport"></onetrip-guide>`,
    );
    await settled(element);
    element.item = 'passport';
    element.port = new ScriptedPort([], askAge);
    await settled(element);
    expect(port.begun).to.deep.equal([['resident-id-card', 'passport']]);
    expect((element.port as ScriptedPort).begun).to.deep.equal([['passport']]);
  });

  it('shows what was understood with a way to change it, how many questions follow, and the growing list', async () => {
    const { element } = await guide([askAge]);
    await say(element, '身份证丢了');
    expect(textOf(element, '.label')).to.equal('身份证丢了');
    expect(textOf(element, '.remaining')).to.equal('还要问最多 1 个问题');
    expect(allInShadow(element, 'onetrip-checklist')).to.have.length(1);
    expect(inShadow<HTMLTextAreaElement>(element, 'textarea').value).to.equal('');
  });

  it('keeps the answers that stand when an earlier one is changed in its place', async () => {
    const changed = { ...askHere, difference: { added: ['原居民身份证'], removed: [] }, say: ['改好了。'] };
    const { element, port } = await guide([askAge, askHere, askReasonAgain, changed]);
    await say(element, '身份证丢了');
    await press(element, '16 周岁以上的成年人');
    await press(element, '改：办理原因');
    expect(allInShadow(element, 'onetrip-question')).to.have.length(2);
    await press(element, '到期了');
    expect(port.inputs.slice(2)).to.deep.equal([
      { kind: 'change', question: 'id-card-reason' },
      { kind: 'answer', question: 'id-card-reason', value: 'expired' },
    ]);
    expect(allInShadow(element, 'onetrip-question')).to.have.length(1);
    expect(textOf(element, '.change')).to.contain('原居民身份证');
    expect(focused()?.getAttribute('aria-label')).to.equal('改：办理原因');
  });

  it('leaves an answer as it was on Escape', async () => {
    const { element, port } = await guide([askAge, askReasonAgain, askAge]);
    await say(element, '身份证丢了');
    await press(element, '改：办理原因');
    focused()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await settled(element);
    expect(port.inputs.at(-1)).to.deep.equal({ kind: 'answer', question: 'id-card-reason', value: 'lost' });
    expect(allInShadow(element, 'onetrip-question')).to.have.length(1);
  });

  it('tells why a question is asked, beside it', async () => {
    const { element } = await guide([askAge, why]);
    await say(element, '身份证丢了');
    await press(element, '为什么问这个');
    expect(textOf(element, '.why')).to.equal('因为它决定您带不带居住证，去哪里办。');
    expect(buttonNamed(element, '为什么问这个').getAttribute('aria-expanded')).to.equal('true');
  });

  it('keeps the question and the typed words when they were not understood', async () => {
    const { element } = await guide([askAge, notUnderstood]);
    await say(element, '身份证丢了');
    await say(element, '嗯嗯嗯');
    expect(textOf(element, '.trouble')).to.contain('这句话我没听懂');
    expect(inShadow<HTMLTextAreaElement>(element, 'textarea').value).to.equal('嗯嗯嗯');
    expect(allInShadow(element, 'onetrip-question')).to.have.length(1);
    expect(status(element)).to.contain('这句话我没听懂');
  });

  it('sends the very same input again after a failure, and loses nothing typed', async () => {
    const { element, port } = await guide([new PortProblem('unreachable'), askAge]);
    setTimeout(() => void say(element, '身份证丢了'));
    const { detail } = await oneEvent(element, 'onetrip-error');
    expect(detail).to.deep.equal({ code: 'unreachable' });
    await settled(element);
    expect(inShadow<HTMLTextAreaElement>(element, 'textarea').value).to.equal('身份证丢了');
    await press(element, '再试一次');
    expect(port.inputs).to.have.length(2);
    expect(port.inputs[1]).to.equal(port.inputs[0]);
    expect(textOf(element, '.label')).to.equal('身份证丢了');
    expect(inShadow<HTMLTextAreaElement>(element, 'textarea').value).to.equal('');
  });

  it('keeps what is typed when the consultation has to begin again', async () => {
    const { element } = await guide([askAge, new PortProblem('unknown-consultation')]);
    await say(element, '身份证丢了');
    await say(element, '护照也丢了');
    await press(element, '重新开始');
    expect(inShadow<HTMLTextAreaElement>(element, 'textarea').value).to.equal('护照也丢了');
  });

  it('shows the page’s own fallback when it cannot even begin', async () => {
    const element = await fixture<GuideComponent>(html`<onetrip-guide><p>请打 0000-12345</p></onetrip-guide>`);
    await waitUntil(() => allInShadow(element, '.trouble').length > 0);
    expect(textOf(element, '.trouble')).to.contain('没有设置好');
    expect(element.querySelector('p')?.getClientRects()).to.have.length(1);
  });

  it('announces each reply once, in a region that was there from the start', async () => {
    const { element } = await guide([askAge, askHere, notice]);
    const region = inShadow(element, '[role=status]');
    const heard: string[] = [];
    new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, { childList: true });
    await say(element, '身份证丢了');
    await press(element, '不清楚');
    await press(element, '不清楚');
    expect(heard).to.deep.equal([
      '您要办的是：居民身份证申领、换领、补领。 身份证是给谁办？ 3 个选项',
      '您的户口在本市吗？ 3 个选项',
      '都问清楚了。要带的一共 2 样。另有 1 样要看情况带，告知单上写着怎么弄清楚。 一次性告知单',
    ]);
    expect(inShadow(element, '[role=status]')).to.equal(region);
  });

  it('can be worked from the first word to the notice by keyboard alone, with focus always inside', async () => {
    const { element } = await guide([askAge, askHere, notice]);
    await say(element, '身份证丢了');
    expect(focused()?.id).to.equal('text');
    for (const next of ['您的户口在本市吗？', '居民身份证申领、换领、补领']) {
      buttonNamed(element, '不清楚').focus();
      (focused() as HTMLElement).click();
      await settled(element);
      await waitUntil(() => focused()?.textContent?.trim() === next, `focus should be on ${next}`);
    }
  });

  it('shows the notice with what to do about it, and tells the page', async () => {
    const { element } = await guide([notice]);
    setTimeout(() => void say(element, '身份证丢了'));
    const { detail } = await oneEvent(element, 'onetrip-complete');
    expect(detail.notice).to.equal(notice.notice);
    await settled(element);
    expect(allInShadow(element, 'onetrip-sheet')).to.have.length(1);
    expect(element.hasAttribute('data-onetrip-printing')).to.equal(true);
    for (const name of ['打印', '重新开始', '转人工']) expect(buttonNamed(element, name).isConnected).to.equal(true);
  });

  it('offers the number, the page, the family and the telephone under a notice that a server keeps', async () => {
    const element = await guideOver(new ServerPort([notice, fee], ['482019']));
    await say(element, '身份证丢了');
    expect(textOf(element, 'onetrip-receipt .number, .number')).to.equal('编号 4820 1935 5174');
    expect(inShadow<HTMLAnchorElement>(element, 'a.open').href).to.equal(sampleReceipt.link);
    expect(buttonNamed(element, '发给家人').isConnected).to.equal(true);
    await takeDigits(element);
    expect(textOf(element, '.code [aria-hidden]')).to.equal('482 019');
    expect(textOf(element, '.card ul')).to.contain('0000-12345');
    await say(element, '多少钱');
    expect(allInShadow(element, 'a.open')).to.have.length(1);
  });

  it('offers to go on elsewhere quietly beside a question, and where a person takes over', async () => {
    const element = await guideOver(new ServerPort([askAge, handoff]));
    expect(allInShadow(element, 'onetrip-handover')).to.have.length(0);
    await say(element, '身份证丢了');
    expect(inShadow(element, 'onetrip-handover').hasAttribute('quiet')).to.equal(true);
    await press(element, '转人工');
    expect(inShadow(element, 'onetrip-handover').getAttribute('phone')).to.equal('0000-12345');
    expect(allInShadow(element, 'onetrip-handover')).to.have.length(1);
  });

  it('offers none of this while the engine runs in the page', async () => {
    const { element } = await guide([askAge, handoff, notice]);
    await say(element, '身份证丢了');
    await press(element, '转人工');
    await say(element, '身份证丢了');
    expect(allInShadow(element, 'onetrip-sheet')).to.have.length(1);
    expect(allInShadow(element, 'onetrip-receipt, onetrip-handover')).to.have.length(0);
  });

  it('shows no receipt that is not of the notice on the screen', async () => {
    const port = new ServerPort([notice]);
    port.receipt = { ...sampleReceipt, number: '111111111111' };
    const element = await guideOver(port);
    await say(element, '身份证丢了');
    expect(allInShadow(element, 'onetrip-receipt')).to.have.length(0);
  });

  it('answers a side question under the notice and leaves the notice where it is', async () => {
    const { element } = await guide([notice, fee]);
    await say(element, '身份证丢了');
    const sheet = inShadow(element, 'onetrip-sheet');
    await say(element, '多少钱');
    expect(inShadow(element, 'onetrip-sheet')).to.equal(sheet);
    expect(textOf(element, '.fact')).to.contain('丢失补领工本费 40 元');
  });

  it('tells the page what was answered and that a person takes over, beyond every shadow root', async () => {
    const { element } = await guide([askAge, askHere, handoff]);
    const heard: string[] = [];
    const hear = (event: Event) => heard.push(event.type);
    const types = ['onetrip-question', 'onetrip-answer', 'onetrip-handoff', 'onetrip-input', 'onetrip-wish'];
    for (const type of types) document.addEventListener(type, hear);
    await say(element, '身份证丢了');
    await element.answer('age-band', 'adult');
    await press(element, '转人工');
    for (const type of types) document.removeEventListener(type, hear);
    expect(heard).to.deep.equal(['onetrip-question', 'onetrip-answer', 'onetrip-question', 'onetrip-handoff']);
  });

  it('goes on where it was when the person would rather not call', async () => {
    const { element, port } = await guide([askAge, handoff, askHere]);
    await say(element, '身份证丢了');
    await press(element, '转人工');
    expect(allInShadow(element, 'onetrip-question')).to.have.length(0);
    await press(element, '接着自己办');
    expect(focused()?.textContent?.trim()).to.equal('身份证是给谁办？');
    await press(element, '不清楚');
    expect(port.inputs.map(({ kind }) => kind)).to.deep.equal(['say', 'ask-for-clerk', 'unsure']);
  });

  it('sends nobody away with "none of these": the field waits for other words', async () => {
    const { element } = await guide([greeting]);
    await say(element, '办证');
    await press(element, '都不是');
    expect(focused()?.id).to.equal('text');
    expect(status(element)).to.equal('换个说法再告诉我，我重新找。');
  });

  it('keeps its own look on a page that resets everything', async () => {
    const hostile = new CSSStyleSheet();
    hostile.replaceSync('* { all: unset !important; } html { font-size: 62.5% !important; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, hostile];
    const { element } = await guide();
    expect(getComputedStyle(element).display).to.equal('block');
    expect(parseFloat(getComputedStyle(inShadow(element, '.guide')).fontSize)).to.be.at.least(16);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== hostile);
  });

  it('lends the page a print sheet only while there is a notice', async () => {
    const before = document.adoptedStyleSheets.length;
    const { element } = await guide([notice, greeting]);
    await say(element, '身份证丢了');
    expect(document.adoptedStyleSheets.length).to.equal(before + 1);
    element.remove();
    expect(document.adoptedStyleSheets.length).to.equal(before);
  });
});
