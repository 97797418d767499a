import { describe, expect, test } from 'vitest';
import { PROBLEM_STATUS } from './problem-status.ts';
import { problemTextEn } from './text/problem-text-en.ts';
import { problemTextZh } from './text/problem-text-zh.ts';
import { inPieces, testApi } from './test-support/test-api.ts';

const CONSULTATIONS = '/api/consultations';
const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('every problem', () => {
  test('is problem+json with a stable code, a status and a sentence', async () => {
    const refused = await testApi().post(CONSULTATIONS, '{"locale":');
    expect(refused.headers.get('Content-Type')).toBe('application/problem+json');
    expect(refused.json).toEqual({
      type: 'urn:onetrip:problem:malformed-json',
      title: '不是 JSON',
      status: 400,
      code: 'malformed-json',
      detail: '请求正文不是 UTF-8 编码的 JSON。请检查后重发。',
    });
  });

  test('speaks English to a client that prefers it', async () => {
    const refused = await testApi().post(CONSULTATIONS, '{', { 'Accept-Language': 'en-GB,zh;q=0.5' });
    expect(refused.json.detail).toBe(problemTextEn['malformed-json'].detail);
    const chinese = await testApi().post(CONSULTATIONS, '{', { 'Accept-Language': 'fr,zh-CN;q=0.9,en;q=0.5' });
    expect(chinese.json.detail).toBe(problemTextZh['malformed-json'].detail);
  });

  test('says in both languages what to do, without an exclamation mark', () => {
    for (const code of Object.keys(PROBLEM_STATUS) as (keyof typeof PROBLEM_STATUS)[]) {
      expect(problemTextZh[code].detail, code).toMatch(/^[^！]{6,}。$/);
      expect(problemTextEn[code].detail, code).toMatch(/^[^!]{20,}\.$/);
    }
  });
});

