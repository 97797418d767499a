import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Reply, Survey } from '@onetrip/engine';
import './define.ts';
import { expectAccessible } from '../../test/expect-accessible.ts';
import { allInShadow, buttonNamed, focused, inShadow } from '../../test/in-shadow.ts';
import { askAge, askHere, notice } from '../../test/sample-replies.ts';
import { sampleQuestions, sampleSurvey } from '../../test/sample-survey.ts';
import { ScriptedPort } from '../../test/scripted-port.ts';
import { sampleReceipt, ServerPort } from '../../test/server-port.ts';
import type { Standing } from '../port/port.ts';
import { PortProblem } from '../port/port-problem.ts';
import type { Clerk, Staff } from '../port/staff.ts';
import type { DeskComponent } from './desk.component.ts';

async function desk(replies: (Reply | Error)[] = [], surveys: Survey[] = [sampleSurvey]) {
  const port = new ScriptedPort(replies, askAge);
  port.surveys = surveys;
  const page = await fixture(html`<main><onetrip-desk .port=${port}></onetrip-desk></main>`);
  const element = page.querySelector('onetrip-desk');
  if (!element) throw new Error('no desk');
  return { element, port };
}

async function settled(element: DeskComponent) {
  await new Promise((done) => requestAnimationFrame(done));
  await waitUntil(() => inShadow(element, '.left').getAttribute('aria-busy') === 'false');
  await new Promise((done) => requestAnimationFrame(done));
}

async function call(replies: (Reply | Error)[] = [], surveys: Survey[] = [sampleSurvey]) {
  const made = await desk(replies, surveys);
  const field = inShadow<HTMLInputElement>(made.element, 'onetrip-item-search input, input');
  field.focus();
  field.value = '身份证';
  field.dispatchEvent(new globalThis.InputEvent('input'));
  await key('Enter');
  await waitUntil(() => allInShadow(made.element, 'onetrip-survey').length > 0);
  await settled(made.element);
  return made;
}

async function key(name: string, more: KeyboardEventInit = {}) {
  const target = focused() ?? document.body;
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...more }),
  );
  await new Promise((done) => requestAnimationFrame(done));
}

/** Staff calls that know one clerk and one code. */
class ScriptedStaff implements Staff {
  constructor(
    private readonly clerk: Clerk | undefined,
    private readonly standing: Standing,
  ) {}

  who(): Promise<Clerk | undefined> {
    return Promise.resolve(this.clerk);
  }

  redeem(_clerk: Clerk, code: string): Promise<Standing> {
    return code === '482019'
      ? Promise.resolve(this.standing)
      : Promise.reject(new PortProblem('unknown-handover-code'));
  }
}

const clerk: Clerk = { display: '王窗口', csrf: 'token' };
const standing: Standing = { id: 'c7', reply: askHere, survey: sampleSurvey };

async function staffDesk(signedIn: Clerk | undefined, stands: Standing, replies: Reply[] = []) {
  const port = new ServerPort(replies);
  port.receipt = undefined;
  port.surveys = [sampleSurvey];
  const staff = new ScriptedStaff(signedIn, stands);
  const page = await fixture(html`<main><onetrip-desk .port=${port} .staff=${staff}></onetrip-desk></main>`);
  const element = page.querySelector('onetrip-desk');
  if (!element) throw new Error('no desk');
  await waitUntil(() => allInShadow(element, '.staff').length > 0);
  return { element, port };
}

async function takeOver(element: DeskComponent, code: string) {
  inShadow<HTMLInputElement>(element, '#code').value = code;
  buttonNamed(element, '接手').click();
  await settled(element);
}

const current = (element: Element) => inShadow(element, '.question.current .name').textContent;

