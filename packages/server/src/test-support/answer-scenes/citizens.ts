import { createEngine } from '@onetrip/engine';
import type { Knowledge } from '@onetrip/engine';
import { oneEngine } from '../../knowledge/engines.ts';
import { publishedKnowledge } from '../published-knowledge.ts';
import type { ToldSomebody } from '../tell-somebody.ts';
import { tellSomebody } from '../tell-somebody.ts';
import type { Person, WatchedServer } from '../watched-server.ts';
import { CHANNEL_KEY } from '../watched-server.ts';

/** A trip of several items, where somebody must say which one is meant. */
export const SEVERAL = ['social-security-card', 'temporary-id-card'] as const;

const LONG = '长'.repeat(501);
/** Reports of one visit; one more is refused. */
const MOST_REPORTS = 20;

/** Everything a citizen may meet on the way to a notice. */
export async function consultations({ ask }: WatchedServer): Promise<void> {
  const opened = (await (await ask({ path: '/api/consultations', json: {} })).json()) as { readonly id: string };
  const path = `/api/consultations/${opened.id}`;
  const turn = (id: string, input: object) => ask({ path: `${path}/turns`, json: { turn: id, input } });
  const said = ['你好', '月球旅行签证', '我钱包丢了，身份证也没了', LONG];
  for (const [place, text] of said.entries()) await turn(`t${String(place)}`, { kind: 'say', text });
  await turn('twice', { kind: 'aspect', aspect: 'fee' });
  await turn('twice', { kind: 'repeat' });
  await turn('clerk', { kind: 'ask-for-clerk' });
  await turn('again', { kind: 'restart' });
  await ask({ path });
  for (const id of ['nothing', '!']) {
    await ask({ path: `/api/consultations/${id}` });
    await ask({ path: `/api/consultations/${id}/turns`, json: { turn: 't', input: { kind: 'repeat' } } });
    await ask({ path: `/api/consultations/${id}/handover`, method: 'POST' });
    await ask({ path: `/api/consultations/${id}/complaint`, json: { words: '等了很久' } });
  }
}

/** A server that lets nobody take a turn, and one whose knowledge is another by now. */
export async function consultationsElsewhere(short: WatchedServer, later: WatchedServer): Promise<void> {
  const told = await tellSomebody(later);
  await later.ask({ path: `/n/${told.token}.ics` });
  const path = `/api/consultations/${told.consultation}`;
  const json = { turn: 'one-more', input: { kind: 'repeat' } };
  await short.ask({ path: `${path}/turns`, json });
  await short.ask({ path });
  const opened = (await (await short.ask({ path: '/api/consultations', json: {} })).json()) as { readonly id: string };
  await short.ask({ path: `/api/consultations/${opened.id}/turns`, json });
}

/** Engines over another knowledge than the real one: of two items, one of which names a last day. */
export function laterEngines() {
  const { items } = JSON.parse(publishedKnowledge('新厅')) as Knowledge;
  const dated = items.map((item) => {
    const say = '请在 2026 年 12 月 31 日以前办理';
    const base = { id: `${item.id}/last-day`, sources: [], local: false } as const;
    const lastDay = { ...base, kind: 'deadline', say, when: { all: [] } } as const;
    return { ...item, obligations: [...item.obligations, lastDay] };
  });
  return oneEngine(createEngine(JSON.parse(publishedKnowledge('新厅', { items: dated })) as Knowledge));
}

/** A notice in every form and state; `damage` changes it in the database. */
export async function notices(server: WatchedServer, damage: (number: string) => Promise<void>): Promise<void> {
  const { ask } = server;
  const [several, kept, erased, damaged] = [
    await tellSomebody(server, ...SEVERAL),
    await tellSomebody(server, 'temporary-id-card'),
    await tellSomebody(server),
    await tellSomebody(server),
  ];
  await damage(damaged.number);
  for (const { token } of [several, kept, erased, damaged]) {
    if (token === erased.token) await ask({ path: `/n/${token}/delete`, form: {} });
    for (const ending of ['', '.txt', '.ics', '/delete', '/feedback', '/nothing', '/feedback?done=rating']) {
      await ask({ path: `/n/${token}${ending}` });
    }
    await ask({ path: `/n/${token}/rating`, form: { level: '1' } });
    await ask({ path: `/api/notices/${token}/feedback` });
  }
  await ask({ path: `/n/${erased.token}/delete`, form: {} });
  await ask({ path: `/n/${'A'.repeat(22)}/delete` });
}

