import { Validator } from '@seriousme/openapi-schema-validator';
import type { Input, Reply } from '@onetrip/engine';
import { safeParse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../app.ts';
import { oneEngine } from '../../knowledge/engines.ts';
import { openDatabase } from '../../storage/open-database.ts';
import { realEngine } from '../../test-support/real-engine.ts';
import { testApi } from '../../test-support/test-api.ts';
import { testClock } from '../../test-support/test-clock.ts';
import { createLog } from '../log.ts';
import { Metrics } from '../metrics.ts';
import { Readiness } from '../readiness.ts';
import { apiDescriptions } from './api-descriptions.ts';
import { apiRoutes } from './api-routes.ts';
import { openApiDocument } from './openapi-document.ts';
import type { Schema } from './route-description.ts';

const engines = oneEngine(realEngine());
const region = realEngine().knowledge.region.id;
const descriptions = apiDescriptions(region);
const document = openApiDocument(descriptions, { version: '0.1.0' });

/** The schema that an answer of a route is promised to fit. */
function promised(method: string, path: string, status: number): Schema {
  const schema = descriptions.find((route) => route.method === method && route.path === path)?.answers[status]?.schema;
  if (!schema) throw new Error(`${method} ${path} promises nothing for ${String(status)}`);
  return schema;
}

function expectFit(schema: Schema, value: unknown): void {
  const { issues } = safeParse(schema, value);
  expect(issues?.map((issue) => [issue.path?.map(({ key }) => key).join('.'), issue.message]) ?? []).toEqual([]);
}

async function wholeApp() {
  const database = await openDatabase(':memory:');
  const clock = testClock();
  const operation = {
    log: createLog({ level: 'silent' }),
    metrics: new Metrics({ engines, ofProcess: false }),
    readiness: new Readiness({ database, clock }),
  };
  return createApp({ engine: engines, database, clock, operation });
}

describe('the document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)) as Record<string, unknown>);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  test('holds every route of the server, and no other', async () => {
    const app = await wholeApp();
    const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'));
    const served = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    const described = descriptions.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(new Set(described)).toEqual(served);
    expect(described).toHaveLength(served.size);
  });

  test('refers to each named schema once it is there, and leads nowhere else', () => {
    const text = JSON.stringify(document);
    const references = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference));
    expect([...references].sort()).toEqual(
      ['Notice', 'Problem', 'Reply', 'Survey'].map((name) => `#/components/schemas/${name}`),
    );
    expect(text).not.toContain('"$defs"');
  });

  test('names all parts of a path, and says everything in both languages', () => {
    for (const { path, says, answers } of descriptions) {
      for (const { zh, en } of [says, ...Object.values(answers).map((answer) => answer.says)]) {
        expect(zh, path).toMatch(/[。]$/);
        expect(en, path).toMatch(/^[A-Z][^\u4e00-\u9fff]*\.$/);
      }
    }
    expect(Object.keys(document.paths).filter((path) => /[:*[\\]/.test(path))).toEqual([]);
  });
});

describe('real answers fit what the document promises', () => {
  const inputs: readonly Input[] = [
    { kind: 'say', text: '你好' },
    { kind: 'say', text: '月球旅行签证' },
    { kind: 'say', text: '我钱包丢了，身份证也没了' },
    { kind: 'answer', question: 'nothing', value: 'x' },
    { kind: 'aspect', aspect: 'fee' },
    { kind: 'repeat' },
    { kind: 'ask-for-clerk' },
    { kind: 'restart' },
  ];

  test('for every kind of reply, and for every item to its notice', async () => {
    const api = testApi();
    const kinds = new Set<string>();
    const opened = await api.post('/api/consultations', {});
    expectFit(promised('post', '/api/consultations', 201), opened.json);
    for (const [index, input] of inputs.entries()) {
      const taken = await api.turn(opened.json.id, `t${String(index)}`, input);
      kinds.add(taken.json.reply.kind);
      expectFit(promised('post', '/api/consultations/:id/turns', 200), taken.json);
    }
    for (const { id: item } of realEngine().knowledge.items) {
      const id = await api.open({ items: [item] });
      let { reply } = (await api.look(id)).json;
      for (let turn = 1; reply.kind === 'ask'; turn += 1) {
        const taken = await api.turn(id, `t${String(turn)}`, firstAnswer(reply));
        expectFit(promised('post', '/api/consultations/:id/turns', 200), taken.json);
        ({ reply } = taken.json);
      }
      kinds.add(reply.kind);
      expectFit(promised('get', '/api/consultations/:id', 200), (await api.look(id)).json);
    }
    expect([...kinds].sort()).toEqual(['ask', 'choose', 'fact', 'handoff', 'not-found', 'notice', 'problem']);
  });

  test('for items, health and problems', async () => {
    const api = testApi();
    expectFit(promised('get', '/api/items', 200), (await api.request('/api/items?q=护照')).json);
    for (const { id } of realEngine().knowledge.items) {
      expectFit(promised('get', '/api/items/:id', 200), (await api.request(`/api/items/${id}`)).json);
    }
    expectFit(promised('get', '/healthz', 200), (await api.request('/healthz')).json);
    const app = await wholeApp();
    expectFit(promised('get', '/readyz', 200), await (await app.request('/readyz')).json());
  });
});

describe('/docs', () => {
  const app = apiRoutes({ engines, version: '0.1.0' });

  test('shows every route to people, without script', async () => {
    const page = await (await app.request('/docs')).text();
    for (const path of Object.keys(document.paths)) expect(page).toContain(path);
    expect(page).not.toContain('<script');
  });

  test('stands beside the same document for programs', async () => {
    expect(await (await app.request('/api/openapi.json')).json()).toEqual(JSON.parse(JSON.stringify(document)));
  });
});

function firstAnswer(reply: Extract<Reply, { kind: 'ask' }>): Input {
  const [option] = reply.question.options;
  const question = reply.question.id;
  return option ? { kind: 'answer', question, value: option.value } : { kind: 'unsure', question };
}