describe('onetrip-desk', () => {
  it('has no accessibility violation before a call', async () => {
    await desk();
    await expectAccessible(document.body);
  });

  it('has no accessibility violation in a call, in elder mode and in English', async () => {
    const { element } = await call();
    await expectAccessible(document.body);
    element.elder = true;
    element.lang = 'en';
    await settled(element);
    await expectAccessible(document.body);
  });

  it('goes from a few letters and Enter to the first open question', async () => {
    const { element, port } = await call();
    expect(port.begun).to.deep.equal([['resident-id-card']]);
    expect(current(element)).to.equal('年龄');
    expect(focused()).to.equal(inShadow(element, '.question.current'));
  });

  it('answers the current question by digit and moves to the next open one', async () => {
    const answered = sampleQuestions.map((question) =>
      question.id === 'age-band' ? { ...question, status: 'answered' as const } : question,
    );
    const { element, port } = await call([askHere], [sampleSurvey, { ...sampleSurvey, questions: answered }]);
    await key('2');
    await settled(element);
    expect(port.inputs).to.deep.equal([{ kind: 'answer', question: 'age-band', value: 'under-16' }]);
    expect(current(element)).to.equal('周岁');
    expect(focused()).to.equal(inShadow(element, '.question.current'));
  });

  it('takes 0 for "the caller does not know", and no digit that is not there', async () => {
    const { element, port } = await call([askHere]);
    await key('7');
    await key('0');
    await settled(element);
    expect(port.inputs).to.deep.equal([{ kind: 'unsure', question: 'age-band' }]);
  });

  it('walks through all questions by arrows, and by Enter only through open ones', async () => {
    const { element } = await call();
    await key('ArrowUp');
    expect(current(element)).to.equal('办理原因');
    await key('ArrowUp');
    expect(current(element)).to.equal('办理原因');
    await key('Enter');
    expect(current(element)).to.equal('年龄');
    await key('Enter');
    expect(current(element)).to.equal('周岁');
    await key('Enter');
    expect(current(element)).to.equal('年龄');
  });

  it('fires no key while someone types or composes, nor with a modifier', async () => {
    const { element, port } = await call();
    await key('1', { isComposing: true });
    await key('1', { ctrlKey: true });
    await key('/');
    expect(focused()?.id).to.equal('query');
    await key('1');
    await settled(element);
    expect(port.inputs).to.deep.equal([]);
  });

  it('goes back to the search box on Escape and adds a second item from there', async () => {
    const { element, port } = await call([askHere]);
    await key('Escape');
    const field = focused() as HTMLInputElement;
    expect(field.id).to.equal('query');
    field.value = '护照';
    field.dispatchEvent(new globalThis.InputEvent('input'));
    await key('Enter');
    await waitUntil(() => port.inputs.length > 0);
    await settled(element);
    expect(port.inputs).to.deep.equal([{ kind: 'add', item: 'passport' }]);
  });

  it('reads on with the space bar', async () => {
    const { element } = await call();
    const first = inShadow(element, '[aria-current=true]').textContent;
    await key(' ');
    expect(inShadow(element, 'li.now').textContent).to.not.equal(first);
    await key(' ', { shiftKey: true });
    expect(inShadow(element, 'li.now').textContent?.trim()).to.be.a('string');
  });

  it('shows the keys on ?', async () => {
    const { element } = await call();
    await key('?');
    expect(inShadow<HTMLDialogElement>(element, 'dialog').open).to.equal(true);
  });

  it('says when all is settled and tells the page', async () => {
    const done: Survey = { ...sampleSurvey, settled: true, questions: sampleQuestions.slice(0, 1) };
    const { element } = await call([notice], [sampleSurvey, done]);
    const heard: string[] = [];
    element.addEventListener('onetrip-complete', (event) => heard.push(event.detail.notice.today));
    await key('1');
    await settled(element);
    expect(inShadow(element, '.count').textContent?.trim()).to.equal('都定了');
    expect(heard).to.deep.equal([notice.notice.today]);
    expect(inShadow(element, '[role=status]').textContent).to.contain('都定了');
  });

  it('keeps the call when a turn does not get through, and sends the very same input again', async () => {
    const { element, port } = await call([new PortProblem('unreachable'), askHere]);
    await key('1');
    await settled(element);
    expect(allInShadow(element, 'onetrip-survey')).to.have.length(1);
    buttonNamed(element, '再试一次').click();
    await settled(element);
    expect(port.inputs).to.have.length(2);
    expect(port.inputs[1]).to.equal(port.inputs[0]);
  });

  it('puts everything away for the next caller', async () => {
    const { element, port } = await call();
    buttonNamed(element, '换一位来电人').click();
    await settled(element);
    expect(allInShadow(element, 'onetrip-survey')).to.deep.equal([]);
    expect(focused()?.id).to.equal('query');
    expect(port.inputs).to.deep.equal([]);
  });

  it('has no accessibility violation while a clerk is signed in, nor while nobody is', async () => {
    await staffDesk(undefined, standing);
    await expectAccessible(document.body);
    const { element } = await staffDesk(clerk, standing);
    element.elder = true;
    await settled(element);
    await expectAccessible(element);
    await takeOver(element, '482019');
    await expectAccessible(element);
  });

  it('leads somebody who is not signed in to where they sign in, and has no field for digits', async () => {
    const { element } = await staffDesk(undefined, standing);
    const link = inShadow<HTMLAnchorElement>(element, '.staff a');
    expect(link.textContent).to.equal('登录');
    expect(link.getAttribute('href')).to.equal(`/sign-in?to=${encodeURIComponent(location.pathname)}`);
    expect(allInShadow(element, 'onetrip-takeover')).to.have.length(0);
  });

  it('shows who is signed in, with the ways to notices and the ledger, and out', async () => {
    const { element } = await staffDesk(clerk, standing);
    expect(inShadow(element, '.staff').textContent).to.contain('已登录：王窗口');
    expect(allInShadow(element, '.staff a').map((link) => link.getAttribute('href'))).to.deep.equal([
      '/desk/receipts',
      '/ledger',
    ]);
    const form = inShadow<HTMLFormElement>(element, '.staff form');
    expect([form.method, form.getAttribute('action')]).to.deep.equal(['post', '/sign-out']);
    expect(new FormData(form).get('csrf')).to.equal('token');
  });

  it('goes on with the citizen’s very consultation, answers and all', async () => {
    const { element, port } = await staffDesk(clerk, standing, [askHere]);
    await takeOver(element, '482 019');
    expect(port.wentOn).to.deep.equal(['c7']);
    expect(inShadow(element, '.took-over').textContent).to.contain('市民说过的都在下面');
    expect(allInShadow(element, '.question').length).to.equal(sampleQuestions.length);
    await key('1');
    await settled(element);
    expect(port.begun).to.deep.equal([]);
    expect(port.inputs).to.have.length(1);
  });

  it('adds the first item to a consultation that has none yet', async () => {
    const empty: Standing = { ...standing, survey: { ...sampleSurvey, trip: [] } };
    const { element, port } = await staffDesk(clerk, empty, [askAge]);
    await takeOver(element, '482019');
    expect(inShadow(element, '.took-over').textContent).to.contain('还没有选事项');
    const field = inShadow<HTMLInputElement>(element, '#query');
    field.focus();
    field.value = '护照';
    field.dispatchEvent(new globalThis.InputEvent('input'));
    await key('Enter');
    await waitUntil(() => port.inputs.length > 0);
    expect(port.inputs).to.deep.equal([{ kind: 'add', item: 'passport' }]);
    expect(port.begun).to.deep.equal([]);
  });

  it('shows the number and the page of a notice that the citizen has already', async () => {
    const { element } = await staffDesk(clerk, { ...standing, reply: notice, receipt: sampleReceipt });
    await takeOver(element, '482019');
    expect(inShadow(element, '.number').textContent).to.contain('4820 1935 5174');
    expect(inShadow<HTMLAnchorElement>(element, 'a.kept').href).to.equal(sampleReceipt.link);
  });

  it('says in words that digits are wrong, and takes the next ones', async () => {
    const { element, port } = await staffDesk(clerk, standing);
    await takeOver(element, '000000');
    expect(inShadow(element, 'onetrip-takeover [role=status], #trouble').textContent).to.contain('再取一组');
    await takeOver(element, '482019');
    expect(port.wentOn).to.deep.equal(['c7']);
  });

  it('begins anew for the next caller after a consultation that was taken over', async () => {
    const { element } = await staffDesk(clerk, standing);
    await takeOver(element, '482019');
    buttonNamed(element, '换一位来电人').click();
    await settled(element);
    expect(allInShadow(element, '.took-over, onetrip-survey')).to.deep.equal([]);
    expect(allInShadow(element, 'onetrip-takeover')).to.have.length(1);
  });
});
