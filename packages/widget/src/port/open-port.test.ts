import { expect } from '@open-wc/testing';
import { HttpPort } from './http-port.ts';
import { openPort } from './open-port.ts';
import { PortProblem } from './port-problem.ts';

/** What a server answers that keeps its knowledge in a catalogue. */
const refused = (): Response =>
  new Response(JSON.stringify({ code: 'knowledge-is-a-catalogue', detail: '不能整份下载' }), {
    status: 404,
    headers: { 'content-type': 'application/problem+json' },
  });

describe('openPort', () => {
  const { fetch } = window;
  afterEach(() => {
    window.fetch = fetch;
  });

  it('asks the server where the knowledge fits into no page and the page names a server as well', async () => {
    window.fetch = () => Promise.resolve(refused());
    const port = await openPort({ knowledge: '/knowledge.json', api: '/api', region: '' });
    expect(port).to.be.instanceOf(HttpPort);
  });

  it('sends nothing to a server that the page does not name', async () => {
    window.fetch = () => Promise.resolve(refused());
    const outcome = await openPort({ knowledge: '/knowledge.json', api: '', region: '' }).catch(
      (cause: unknown) => cause,
    );
    expect(outcome).to.be.instanceOf(PortProblem);
    expect((outcome as PortProblem).code).to.equal('knowledge-is-a-catalogue');
  });

  it('does not ask a server because the knowledge could not be read: what is said was to stay here', async () => {
    window.fetch = () => Promise.resolve(new Response('<h1>Not found</h1>', { status: 404 }));
    const address = { knowledge: '/knowledge.json', api: '/api', region: '' };
    const outcome = await openPort(address).catch((cause: unknown) => cause);
    expect((outcome as PortProblem).code).to.equal('unreadable-knowledge');
  });
});
