import addFormats from 'ajv-formats';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { DocumentedAnswer, OpenApiDocument, Operation } from '../operation/openapi/openapi-document.ts';

/** What a request was, as far as an answer is judged by it. */
export interface Asked {
  readonly method: string;
  /** With or without a query: `/api/items?q=x`. */
  readonly path: string;
}

/** Name the document is known by while its schemas are looked up; nothing is fetched. */
const BASE = 'https://document.invalid/openapi.json';

/**
 * Holds real answers against an OpenAPI document, and remembers every mismatch and everything promised that has not yet
 * been seen, so that a test reports all of it at once.
 */
export class DocumentWitness {
  readonly #document: OpenApiDocument;
  readonly #ajv: Ajv2020;
  readonly #templates: readonly Template[];
  readonly #mismatches = new Set<string>();
  readonly #seen = new Set<string>();

  constructor(document: OpenApiDocument) {
    // As it is sent: what JSON drops is not there.
    this.#document = JSON.parse(JSON.stringify(document)) as OpenApiDocument;
    this.#templates = templatesOf(Object.keys(this.#document.paths));
    this.#ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, validateSchema: true });
    addFormats.default(this.#ajv);
    // Only schemas within it are compiled; ajv need not know what else an OpenAPI document holds.
    this.#ajv.addVocabulary(Object.keys(this.#document));
    this.#ajv.addSchema({ $id: BASE, ...this.#document }, BASE, false, false);
  }

  /** Everything that did not fit so far, each once. */
  get mismatches(): readonly string[] {
    return [...this.#mismatches].sort();
  }

  /** Everything the document promises that no answer has shown yet: `get /api/items 422 invalid-query`. */
  get unseen(): readonly string[] {
    return this.#promises().filter((promise) => !this.#seen.has(promise));
  }

  /** Judges an answer; it can still be read afterwards. */
  async hold({ method, path }: Asked, response: Response): Promise<void> {
    const template = this.#templateOf(path);
    const operations = template === undefined ? undefined : this.#document.paths[template];
    const operation = operations?.[method.toLowerCase()];
    const { status } = response;
    const body = await response.clone().text();
    if (template === undefined || !operation)
      return this.#holdUndescribed(`${method} ${new URL(path, BASE).pathname}`, status);
    const place = `${method.toLowerCase()} ${template} ${String(status)}`;
    const answer = operation.responses[String(status)];
    if (!answer) return this.#tell(`${place}: this status is not described; ${body.slice(0, 120)}`);
    for (const name of requiredHeaders(answer)) {
      if (!response.headers.has(name)) this.#tell(`${place}: the header ${name} is missing`);
    }
    const type = response.headers.get('Content-Type')?.split(';')[0]?.trim();
    this.#holdBody({ place, template, method, status, answer, type, body });
  }

  /** Judges a JSON body that was taken: a client that keeps to the document must be able to send it. */
  holdTaken({ method, path }: Asked, body: string): void {
    const template = this.#templateOf(path);
    const tokens = ['paths', template ?? path, method.toLowerCase(), 'requestBody', 'content', 'application/json'];
    this.#holdJson(
      `${method.toLowerCase()} ${template ?? path}: what was sent`,
      pointerOf([...tokens, 'schema']),
      body,
    );
  }

  /** Every schema of the document that is none: an unknown keyword, a reference that leads nowhere. */
  get brokenSchemas(): readonly string[] {
    return schemasIn(this.#document, []).flatMap((tokens) => {
      try {
        return this.#schemaAt(pointerOf(tokens)) ? [] : [tokens.join(' ')];
      } catch (error) {
        return [`${tokens.join(' ')}: ${String(error)}`];
      }
    });
  }

  /** Judges the body of a message that we sent, by the name of its webhook. */
  holdWebhook(name: string, body: string): void {
    const at = pointerOf(['webhooks', name, 'post', 'requestBody', 'content', 'application/json', 'schema']);
    if (this.#document.webhooks[name]) this.#holdJson(`webhook ${name}`, at, body);
    else this.#tell(`webhook ${name}: not described`);
  }

  /** Nothing lies there, or not by this method. */
  #holdUndescribed(place: string, status: number): void {
    if (status !== 404 && status !== 405) this.#tell(`${place}: not described, and answered with ${String(status)}`);
  }

