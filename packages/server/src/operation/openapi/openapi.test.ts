import { Validator } from '@seriousme/openapi-schema-validator';
import type { Input, Reply } from '@onetrip/engine';
import { describe, expect, test } from 'vitest';
import { oneEngine } from '../../knowledge/engines.ts';
import { PROBLEM_STATUS } from '../../problem-status.ts';
import { DocumentWitness } from '../../test-support/document-witness.ts';
import { realEngine } from '../../test-support/real-engine.ts';
import { temporaryDatabase } from '../../test-support/temporary-database.ts';
import { ORIGIN, watchedServer } from '../../test-support/watched-server.ts';
import { webhookDescriptions } from '../../webhooks/webhook-descriptions.ts';
import { apiDescriptions } from './api-descriptions.ts';
import { apiRoutes } from './api-routes.ts';
import type { JsonSchema } from './json-schema.ts';
import { FORM_TYPE, openApiDocument } from './openapi-document.ts';
import { wholeRoute } from './whole-route.ts';

const engines = oneEngine(realEngine());
const region = realEngine().knowledge.region.id;
const descriptions = apiDescriptions(region);
const document = openApiDocument({ routes: descriptions, webhooks: webhookDescriptions }, { version: '0.1.0' });

/** An app with everything set that a server may have, so that every route is there. */
async function wholeApp(witness = new DocumentWitness(document)) {
  const oidc = { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'x', redirect: `${ORIGIN}/back` };
  return watchedServer({ witness, engine: engines, database: await temporaryDatabase(), oidc });
}

/** Below a link, whatever is nothing: answered with a page, as a person follows links. */
const ELSEWHERE = 'GET /n/*';

describe('the document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)) as Record<string, unknown>);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
    // The specification's own schema does not look into schemas.
    expect(new DocumentWitness(document).brokenSchemas).toEqual([]);
  });

  test('holds every route of the server, and no other', async () => {
    const { app } = await wholeApp();
    const routes = app.routes.filter(({ method }) => method !== 'ALL');
    const served = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    const described = descriptions.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect([...described, ELSEWHERE].sort()).toEqual([...served].sort());
  });

  test('refers to each named schema once it is there, and leads nowhere else', () => {
    const text = JSON.stringify(document);
    const references = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference));
    expect([...references].sort()).toEqual(
      ['LedgerEntry', 'Notice', 'Problem', 'Rating', 'Reply', 'Survey'].map((name) => `#/components/schemas/${name}`),
    );
    expect(text).not.toContain('"$defs"');
  });

  test('says of every field of every form what it is for, in both languages', () => {
    expect(describedFields().length).toBeGreaterThan(40);
    for (const [name, { description }] of describedFields()) {
      expect(description, name).toMatch(/^[^A-Z].*。 [A-Z][^\u4e00-\u9fff]*\.$/);
    }
  });

  test('names all parts of a path, and says everything in both languages', () => {
    for (const { path, says, answers } of descriptions.map(wholeRoute)) {
      for (const { zh, en } of [says, ...Object.values(answers).map((answer) => answer.says)]) {
        expect(zh, path).toMatch(/[。]$/);
        expect(en, path).toMatch(/^[A-Z][^\u4e00-\u9fff]*\.$/);
      }
    }
    expect(Object.keys(document.paths).filter((path) => /[:*[\\]/.test(path))).toEqual([]);
  });
});

describe('what consultations and items really answer', () => {
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

  test('is as described, for every kind of reply, and for every item to its notice', async () => {
    const witness = new DocumentWitness(document);
    const { ask } = await wholeApp(witness);
    const kinds = new Set<string>();
    const open = async (json: object) => (await (await ask({ path: '/api/consultations', json })).json()) as Answered;
    const take = async (id: string, turn: number, input: Input): Promise<Reply> => {
      const json = { turn: `t${String(turn)}`, input };
      const { reply } = (await (await ask({ path: `/api/consultations/${id}/turns`, json })).json()) as Answered;
      kinds.add(reply.kind);
      return reply;
    };
    const { id: first } = await open({});
    for (const [turn, input] of inputs.entries()) await take(first, turn, input);
    for (const { id: item } of realEngine().knowledge.items) {
      await ask({ path: `/api/items/${item}` });
      const { id, reply: begun } = await open({ items: [item] });
      let reply = begun;
      for (let turn = 1; reply.kind === 'ask'; turn += 1) reply = await take(id, turn, firstAnswer(reply));
      await ask({ path: `/api/consultations/${id}` });
    }
    expect(witness.mismatches).toEqual([]);
    expect([...kinds].sort()).toEqual(['ask', 'choose', 'fact', 'handoff', 'not-found', 'notice', 'problem']);
  });
});

interface Answered {
  readonly id: string;
  readonly reply: Reply;
}

describe('/docs', () => {
  const app = apiRoutes({ engines, version: '0.1.0' });

  test('shows every route to people, without script', async () => {
    const page = await (await app.request('/docs')).text();
    for (const path of Object.keys(document.paths)) expect(page).toContain(path);
    for (const name of Object.keys(document.webhooks)) expect(page).toContain(name);
    for (const code of Object.keys(PROBLEM_STATUS)) expect(page).toContain(`<dt id="${code}">`);
    for (const [, { description }] of describedFields()) expect(page).toContain(String(description));
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

/** Every field of every form that the document describes. */
function describedFields(): readonly (readonly [name: string, schema: JsonSchema])[] {
  const forms = Object.values(document.paths)
    .flatMap((operations) => Object.values(operations))
    .flatMap(({ requestBody }) => requestBody?.content[FORM_TYPE]?.schema ?? []) as readonly JsonSchema[];
  const shapes = forms.flatMap((schema) => (schema['oneOf'] ?? [schema]) as readonly JsonSchema[]);
  return shapes.flatMap(({ properties }) => Object.entries(properties as Record<string, JsonSchema>));
}