/** What is said after a visit, well, badly and too often. */
export async function feedback(server: WatchedServer): Promise<void> {
  const told = await tellSomebody(server);
  await rate(server, told);
  await report(server, told);
  const path = `/api/consultations/${(await tellSomebody(server)).consultation}/complaint`;
  for (let count = 0; count <= MOST_REPORTS; count += 1) {
    await server.ask({ path, json: { words: `第${String(count)}次` } });
  }
  await server.ask({ path, json: { words: LONG } });
}

async function rate(server: WatchedServer, { token }: ToldSomebody): Promise<void> {
  const { ask } = server;
  const path = `/api/notices/${token}/rating`;
  await ask({ path, json: { level: 1, reasons: ['slow'], words: '等了很久' } });
  await ask({ path, json: { level: 5 } });
  await ask({ path, json: { level: 5, words: LONG } });
  await ask({ path: `/api/notices/${token}/feedback` });
  const nobodys = 'A'.repeat(22);
  for (const kind of ['rating', 'surprise', 'complaint']) {
    await ask({ path: `/api/notices/${nobodys}/${kind}`, json: { level: 5 } });
    await ask({
      path: `/api/notices/${nobodys}/${kind}`,
      json: kind === 'rating' ? { level: 5 } : { words: '还要照片' },
    });
    const form: Readonly<Record<string, string>> = kind === 'rating' ? { level: '5' } : { words: '还要照片' };
    await ask({ path: `/n/${nobodys}/${kind}`, form });
    await ask({ path: `/n/${token}/${kind}`, form: { level: '9' } });
  }
  const other = await tellSomebody(server);
  await ask({ path: `/n/${other.token}/rating`, form: { level: '5' } });
}

async function report({ ask }: WatchedServer, told: ToldSomebody): Promise<void> {
  const { token } = told;
  const surprise = `/api/notices/${token}/surprise`;
  const complaint = `/api/notices/${token}/complaint`;
  const material = askedMaterial(told);
  for (const json of [{ material }, { words: LONG }, { words: '还要照片' }, { words: '还要照片' }, { words: '。' }]) {
    await ask({ path: surprise, json });
    await ask({ path: complaint, json: { words: '', ...json } });
  }
  await ask({ path: `/n/${token}/surprise`, form: { words: '还要两张照片' } });
  for (let count = 0; count <= MOST_REPORTS; count += 1) {
    await ask({ path: surprise, json: { words: `还要第${String(count)}张照片` } });
  }
  await ask({ path: complaint, json: { words: '还有一件事' } });
  await ask({ path: `/n/${token}/complaint`, form: { words: '还有一件事' } });
}

/** A material that the notice asks for anyhow. */
export function askedMaterial({ notice }: ToldSomebody): string {
  const asked = notice.materials.find(({ or, when }) => or.length === 0 && when === undefined);
  if (!asked) throw new Error('The notice asks for nothing for certain.');
  return asked.material;
}

/** Six digits that go from hand to hand. */
export async function handOver({ ask }: WatchedServer, consultation: string, clerk: Person): Promise<void> {
  const path = '/api/handover';
  const code = async (): Promise<string> => {
    const given = await ask({ path: `/api/consultations/${consultation}/handover`, method: 'POST' });
    return ((await given.json()) as { readonly code: string }).code;
  };
  const headers = { Authorization: `Bearer ${CHANNEL_KEY}` };
  await ask({ path, json: { code: await code() }, by: clerk });
  await ask({ path, json: { code: await code(), person: 'li' }, headers });
  for (let tried = 0; tried < 6; tried += 1) await ask({ path, json: { code: '000000', person: 'wang' }, headers });
}
