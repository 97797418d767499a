import { mkdtempSync, cpSync, writeFileSync, appendFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input } from '@onetrip/engine';
import { readKnowledge } from '@onetrip/engine/knowledge';
import { createApp, openDatabase } from '@onetrip/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoEngine } from './support/demo-engine.ts';
import { knowledgeFolder } from './support/paths.ts';

const engine = demoEngine();
const today = '2026-11-22';
const item = 'resident-id-card';

/** Inputs that cannot be used, each with the stable code of the answer. */
const unusable: readonly { readonly name: string; readonly input: Input; readonly code: string }[] = [
  { name: 'an empty message', input: { kind: 'say', text: '' }, code: 'empty-message' },
  { name: 'a message of blanks', input: { kind: 'say', text: ' \n　' }, code: 'empty-message' },
  { name: 'a message of 10 kB', input: { kind: 'say', text: '护'.repeat(3500) }, code: 'message-too-long' },
  { name: 'an unknown item', input: { kind: 'add', item: 'moon-landing-permit' }, code: 'unknown-item' },
  { name: 'an unknown item to choose', input: { kind: 'choose', items: ['__proto__'] }, code: 'unknown-item' },
  { name: 'an unknown question', input: { kind: 'unsure', question: 'shoe-size' }, code: 'unknown-question' },
  { name: 'a question named like a method', input: { kind: 'why', question: 'toString' }, code: 'unknown-question' },
  { name: 'an unknown material', input: { kind: 'lack', material: 'constructor' }, code: 'unknown-material' },
];

describe('an input that cannot be used', () => {
  it.each(unusable)('$name is answered with $code, and the next turn goes on', ({ input, code }) => {
    const begun = engine.begin({ today, items: [item] });
    const bad = engine.takeTurn(begun.consultation, input);
    expect(bad.reply).toMatchObject({ kind: 'problem', code });
    expect(bad.reply.say.join('')).not.toBe('');
    expect(bad.consultation).toEqual(begun.consultation);
    expect(answerOnce(bad.consultation)).toEqual(answerOnce(begun.consultation));
  });

  it('an unknown option leaves the question standing', () => {
    const begun = engine.begin({ today, items: [item] });
    if (begun.reply.kind !== 'ask') throw new Error('no question');
    const { question } = begun.reply;
    const bad = engine.takeTurn(begun.consultation, { kind: 'answer', question: question.id, value: 'no-such-option' });
    expect(bad.reply).toMatchObject({ kind: 'problem', code: 'unknown-option', question: { id: question.id } });
    expect(answerOnce(bad.consultation)).toEqual(answerOnce(begun.consultation));
  });
});

