import type { ProblemStatusCode } from '../../problem-status.ts';
import { PROBLEM_STATUS } from '../../problem-status.ts';
import type { JsonSchema } from './json-schema.ts';
import { jsonSchemaOf, namedJsonSchemas } from './json-schema.ts';
import type { Access, Bilingual, DescribedAnswer, RouteDescription, WebhookDescription } from './route-description.ts';
import { wholeRoute } from './whole-route.ts';

/** An OpenAPI document, as JSON. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: Readonly<Record<string, unknown>>;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly webhooks: Readonly<Record<string, { readonly post: object }>>;
  readonly components: Readonly<Record<string, unknown>>;
}

/** One route in the document, as far as the rest of the code looks into it. */
export interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, DocumentedAnswer>>;
}

/** What a route answers under one status. */
export interface DocumentedAnswer {
  readonly description: string;
  readonly headers?: Readonly<Record<string, object>>;
  /** By media type; without it there is no body. */
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

/** What the document is written from. */
export interface Described {
  readonly routes: readonly RouteDescription[];
  readonly webhooks: readonly WebhookDescription[];
}

/** What a document says of itself. */
export interface DocumentOptions {
  readonly version: string;
  /** Where the API is reached. */
  readonly publicUrl?: string | undefined;
}

/** What a form of a page sends, a list as one field for each of its values, which is how OpenAPI reads it too. */
export const FORM_TYPE = 'application/x-www-form-urlencoded';

const SECURITY: Readonly<Record<Access, readonly Readonly<Record<string, readonly string[]>>[]>> = {
  open: [],
  // The token in the path is the key.
  link: [],
  clerk: [{ clerk: [] }],
  'channel-key': [{ clerk: [] }, { 'channel-key': [] }],
  'metrics-token': [{ 'metrics-token': [] }],
};

/** Writes the document of an API from the descriptions of its routes and of the messages it sends. */
export function openApiDocument({ routes, webhooks }: Described, options: DocumentOptions): OpenApiDocument {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    const path = (paths[openApiPath(route.path)] ??= {});
    path[route.method] = operationOf(wholeRoute(route));
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '一趟清 · OneTrip',
      version: options.version,
      summary: '一次问清，一次告知。 Asked once, told once.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: options.publicUrl ?? '/' }],
    paths,
    webhooks: Object.fromEntries(webhooks.map((webhook) => [webhook.name, { post: webhookOf(webhook) }])),
    components: {
      schemas: namedJsonSchemas(),
      securitySchemes: {
        clerk: { type: 'apiKey', in: 'cookie', name: '__Host-onetrip', description: '登录以后的 Cookie。' },
        'channel-key': { type: 'http', scheme: 'bearer', description: 'CHANNEL_KEYS 里的密钥。' },
        'metrics-token': { type: 'http', scheme: 'bearer', description: 'METRICS_TOKEN。' },
      },
    },
  };
}

/** A path as OpenAPI writes it: `/n/:token{[\w-]{22}}` becomes `/n/{token}`. */
export function openApiPath(path: string): string {
  return path
    .split('/')
    .map((part) => (part.startsWith(':') ? `{${nameOf(part)}}` : part))
    .join('/');
}

function nameOf(part: string): string {
  return /^:(\w+)/.exec(part)?.[1] ?? part;
}

function operationOf(route: RouteDescription): Operation {
  return {
    ...{ operationId: idOf(`${route.method} ${openApiPath(route.path)}`), tags: [both(route.group)] },
    summary: both(route.says),
    security: SECURITY[route.access ?? 'open'],
    parameters: [...pathParameters(route), ...queryParameters(route)],
    ...requestBody(route),
    responses: responsesOf(route),
  } as Operation;
}

function webhookOf({ name, group, says, headers, body }: WebhookDescription): object {
  return {
    ...{ operationId: idOf(`webhook ${name}`), tags: [both(group)], summary: both(says) },
    parameters: Object.entries(headers).map(([header, told]) => ({
      ...{ name: header, in: 'header', required: true, schema: { type: 'string' }, description: both(told) },
    })),
    requestBody: { required: true, content: { 'application/json': { schema: jsonSchemaOf(body) } } },
    responses: {
      '2XX': { description: '收下了。 Taken.' },
      default: { description: '没有收下，过些时候再送。 Not taken; it is tried again later.' },
    },
  };
}

function idOf(words: string): string {
  return words.replace(/\W+/g, '-').replace(/^-|-$/g, '');
}

function both({ zh, en }: Bilingual): string {
  return `${zh} ${en}`;
}

function pathParameters({ path, parameters = {} }: RouteDescription): readonly object[] {
  const names = path.split('/').flatMap((part) => (part.startsWith(':') ? nameOf(part) : []));
  return names.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    ...(parameters[name] && { description: both(parameters[name]) }),
  }));
}

function queryParameters({ query }: RouteDescription): readonly object[] {
  if (!query) return [];
  const { properties = {}, required = [] } = jsonSchemaOf(query) as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function requestBody({ body, form }: RouteDescription): object {
  if (body) {
    return { requestBody: { required: true, content: { 'application/json': { schema: jsonSchemaOf(body) } } } };
  }
  return form ? { requestBody: { required: true, content: { [FORM_TYPE]: { schema: jsonSchemaOf(form) } } } } : {};
}

/** By status: what may come back when it went well, what a person is shown, and the problems of that status. */
function responsesOf({ answers, problems }: RouteDescription): Operation['responses'] {
  const statuses = [...Object.keys(answers).map(Number), ...problems.map((code) => PROBLEM_STATUS[code])];
  const described = [...new Set(statuses)]
    .sort((a, b) => a - b)
    .map((status) => {
      const codes = problems.filter((code) => PROBLEM_STATUS[code] === status);
      return [String(status), responseOf(status, answers[status], codes)] as const;
    });
  return Object.fromEntries(described);
}

function responseOf(
  status: number,
  answer: DescribedAnswer | undefined,
  codes: readonly ProblemStatusCode[],
): DocumentedAnswer {
  const content = { ...contentOf(answer), ...(codes.length > 0 && { 'application/problem+json': problemWith(codes) }) };
  return {
    description: [...(answer ? [both(answer.says)] : []), ...(codes.length > 0 ? [codes.join(', ')] : [])].join(' '),
    ...(isRedirect(status) && { headers: { Location: { required: true, schema: { type: 'string' } } } }),
    ...(Object.keys(content).length > 0 && { content }),
  };
}

function contentOf(answer: DescribedAnswer | undefined): DocumentedAnswer['content'] {
  if (answer?.schema) return { 'application/json': { schema: jsonSchemaOf(answer.schema) } };
  return Object.fromEntries((answer?.types ?? []).map((type) => [type, { schema: bodyOf(type) }]));
}

/** Text is a string; anything else has no schema. */
function bodyOf(type: string): JsonSchema {
  return type.startsWith('text/') ? { type: 'string' } : {};
}

function isRedirect(status: number): boolean {
  return status >= 301 && status <= 303;
}

function problemWith(codes: readonly ProblemStatusCode[]): { readonly schema: JsonSchema } {
  return { schema: { $ref: '#/components/schemas/Problem', properties: { code: { enum: codes } } } };
}
