import { expect } from '@open-wc/testing';
import { fakeFetch, json, problem } from '../../test/fake-fetch.ts';
import { askAge, greeting } from '../../test/sample-replies.ts';
import { sampleSurvey } from '../../test/sample-survey.ts';
import { HttpPort } from './http-port.ts';
import { PortProblem } from './port-problem.ts';

const opened = () => json({ id: 'c1', reply: greeting }, 201);
const taken = () => json({ seq: 1, reply: askAge });
const down = () => new TypeError('Failed to fetch');

async function openedPort(...answers: (Response | Error)[]) {
  const { fetch, sent } = fakeFetch([opened(), ...answers]);
  const waits: number[] = [];
  const wait = (milliseconds: number) => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const port = new HttpPort({ base: '/api/', fetch, wait });
  await port.begin({ locale: 'zh-CN', channel: 'web', items: ['passport'] });
  return { port, sent, waits };
}

async function problemOf(promise: Promise<unknown>): Promise<PortProblem> {
  const outcome = await promise.catch((cause: unknown) => cause);
  if (!(outcome instanceof PortProblem)) throw new Error(`no problem but ${JSON.stringify(outcome)}`);
  return outcome;
}

describe('HttpPort', () => {
  it('opens a consultation and takes turns in it', async () => {
    const { port, sent } = await openedPort(taken());
    const input = { kind: 'say', text: '身份证丢了' } as const;
    expect(await port.takeTurn(input)).to.deep.equal(askAge);
    expect(sent[0]).to.deep.equal({
      method: 'POST',
      path: '/api/consultations',
      body: { locale: 'zh-CN', channel: 'web', items: ['passport'] },
    });
    expect(sent[1]?.path).to.equal('/api/consultations/c1/turns');
    expect(sent[1]?.body['input']).to.deep.equal(input);
  });

  it('sends a turn again with the same id while the network is down or the server is too busy', async () => {
    const { port, sent } = await openedPort(down(), problem('not-kept', 503), taken());
    await port.takeTurn({ kind: 'back' });
    const ids = sent.slice(1).map(({ body }) => body['turn']);
    expect(ids).to.have.length(3);
    expect(new Set(ids).size).to.equal(1);
    expect(ids[0]).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('waits longer before each further try, never twice the same way', async () => {
    const { port, waits } = await openedPort(down(), down(), down(), taken());
    await port.takeTurn({ kind: 'back' });
    expect(waits).to.have.length(3);
    [400, 800, 1600].forEach((most, at) => expect(waits[at]).to.be.within(most / 2, most));
  });

  it('keeps the id of a turn that failed, so that the same input can be sent once more', async () => {
    const { port, sent } = await openedPort(down(), down(), down(), down(), down(), taken(), taken());
    const input = { kind: 'back' } as const;
    expect((await problemOf(port.takeTurn(input))).code).to.equal('unreachable');
    await port.takeTurn(input);
    await port.takeTurn(input);
    const ids = sent.slice(1).map(({ body }) => body['turn']);
    expect(new Set(ids.slice(0, 6)).size).to.equal(1);
    expect(ids[6]).not.to.equal(ids[5]);
  });

  it('does not repeat what the server refused, and says why in its words', async () => {
    const { port, sent } = await openedPort(problem('message-too-long', 422, '一次最多 500 个字。'));
    const { code, detail } = await problemOf(port.takeTurn({ kind: 'say', text: '长' }));
    expect([code, detail]).to.deep.equal(['message-too-long', '一次最多 500 个字。']);
    expect(sent).to.have.length(2);
  });

  it('takes a page of a gateway for a network that is down', async () => {
    const { port } = await openedPort(new Response('<h1>Bad request</h1>', { status: 400 }));
    expect((await problemOf(port.takeTurn({ kind: 'back' }))).code).to.equal('unreachable');
  });

  it('keeps the receipt of the last notice, with a link to the server and not to the page', async () => {
    const { fetch } = fakeFetch([
      opened(),
      json({ seq: 1, reply: askAge, receipt: { number: '482019355174', link: '/n/abc' } }),
      taken(),
      opened(),
    ]);
    const port = new HttpPort({ base: 'https://guide.example.gov.cn/api', fetch });
    await port.begin({ locale: 'zh-CN', channel: 'web' });
    expect(port.receipt).to.equal(undefined);
    await port.takeTurn({ kind: 'back' });
    const receipt = { number: '482019355174', link: 'https://guide.example.gov.cn/n/abc' };
    expect(port.receipt).to.deep.equal(receipt);
    await port.takeTurn({ kind: 'back' });
    expect(port.receipt).to.deep.equal(receipt);
    await port.begin({ locale: 'zh-CN', channel: 'web' });
    expect(port.receipt).to.equal(undefined);
  });

  it('asks for the six digits of its consultation', async () => {
    const { port, sent } = await openedPort(json({ code: '482019', expires: '2026-11-22T04:10:00Z' }, 201));
    expect((await port.handOver()).code).to.equal('482019');
    expect(sent[1]).to.deep.equal({ method: 'POST', path: '/api/consultations/c1/handover', body: {} });
  });

  it('goes on with a consultation that it did not open', async () => {
    const { fetch, sent } = fakeFetch([taken()]);
    const port = new HttpPort({ base: '/api', fetch });
    port.goOn({ id: 'c7', reply: askAge, survey: sampleSurvey }, 'zh-CN');
    await port.takeTurn({ kind: 'back' });
    expect(sent[0]?.path).to.equal('/api/consultations/c7/turns');
  });

  it('finds items and surveys the consultation', async () => {
    const survey = { trip: [], questions: [], settled: true };
    const { port, sent } = await openedPort(json({ items: [] }), json({ id: 'c1', reply: askAge, survey }));
    expect(await port.findItems('身份证 sfz')).to.deep.equal([]);
    expect(await port.survey()).to.deep.equal(survey);
    expect(sent[1]?.path).to.equal('/api/items?q=%E8%BA%AB%E4%BB%BD%E8%AF%81%20sfz');
    expect(sent[2]?.path).to.equal('/api/consultations/c1');
  });

  it('has no consultation before it is opened', async () => {
    const port = new HttpPort({ base: '/api', ...fakeFetch([]) });
    expect((await problemOf(port.takeTurn({ kind: 'back' }))).code).to.equal('unknown-consultation');
  });
});
