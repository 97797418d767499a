import type { ProblemStatusCode } from '../../problem-status.ts';
import { PROBLEM_STATUS } from '../../problem-status.ts';
import type { JsonSchema } from './json-schema.ts';
import { jsonSchemaOf, namedJsonSchemas } from './json-schema.ts';
import type { Access, Bilingual, RouteDescription } from './route-description.ts';

/** An OpenAPI document, as JSON. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: Readonly<Record<string, unknown>>;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: Readonly<Record<string, unknown>>;
}

/** What a document says of itself. */
export interface DocumentOptions {
  readonly version: string;
  /** Where the API is reached. */
  readonly publicUrl?: string | undefined;
}

/** Any route may answer with these. */
const ANYWHERE: readonly ProblemStatusCode[] = ['internal-error'];

const SECURITY: Readonly<Record<Access, readonly Readonly<Record<string, readonly string[]>>[]>> = {
  open: [],
  // The token in the path is the key.
  link: [],
  clerk: [{ clerk: [] }],
  'channel-key': [{ clerk: [] }, { 'channel-key': [] }],
  'metrics-token': [{ 'metrics-token': [] }],
};

/** Writes the document of an API from the descriptions of its routes. */
export function openApiDocument(routes: readonly RouteDescription[], options: DocumentOptions): OpenApiDocument {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = (paths[openApiPath(route.path)] ??= {});
    path[route.method] = operationOf(route);
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

function operationOf(route: RouteDescription): Readonly<Record<string, unknown>> {
  return {
    operationId: `${route.method} ${openApiPath(route.path)}`.replace(/\W+/g, '-').replace(/^-|-$/g, ''),
    tags: [both(route.group)],
    summary: both(route.says),
    security: SECURITY[route.access ?? 'open'],
    parameters: [...pathParameters(route), ...queryParameters(route)],
    ...requestBody(route),
    responses: { ...answersOf(route), ...problemsOf(route) },
  };
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

function requestBody({ body, bodyType }: RouteDescription): object {
  if (body) {
    return { requestBody: { required: true, content: { 'application/json': { schema: jsonSchemaOf(body) } } } };
  }
  return bodyType === undefined ? {} : { requestBody: { required: true, content: { [bodyType]: {} } } };
}

function answersOf({ answers }: RouteDescription): object {
  const described = Object.entries(answers).map(([status, { says, schema, type }]) => {
    const json = schema && { content: { 'application/json': { schema: jsonSchemaOf(schema) } } };
    return [status, { description: both(says), ...(json ?? (type && { content: { [type]: {} } })) }] as const;
  });
  return Object.fromEntries(described);
}

/** Problems of one status stand together, each by its code. */
function problemsOf({ problems, answers }: RouteDescription): object {
  const byStatus = new Map<number, ProblemStatusCode[]>();
  for (const code of [...problems, ...ANYWHERE]) {
    const status = PROBLEM_STATUS[code];
    if (!(status in answers)) byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const schema = { $ref: '#/components/schemas/Problem' };
  const described = [...byStatus].map(([status, codes]) => [
    String(status),
    { description: codes.join(', '), content: { 'application/problem+json': { schema } } },
  ]);
  return Object.fromEntries(described) as object;
}