describe('a request that cannot be used', () => {
  const json = { 'Content-Type': 'application/json' };
  const say = (text: string) => JSON.stringify({ turn: 't1', input: { kind: 'say', text } });
  const requests = [
    { name: 'malformed JSON', body: '{"turn": "t1", "input": ', headers: json, status: 400, code: 'malformed-json' },
    { name: 'no body', body: '', headers: json, status: 400, code: 'malformed-json' },
    {
      name: 'a form',
      body: 'a=b',
      headers: { 'Content-Type': 'text/plain' },
      status: 415,
      code: 'unsupported-media-type',
    },
    {
      name: 'a wrong shape',
      body: '{"turn":"t1","input":{"kind":"shout"}}',
      headers: json,
      status: 422,
      code: 'invalid-body',
    },
    {
      name: 'a message of 501 characters',
      body: say('护'.repeat(501)),
      headers: json,
      status: 422,
      code: 'message-too-long',
    },
    { name: 'a message of 10 kB', body: say('护'.repeat(3500)), headers: json, status: 413, code: 'body-too-large' },
  ];

  it.each(requests)('$name gets $status $code, and the next turn goes on', async ({ body, headers, status, code }) => {
    const app = createApp({ engine, database: await openDatabase(':memory:') });
    const opened = await app.request('/api/consultations', { method: 'POST', headers: json, body: '{}' });
    const { id } = (await opened.json()) as { id: string };
    const turns = `/api/consultations/${id}/turns`;
    const refused = await app.request(turns, { method: 'POST', headers, body });
    expect(refused.status).toBe(status);
    expect(await refused.json()).toMatchObject({ code });
    const next = await app.request(turns, { method: 'POST', headers: json, body: say('身份证丢了') });
    expect(next.status).toBe(200);
    expect(await next.json()).toMatchObject({ seq: 1, reply: { trip: [{ item }] } });
  });

  it('a turn in a consultation that nobody opened gets 404 unknown-consultation', async () => {
    const app = createApp({ engine, database: await openDatabase(':memory:') });
    const answer = await app.request('/api/consultations/0123456789abcdef/turns', {
      method: 'POST',
      headers: json,
      body: say('护照'),
    });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'unknown-consultation' });
  });

  it('an empty message gets a reply that says so, not a failure', async () => {
    const app = createApp({ engine, database: await openDatabase(':memory:') });
    const opened = await app.request('/api/consultations', { method: 'POST', headers: json, body: '{}' });
    const { id } = (await opened.json()) as { id: string };
    const answer = await app.request(`/api/consultations/${id}/turns`, {
      method: 'POST',
      headers: json,
      body: say(''),
    });
    expect(await answer.json()).toMatchObject({ reply: { kind: 'problem', code: 'empty-message' } });
  });
});

describe('knowledge that cannot be used', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onetrip-'));
    cpSync(knowledgeFolder, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('names every fault of every file in one run, each with file, line and column', async () => {
    writeFileSync(join(folder, 'synonyms.yaml'), 'a: [b\nc: d\n');
    appendFileSync(join(folder, 'authorities.yaml'), '\n- { id: 3, nmae: 某局 }\n');
    appendFileSync(join(folder, 'materials.yaml'), '\n- { id: vague-paper, name: 其他证明材料等 }\n');
    const { issues, knowledge } = await readKnowledge(folder);
    expect(knowledge).toBeUndefined();
    const files = new Set(issues.filter((issue) => issue.severity === 'error').map((issue) => issue.file));
    expect([...files].sort()).toEqual(expect.arrayContaining(['authorities.yaml', 'materials.yaml', 'synonyms.yaml']));
    for (const issue of issues) {
      expect(issue.code).toMatch(/^[a-z]+(-[a-z]+)*$/u);
      expect(issue.line).toBeGreaterThan(0);
      expect(issue.column).toBeGreaterThan(0);
      expect(issue.message).not.toBe('');
    }
  });

  it('names a source that no file describes, where it is used', async () => {
    const lines = ['', 'warnings:', '  - { say: 请带好证件, source: law-of-nowhere }', ''];
    const path = 'items/identity/source-test.yaml';
    writeFileSync(
      join(folder, path),
      [
        'id: source-test',
        'title: 试一试来源',
        'name: 试一试来源',
        'aliases: [试一试来源怎么办]',
        'authority: nobody',
        'checked: { on: 2026-11-20, by: 试验 }',
        ...lines,
      ].join('\n'),
    );
    const { issues } = await readKnowledge(folder);
    const issue = issues.find((found) => found.code === 'unknown-source');
    expect(issue).toMatchObject({ severity: 'error', file: path, line: 9 });
    expect(issue?.message).toContain('law-of-nowhere');
  });
});

/** What the first option of the standing question leads to. */
function answerOnce(consultation: Parameters<typeof engine.takeTurn>[0]) {
  const { reply } = engine.takeTurn(consultation, { kind: 'repeat' });
  if (reply.kind !== 'ask') throw new Error(`no question stands: ${reply.kind}`);
  const [option] = reply.question.options;
  const answer: Input = { kind: 'answer', question: reply.question.id, value: option?.value ?? '' };
  return engine.takeTurn(consultation, answer).reply;
}
