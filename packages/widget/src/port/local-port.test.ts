import { createEngine } from '@onetrip/engine';
import { expect } from '@open-wc/testing';
import { tinyKnowledge } from '../../test/tiny-knowledge.ts';
import { LocalPort, openLocalPort } from './local-port.ts';
import { PortProblem } from './port-problem.ts';

const begun = async () => {
  const port = new LocalPort(createEngine(tinyKnowledge), () => '2026-11-22');
  const reply = await port.begin({ locale: 'zh-CN', channel: 'web', items: ['library-card'] });
  return { port, reply };
};

describe('LocalPort', () => {
  it('holds a whole consultation in the page', async () => {
    const { port, reply } = await begun();
    if (reply.kind !== 'ask') throw new Error(reply.kind);
    expect(reply.question.id).to.equal('resident');
    const told = await port.takeTurn({ kind: 'answer', question: 'resident', value: 'no' });
    if (told.kind !== 'notice') throw new Error(told.kind);
    expect(told.notice.materials.map(({ text }) => text)).to.deep.equal(['居民身份证', '居住证']);
    expect(told.notice.today).to.equal('2026-11-22');
  });

  it('surveys all questions, and finds items by pinyin initials', async () => {
    const { port } = await begun();
    expect((await port.survey()).questions.map(({ id, status }) => [id, status])).to.deep.equal([['resident', 'open']]);
    expect((await port.findItems('jsz')).map(({ item }) => item)).to.deep.equal(['library-card']);
  });

  it('is one consultation at a time: a new one forgets the answers of the last', async () => {
    const { port } = await begun();
    await port.takeTurn({ kind: 'answer', question: 'resident', value: 'no' });
    const again = await port.begin({ locale: 'zh-CN', channel: 'web', items: ['library-card'] });
    expect(again.answered).to.deep.equal([]);
  });
});

describe('openLocalPort', () => {
  it('says when the knowledge is not there', async () => {
    const outcome = await openLocalPort('/no-such-knowledge.json').catch((cause: unknown) => cause);
    expect(outcome).to.be.instanceOf(PortProblem);
    expect((outcome as PortProblem).code).to.equal('unreadable-knowledge');
  });

  it('reads the knowledge from its address', async () => {
    const address = URL.createObjectURL(new Blob([JSON.stringify(tinyKnowledge)], { type: 'application/json' }));
    const port = await openLocalPort(address);
    const reply = await port.begin({ locale: 'zh-CN', channel: 'web' });
    expect(reply.kind).to.equal('choose');
    URL.revokeObjectURL(address);
  });
});
