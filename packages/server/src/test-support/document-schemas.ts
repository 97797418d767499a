import addFormats from 'ajv-formats';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { OpenApiDocument, Operation } from '../operation/openapi/openapi-document.ts';

/** What a request was, as far as it is judged by it. */
export interface Asked {
  readonly method: string;
  /** With or without a query: `/api/items?q=x`. */
  readonly path: string;
}

/** A route of a document that a request came to. */
export interface FoundRoute {
  /** `/api/items/{id}`. */
  readonly template: string;
  readonly method: string;
  readonly operation: Operation;
}

/** Name the document is known by while its schemas are looked up; nothing is fetched. */
const BASE = 'https://document.invalid/openapi.json';

/** An OpenAPI document whose schemas can be held against values. */
export class DocumentSchemas {
  readonly document: OpenApiDocument;
  readonly #ajv: Ajv2020;
  readonly #templates: readonly Template[];

  constructor(document: OpenApiDocument) {
    // As it is sent: what JSON drops is not there.
    this.document = JSON.parse(JSON.stringify(document)) as OpenApiDocument;
    this.#templates = templatesOf(Object.keys(this.document.paths));
    this.#ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, validateSchema: true });
    addFormats.default(this.#ajv);
    // Only schemas within it are compiled; ajv need not know what else an OpenAPI document holds.
    this.#ajv.addVocabulary(Object.keys(this.document));
    this.#ajv.addSchema({ $id: BASE, ...this.document }, BASE, false, false);
  }

  /** The route that a request comes to. */
  routeOf({ method, path }: Asked): FoundRoute | undefined {
    const { pathname } = new URL(path, BASE);
    const template = this.#templates.find(({ pattern }) => pattern.test(pathname))?.path;
    const operation = template === undefined ? undefined : this.document.paths[template]?.[method.toLowerCase()];
    return template !== undefined && operation ? { template, method: method.toLowerCase(), operation } : undefined;
  }

  /** What is wrong with a value by the schema that stands in one place of the document. */
  faults(at: readonly string[], value: unknown): readonly string[] {
    const validate = this.#schemaAt(at);
    if (!validate) return [`no schema at ${pointerOf(at)}`];
    return validate(value) ? [] : (validate.errors ?? []).map(inWords);
  }

  /** Every schema of the document that is none: an unknown keyword, a reference that leads nowhere. */
  get brokenSchemas(): readonly string[] {
    return schemasIn(this.document, []).flatMap((tokens) => {
      try {
        return this.#schemaAt(tokens) ? [] : [tokens.join(' ')];
      } catch (error) {
        return [`${tokens.join(' ')}: ${String(error)}`];
      }
    });
  }

  #schemaAt(tokens: readonly string[]): ValidateFunction | undefined {
    return this.#ajv.getSchema(`${BASE}#${encodeURI(pointerOf(tokens))}`);
  }
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
