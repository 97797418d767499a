import { expect } from '@open-wc/testing';
import { json, problem } from '../../test/fake-fetch.ts';
import { askAge } from '../../test/sample-replies.ts';
import { sampleSurvey } from '../../test/sample-survey.ts';
import type { PortProblem } from './port-problem.ts';
import { HttpStaff, openStaff } from './staff.ts';

const clerk = { display: '王窗口', csrf: 'token' };

/** What the page's own network is asked, and what it answers. */
async function asked(answer: Response, act: (staff: HttpStaff) => Promise<unknown>) {
  const own = window.fetch;
  const sent: { url: string; init: RequestInit }[] = [];
  window.fetch = (url, init = {}) => {
    sent.push({ url: url instanceof Request ? url.url : String(url), init });
    return Promise.resolve(answer);
  };
  try {
    const outcome = await act(new HttpStaff('/api', () => 'zh-CN')).catch((cause: unknown) => cause);
    return { outcome, sent };
  } finally {
    window.fetch = own;
  }
}

describe('HttpStaff', () => {
  it('knows who is signed in', async () => {
    const { outcome, sent } = await asked(json({ account: { display: '王窗口' }, csrf: 'token' }), (staff) =>
      staff.who(),
    );
    expect(outcome).to.deep.equal(clerk);
    expect(sent[0]?.url).to.equal('/api/me');
    expect(sent[0]?.init.credentials).to.equal('same-origin');
  });

  it('knows that nobody is', async () => {
    expect((await asked(problem('sign-in-required', 401), (staff) => staff.who())).outcome).to.equal(undefined);
  });

  it('redeems a code with the token of the login, and leads to the notice on the server', async () => {
    const standing = { id: 'c1', seq: 3, reply: askAge, survey: sampleSurvey };
    const receipt = { number: '482019355174', link: '/n/abc' };
    const { outcome, sent } = await asked(json({ ...standing, receipt }), (staff) => staff.redeem(clerk, '482019'));
    expect(outcome).to.deep.equal({ ...standing, receipt: { ...receipt, link: `${location.origin}/n/abc` } });
    expect(sent[0]?.init.body).to.equal('{"code":"482019"}');
    expect(new Headers(sent[0]?.init.headers).get('x-csrf-token')).to.equal('token');
  });

  it('says why a code is refused', async () => {
    const refused = problem('unknown-handover-code', 404);
    const { outcome } = await asked(refused, (staff) => staff.redeem(clerk, '000000'));
    expect((outcome as PortProblem).code).to.equal('unknown-handover-code');
  });

  it('is not there for the API of another site', () => {
    expect(openStaff('https://other.example/api', () => 'zh-CN')).to.equal(undefined);
    expect(openStaff('', () => 'zh-CN')).to.equal(undefined);
    expect(openStaff('/api/', () => 'zh-CN')).to.be.instanceOf(HttpStaff);
  });
});
