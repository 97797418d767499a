import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { TurnReader } from './turn-reader.ts';

/** One that remembers, at `/kept`, and a new one for each request, at `/fresh`. */
function readers() {
  const app = new Hono();
  const kept = new TurnReader();
  app.post('/:which', async (c) => {
    const reader = c.req.param('which') === 'kept' ? kept : new TurnReader();
    const read = await reader.read(c);
    return 'refusal' in read ? read.refusal : c.json(read.body);
  });
  return async (path: '/fresh' | '/kept', body: string): Promise<string> => {
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
    const response = await app.request(path, init);
    return `${String(response.status)} ${await response.text()}`;
  };
}

const ANSWER = { kind: 'answer', question: 'lost-or-damaged', value: 'lost' };

test.each<[string, unknown]>([
  ['an answer', { turn: 't-1', input: ANSWER }],
  [
    'its parts in another order',
    { input: { value: 'lost', question: 'lost-or-damaged', kind: 'answer' }, turn: 't-1' },
  ],
  ['a number as the answer', { turn: 't-1', input: { ...ANSWER, value: 16 } }],
  ['a choice', { turn: 't-1', input: { kind: 'choose', items: ['passport', 'resident-id-card'] } }],
  ['a message', { turn: 't-1', input: { kind: 'say', text: '  我的身份证丢了\u200b ' } }],
  ['a number of a person as the answer', { turn: 't-1', input: { ...ANSWER, value: '13800138000' } }],
  ['the id of a turn that is a number of a person', { turn: '13800138000', input: ANSWER }],
  ['the id of a turn that is none', { turn: '身份证', input: ANSWER }],
  ['no id of a turn', { input: ANSWER }],
  ['something more', { turn: 't-1', input: ANSWER, more: 1 }],
  ['something more inside', { turn: 't-1', input: { ...ANSWER, more: 1 } }],
  ['another kind', { turn: 't-1', input: { ...ANSWER, kind: 'unsure' } }],
  ['an empty input', { turn: 't-1', input: null }],
  ['a list', [{ turn: 't-1', input: ANSWER }]],
  ['an answer longer than any', { turn: 't-1', input: { ...ANSWER, value: 'x'.repeat(400) } }],
])('%s is read the second time as it was the first, whatever was read before', async (_what, body) => {
  const read = readers();
  const sent = JSON.stringify(body);
  const expected = await read('/fresh', sent);
  await read('/kept', JSON.stringify({ turn: 'before', input: ANSWER }));
  for (let time = 0; time < 3; time += 1) expect(await read('/kept', sent)).toBe(expected);
  expect(expected).not.toContain('13800138000');
});