  #holdBody(one: JudgedBody): void {
    const { place, template, method, status, answer, type, body } = one;
    const described = Object.keys(answer.content ?? {});
    // What is not sent again (304) has a type and no body.
    if (body === '' && described.length === 0) {
      this.#seen.add(place);
      return;
    }
    const content = type === undefined ? undefined : answer.content?.[type];
    if (type === undefined || !content) {
      return this.#tell(`${place}: came as ${type ?? 'nothing'}, described as ${described.join(', ') || 'nothing'}`);
    }
    this.#seen.add(`${place} ${type}`);
    if (!/json$/.test(type)) return;
    const tokens = ['paths', template, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema'];
    const parsed = this.#holdJson(place, pointerOf(tokens), body);
    const code = codeOf(parsed);
    if (type === 'application/problem+json' && code !== undefined) this.#seen.add(`${place} ${code}`);
  }

  #holdJson(place: string, pointer: string, body: string): unknown {
    let parsed: unknown;
    try {
      parsed = JSON.parse(body);
    } catch {
      this.#tell(`${place}: the body is not JSON`);
      return undefined;
    }
    const validate = this.#schemaAt(pointer);
    if (!validate) this.#tell(`${place}: no schema at ${pointer}`);
    else if (!validate(parsed)) for (const error of validate.errors ?? []) this.#tell(`${place}: ${inWords(error)}`);
    return parsed;
  }

  #schemaAt(pointer: string): ValidateFunction | undefined {
    return this.#ajv.getSchema(`${BASE}#${encodeURI(pointer)}`);
  }

  #templateOf(path: string): string | undefined {
    const { pathname } = new URL(path, BASE);
    return this.#templates.find(({ pattern }) => pattern.test(pathname))?.path;
  }

  #promises(): readonly string[] {
    return Object.entries(this.#document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, operation]) => promisesOf(`${method} ${path}`, operation)),
    );
  }

  #tell(mismatch: string): void {
    this.#mismatches.add(mismatch);
  }
}

interface JudgedBody {
  readonly place: string;
  readonly template: string;
  readonly method: string;
  readonly status: number;
  readonly answer: DocumentedAnswer;
  readonly type: string | undefined;
  readonly body: string;
}

interface Template {
  readonly path: string;
  readonly pattern: RegExp;
}

/** Words before names, as a router chooses: `/api/ledger/export` is no entry of the ledger. */
function templatesOf(paths: readonly string[]): readonly Template[] {
  const names = (path: string): number => path.split('{').length;
  return [...paths]
    .sort((a, b) => names(a) - names(b))
    .map((path) => {
      const parts = path.split(/\{\w+\}/).map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      return { path, pattern: new RegExp(`^${parts.join('[^/]+')}$`) };
    });
}

function promisesOf(place: string, { responses }: Operation): readonly string[] {
  return Object.entries(responses).flatMap(([status, { content }]) => {
    if (!content) return [`${place} ${status}`];
    return Object.entries(content).flatMap(([type, { schema }]) => {
      const { code } = (schema['properties'] ?? {}) as { readonly code?: { readonly enum?: readonly string[] } };
      const codes = type === 'application/problem+json' ? (code?.enum ?? []) : [type];
      return codes.map((one) => `${place} ${status} ${one}`);
    });
  });
}

function requiredHeaders({ headers = {} }: DocumentedAnswer): readonly string[] {
  return Object.entries(headers).flatMap(([name, header]) => ('required' in header && header.required ? [name] : []));
}

function codeOf(parsed: unknown): string | undefined {
  return typeof parsed === 'object' && parsed !== null && 'code' in parsed ? String(parsed.code) : undefined;
}

/** Where something stands, as JSON Pointer writes it (RFC 6901). */
function pointerOf(tokens: readonly string[]): string {
  return tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Where the schemas stand: under `schema`, and the named ones. */
function schemasIn(part: unknown, at: readonly string[]): readonly (readonly string[])[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => {
    const here = [...at, name];
    return name === 'schema' || at.join(' ') === 'components schemas' ? [here] : schemasIn(value, here);
  });
}

function inWords({ instancePath, message, params }: ErrorObject): string {
  const what = Object.values(params as Readonly<Record<string, unknown>>).map((value) => JSON.stringify(value));
  return `${instancePath || 'the body'} ${message ?? ''} (${what.join(', ').slice(0, 200)})`;
}