describe('a body', () => {
  test.each(['', '{', 'null,', '{"a":1}}', '\ufeff{', 'undefined'])('that is not JSON is refused: %j', async (body) => {
    expect(await testApi().post(CONSULTATIONS, body)).toMatchObject({ status: 400, json: { code: 'malformed-json' } });
  });

  test('that is not UTF-8 is refused', async () => {
    const body = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
    const refused = await testApi().request(CONSULTATIONS, { method: 'POST', headers: JSON_TYPE, body });
    expect(refused.json.code).toBe('malformed-json');
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json; charset=gbk',
  ])('of type %s is refused', async (type) => {
    const refused = await testApi().post(CONSULTATIONS, {}, { 'Content-Type': type });
    expect(refused).toMatchObject({ status: 415, json: { code: 'unsupported-media-type' } });
  });

  test('without a type is refused', async () => {
    const refused = await testApi().request(CONSULTATIONS, { method: 'POST', body: new Uint8Array([0x7b, 0x7d]) });
    expect(refused).toMatchObject({ status: 415, json: { code: 'unsupported-media-type' } });
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset=UTF-8'])(
    'of type %s is taken',
    async (type) => {
      expect((await testApi().post(CONSULTATIONS, {}, { 'Content-Type': type })).status).toBe(201);
    },
  );

  test('over 8000 bytes is refused, with its length announced or not, or announced wrongly', async () => {
    const text = JSON.stringify({ turn: 't', input: { kind: 'say', text: '长'.repeat(3400) } });
    const api = testApi();
    const tooLarge = { status: 413, json: { code: 'body-too-large' } };
    expect(await api.post(CONSULTATIONS, text, { 'Content-Length': '10240' })).toMatchObject(tooLarge);
    expect(await api.post(CONSULTATIONS, text)).toMatchObject(tooLarge);
    expect(await api.post(CONSULTATIONS, text, { 'Content-Length': '5' })).toMatchObject(tooLarge);
    const chunked = { method: 'POST', headers: JSON_TYPE, body: inPieces(text.slice(0, 2000), text.slice(2000)) };
    expect(await api.request(CONSULTATIONS, { ...chunked, duplex: 'half' } as RequestInit)).toMatchObject(tooLarge);
  });

  test('in pieces is put together, also inside a character', async () => {
    const api = testApi();
    const bytes = new TextEncoder().encode(JSON.stringify({ turn: 't', input: { kind: 'say', text: '身份证' } }));
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    const init = { method: 'POST', headers: JSON_TYPE, body, duplex: 'half' } as RequestInit;
    expect((await api.request(`${CONSULTATIONS}/${await api.open()}/turns`, init)).status).toBe(200);
  });

  test('with several faults gets them all at once, each with its place', async () => {
    const refused = await testApi().post(CONSULTATIONS, { locale: 'fr', channel: 7, items: ['a', ''], extra: 1 });
    expect(refused).toMatchObject({ status: 422, json: { code: 'invalid-body' } });
    expect(refused.json.errors.map(({ path }) => path)).toEqual(['locale', 'channel', 'items.1', 'extra']);
  });

  test.each([
    ['[]', ''],
    ['null', ''],
    ['7', ''],
    ['{"__proto__":{"admin":true}}', '__proto__'],
    ['{"constructor":{"prototype":{}}}', 'constructor'],
  ])('of another shape is refused: %s', async (body, path) => {
    const refused = await testApi().post(CONSULTATIONS, body);
    expect(refused).toMatchObject({ status: 422, json: { code: 'invalid-body', errors: [{ path }] } });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test.each([
    [{ turn: '', input: { kind: 'back' } }, 'turn'],
    [{ turn: 'a b', input: { kind: 'back' } }, 'turn'],
    [{ turn: 'x'.repeat(65), input: { kind: 'back' } }, 'turn'],
    [{ turn: 't' }, 'input'],
    [{ turn: 't', input: 'back' }, 'input'],
    [{ turn: 't', input: { kind: 'fly' } }, 'input.kind'],
    [{ turn: 't', input: { kind: 'say' } }, 'input.text'],
    [{ turn: 't', input: { kind: 'say', text: 7 } }, 'input.text'],
    [{ turn: 't', input: { kind: 'say', text: '好', html: '' } }, 'input.html'],
    [{ turn: 't', input: { kind: 'choose', items: [] } }, 'input.items'],
    [{ turn: 't', input: { kind: 'answer', question: 'a', value: { lt: 1 } } }, 'input.value'],
    [{ turn: 't', input: { kind: 'aspect', aspect: 'weather' } }, 'input.aspect'],
  ])('of a turn is refused where it is wrong: %j', async (body, path) => {
    const api = testApi();
    const id = await api.open();
    const refused = await api.post(`${CONSULTATIONS}/${id}/turns`, body);
    expect(refused).toMatchObject({ status: 422, json: { code: 'invalid-body', errors: [{ path }] } });
    expect((await api.look(id)).json.seq).toBe(0);
  });
});

describe('a message', () => {
  test('of 500 characters is taken, counted as people count', async () => {
    const api = testApi();
    const id = await api.open();
    expect((await api.turn(id, 't1', { kind: 'say', text: '𠀀'.repeat(500) })).status).toBe(200);
  });

  test('of 501 is refused with what to do, and the consultation stands as it was', async () => {
    const api = testApi();
    const id = await api.open();
    const before = await api.look(id);
    const refused = await api.turn(id, 't1', { kind: 'say', text: '长'.repeat(501) });
    expect(refused).toMatchObject({ status: 422, json: { code: 'message-too-long' } });
    expect(refused.json.detail).toBe('一次最多 500 个字。请写短一点，或者分几次说。');
    expect(refused.text).not.toContain('长长');
    expect((await api.look(id)).text).toBe(before.text);
    expect((await api.turn(id, 't1', { kind: 'say', text: '身份证丢了' })).status).toBe(200);
  });
});

describe('an address', () => {
  test('that does not exist is not found', async () => {
    expect(await testApi().request('/api/nothing')).toMatchObject({ status: 404, json: { code: 'not-found' } });
    expect(await testApi().request('/wp-login.php')).toMatchObject({ status: 404, json: { code: 'not-found' } });
  });

  test.each([
    ['GET', '/api/consultations', 'POST'],
    ['DELETE', '/api/consultations/x', 'GET, HEAD'],
    ['GET', '/api/consultations/x/turns', 'POST'],
    ['PUT', '/api/items', 'GET, HEAD'],
    ['OPTIONS', '/api/items', 'GET, HEAD'],
    ['POST', '/healthz', 'GET, HEAD'],
  ])('refuses %s %s and names what it takes', async (method, path, allow) => {
    const refused = await testApi().request(path, { method });
    expect(refused).toMatchObject({ status: 405, json: { code: 'method-not-allowed' } });
    expect(refused.headers.get('Allow')).toBe(allow);
  });
});
