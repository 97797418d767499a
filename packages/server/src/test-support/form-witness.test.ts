import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../operation/openapi/json-schema.ts';
import type { OpenApiDocument } from '../operation/openapi/openapi-document.ts';
import { FORM_TYPE } from '../operation/openapi/openapi-document.ts';
import { DocumentSchemas } from './document-schemas.ts';
import { FormWitness } from './form-witness.ts';

const text = { type: 'string' };
const things = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { ...text, maxLength: 40 },
    kind: { enum: ['good', 'poor'] },
    why: { type: 'array', items: { enum: ['slow', 'quick'] } },
  },
};
const changes = {
  oneOf: [
    { type: 'object', required: ['do'], properties: { do: { const: 'end' } } },
    { type: 'object', required: ['do', 'note'], properties: { do: { const: 'note' }, note: text } },
  ],
};
const posting = (schema: JsonSchema) => ({ requestBody: { content: { [FORM_TYPE]: { schema } } }, responses: {} });
const document = {
  ...{ openapi: '3.1.0', info: {}, servers: [], webhooks: {}, components: {} },
  paths: {
    '/things': { get: { parameters: [{ name: 'q', in: 'query' }], responses: {} }, post: posting(things) },
    '/things/{id}': { post: posting(changes) },
    '/things/{id}/delete': { post: { responses: {} } },
  },
} satisfies OpenApiDocument;

const witness = () => new FormWitness(new DocumentSchemas(document));
const form = (fields: string, action = '/things', method = 'post'): string =>
  `<p><form class="ask" method="${method}" action="${action}">${fields}</form></p>`;
const NAME = '<input id="name" name="name" required maxlength="40" />';

describe('on a page, a witness of forms finds', () => {
  test.each([
    [
      'a field that is not described',
      form(`${NAME}<input type="hidden" name="extra" value="1" />`),
      'the field extra is not described',
    ],
    ['a field that is missing', form(''), 'the page has no field name'],
    [
      'another length',
      form('<input name="name" maxlength="50" />'),
      'the field name takes 50 characters, described as 40',
    ],
    [
      'no length',
      form('<textarea name="name" rows="2"></textarea>'),
      'the field name takes undefined characters, described as 40',
    ],
    [
      'a choice that is not described',
      form(`${NAME}<select name="kind"><option value="good">x</option><option value="">x</option></select>`),
      'the field kind may be "", which is not described',
    ],
    [
      'a tick that is not described',
      form(`${NAME}<input type="checkbox" name="why" value="slow" /><input type="checkbox" name="why" value="rude" />`),
      'the field why may be "rude", which is not described',
    ],
    [
      'a field that only the page requires',
      form(`${NAME}<input type="radio" name="kind" value="good" required />`),
      'the field kind is required by the page alone',
    ],
  ])('%s', (_what, page, told) => {
    expect(witness().holdPage(page)).toEqual([`the form of post /things: ${told}`]);
  });

  test('a field that no shape of several has, by the one that fits best', () => {
    const page = form('<button name="do" value="note">x</button><input name="note" /><input name="x" />', '/things/7');
    expect(witness().holdPage(page)).toEqual(['the form of post /things/{id}: the field x is not described']);
  });

  test('a field of a search that the query does not know', () => {
    const page = form('<input name="q" /><input name="page" />', '/things', 'get');
    expect(witness().holdPage(page)).toEqual(['the form of get /things: the field page is not described']);
  });

  test('a field where none is described, and a form that leads nowhere', () => {
    const page =
      form('', '/things/7/delete') + form('<input name="sure" />', '/things/7/delete') + form('', '/nothing');
    expect(witness().holdPage(page)).toEqual([
      'the form of post /things/{id}/delete: the field sure is not described',
      'a form leads to post /nothing, which is not described',
    ]);
  });
});

test('a witness of forms keeps what no page has shown', () => {
  const one = witness();
  expect(one.holdPage(form(NAME))).toEqual([]);
  expect(one.unshown).toEqual([
    'post /things field kind',
    'post /things field why',
    'post /things/{id} field do',
    'post /things/{id} field note',
  ]);
});

describe('of what was sent and taken, a witness of forms', () => {
  test.each([
    ['/things', 'name=x'],
    ['/things', 'name=x&kind=good&why=slow&why=quick'],
    ['/things', 'name=x&why=slow'],
    ['/things/7', 'do=note&note=x'],
    ['/things/7/delete', ''],
  ])('is content with %s %s', (path, body) => {
    expect(witness().holdTaken({ method: 'POST', path }, body)).toEqual([]);
  });

  test.each([
    [
      '/things',
      'kind=good',
      'post /things: the form that was sent: the body must have required property \'name\' ("name")',
    ],
    ['/things', 'name=x&extra=1', 'post /things: the form that was sent: the field extra is not described'],
    ['/things/7', 'do=end&note=x', 'post /things/{id}: the form that was sent: the field note is not described'],
    [
      '/things/7/delete',
      'sure=yes',
      'post /things/{id}/delete: the form that was sent: the field sure is not described',
    ],
  ])('tells what is wrong with %s %s', (path, body, told) => {
    expect(witness().holdTaken({ method: 'POST', path }, body)).toEqual([told]);
  });
});
