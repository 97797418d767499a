import { describe, expect, test } from 'vitest';
import type { OpenApiDocument } from '../operation/openapi/openapi-document.ts';
import { DocumentWitness } from './document-witness.ts';

const problem = (...codes: readonly string[]) => ({
  'application/problem+json': {
    schema: { $ref: '#/components/schemas/Problem', properties: { code: { enum: codes } } },
  },
});

/** One thing to read at `/api/things/{id}`, a word beside it, and one to send on from. */
const document: OpenApiDocument = {
  ...{ openapi: '3.1.0', info: {}, servers: [], webhooks: {} },
  paths: {
    '/api/things/{id}': {
      get: {
        responses: {
          200: {
            description: '',
            content: {
              'application/json': {
                schema: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
              },
            },
          },
          404: { description: '', content: problem('unknown-thing', 'not-found') },
        },
      },
    },
    '/api/things/all': { get: { responses: { 204: { description: '' } } } },
    '/away': { post: { responses: { 303: { description: '', headers: { Location: { required: true } } } } } },
  },
  components: {
    schemas: { Problem: { type: 'object', required: ['code'], properties: { code: { type: 'string' } } } },
  },
};
const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };
const PROBLEM_TYPE = { 'Content-Type': 'application/problem+json' };

async function judged(path: string, response: Response, method = 'GET'): Promise<DocumentWitness> {
  const witness = new DocumentWitness(document);
  await witness.hold({ method, path }, response);
  return witness;
}

describe('a witness finds', () => {
  const faults: readonly [what: string, path: string, response: Response, told: string][] = [
    [
      'a status that is not described',
      '/api/things/1',
      new Response('x', { status: 500 }),
      'get /api/things/{id} 500: this status is not described; x',
    ],
    [
      'another media type',
      '/api/things/1',
      new Response('<p>', { headers: { 'Content-Type': 'text/html' } }),
      'get /api/things/{id} 200: came as text/html, described as application/json',
    ],
    [
      'a body where none is described',
      '/api/things/all',
      Response.json({ id: 'x' }),
      'get /api/things/all 200: this status is not described; {"id":"x"}',
    ],
    [
      'a part that is missing',
      '/api/things/1',
      new Response('{}', { headers: JSON_TYPE }),
      'get /api/things/{id} 200: the body must have required property \'id\' ("id")',
    ],
    [
      'a part of another type',
      '/api/things/1',
      new Response('{"id":1}', { headers: JSON_TYPE }),
      'get /api/things/{id} 200: /id must be string ("string")',
    ],
    [
      'a code that the route does not name',
      '/api/things/1',
      new Response('{"code":"gone"}', { status: 404, headers: PROBLEM_TYPE }),
      'get /api/things/{id} 404: /code must be equal to one of the allowed values (["unknown-thing","not-found"])',
    ],
    [
      'what is no JSON at all',
      '/api/things/1',
      new Response('{', { headers: JSON_TYPE }),
      'get /api/things/{id} 200: the body is not JSON',
    ],
    [
      'a route that is not described',
      '/api/other',
      new Response('x'),
      'GET /api/other: not described, and answered with 200',
    ],
  ];

  test.each(faults)('%s', async (_what, path, response, told) => {
    expect((await judged(path, response)).mismatches).toEqual([told]);
  });

  test('a header that is missing', async () => {
    const { mismatches } = await judged('/away', new Response(null, { status: 303 }), 'POST');
    expect(mismatches).toEqual(['post /away 303: the header Location is missing']);
  });

  test('what was taken and may not be sent, and a schema that is none', () => {
    const { paths } = document;
    const content = { 'application/json': { schema: { type: 'object', maxProperty: 0 } } };
    const post = { requestBody: { content }, responses: {} };
    const witness = new DocumentWitness({ ...document, paths: { ...paths, '/api/odd': { post } } });
    expect(witness.brokenSchemas).toHaveLength(1);
    expect(witness.brokenSchemas[0]).toMatch(/^paths \/api\/odd post requestBody .*maxProperty/);
    const fixed = { type: 'object', maxProperties: 0 };
    const sound = { requestBody: { content: { 'application/json': { schema: fixed } } }, responses: {} };
    const other = new DocumentWitness({ ...document, paths: { ...paths, '/api/odd': { post: sound } } });
    other.holdTaken({ method: 'POST', path: '/api/odd' }, '{"x":1}');
    expect(other.brokenSchemas).toEqual([]);
    expect(other.mismatches).toEqual([
      'post /api/odd: what was sent: the body must NOT have more than 0 properties (0)',
    ]);
  });

  test('a method that is not described', async () => {
    const { mismatches } = await judged('/away', new Response('x'), 'GET');
    expect(mismatches).toEqual(['GET /away: not described, and answered with 200']);
  });
});

describe('a witness is content', () => {
  test('with what fits, and keeps what has not been seen', async () => {
    const witness = new DocumentWitness(document);
    await witness.hold(
      { method: 'GET', path: '/api/things/1?q=x' },
      new Response('{"id":"x"}', { headers: JSON_TYPE }),
    );
    await witness.hold({ method: 'GET', path: '/api/things/all' }, new Response(null, { status: 204 }));
    const missing = new Response('{"code":"not-found"}', { status: 404, headers: PROBLEM_TYPE });
    await witness.hold({ method: 'GET', path: '/api/things/2' }, missing);
    await witness.hold({ method: 'GET', path: '/nothing' }, new Response('x', { status: 404 }));
    expect(witness.mismatches).toEqual([]);
    expect(witness.unseen).toEqual(['get /api/things/{id} 404 unknown-thing', 'post /away 303']);
  });
});
