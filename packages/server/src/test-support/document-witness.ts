import type { DocumentedAnswer, OpenApiDocument, Operation } from '../operation/openapi/openapi-document.ts';
import type { Asked, FoundRoute } from './document-schemas.ts';
import { DocumentSchemas } from './document-schemas.ts';
import { FormWitness } from './form-witness.ts';

/**
 * Holds real answers against an OpenAPI document, and the forms of the pages among them; remembers every mismatch and
 * everything promised that has not yet been seen, so that a test reports all of it at once.
 */
export class DocumentWitness {
  readonly #schemas: DocumentSchemas;
  readonly #forms: FormWitness;
  readonly #mismatches = new Set<string>();
  readonly #seen = new Set<string>();

  constructor(document: OpenApiDocument) {
    this.#schemas = new DocumentSchemas(document);
    this.#forms = new FormWitness(this.#schemas);
  }

  /** Everything that did not fit so far, each once. */
  get mismatches(): readonly string[] {
    return [...this.#mismatches].sort();
  }

  /** Everything the document promises that no answer has shown yet: `get /api/items 422 invalid-query`. */
  get unseen(): readonly string[] {
    return [...this.#promises().filter((promise) => !this.#seen.has(promise)), ...this.#forms.unshown];
  }

  /** Every schema of the document that is none: an unknown keyword, a reference that leads nowhere. */
  get brokenSchemas(): readonly string[] {
    return this.#schemas.brokenSchemas;
  }

  /** Judges an answer; it can still be read afterwards. */
  async hold(asked: Asked, response: Response): Promise<void> {
    const route = this.#schemas.routeOf(asked);
    const { status } = response;
    const body = await response.clone().text();
    if (!route) return this.#holdUndescribed(asked, status);
    const place = `${route.method} ${route.template} ${String(status)}`;
    const answer = route.operation.responses[String(status)];
    if (!answer) return this.#tell(`${place}: this status is not described; ${body.slice(0, 120)}`);
    for (const name of requiredHeaders(answer)) {
      if (!response.headers.has(name)) this.#tell(`${place}: the header ${name} is missing`);
    }
    const type = response.headers.get('Content-Type')?.split(';')[0]?.trim();
    this.#holdBody({ place, route, status, answer, type, body });
  }

  /** Judges a JSON body that was taken: a client that keeps to the document must be able to send it. */
  holdTaken(asked: Asked, body: string): void {
    const { template, method } = this.#schemas.routeOf(asked) ?? { template: asked.path, method: asked.method };
    const at = ['paths', template, method, 'requestBody', 'content', 'application/json', 'schema'];
    this.#holdJson(`${method} ${template}: what was sent`, at, body);
  }

  /** Judges a form that was taken in the same way. */
  holdTakenForm(asked: Asked, body: string): void {
    for (const wrong of this.#forms.holdTaken(asked, body)) this.#tell(wrong);
  }

  /** Judges the body of a message that we sent, by the name of its webhook. */
  holdWebhook(name: string, body: string): void {
    const at = ['webhooks', name, 'post', 'requestBody', 'content', 'application/json', 'schema'];
    if (this.#schemas.document.webhooks[name]) this.#holdJson(`webhook ${name}`, at, body);
    else this.#tell(`webhook ${name}: not described`);
  }

  /** Nothing lies there, or not by this method. */
  #holdUndescribed({ method, path }: Asked, status: number): void {
    if (status === 404 || status === 405) return;
    this.#tell(`${method} ${path.split('?')[0] ?? ''}: not described, and answered with ${String(status)}`);
  }

  #holdBody(one: JudgedBody): void {
    const { place, route, status, answer, type, body } = one;
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
    if (type === 'text/html') for (const wrong of this.#forms.holdPage(body)) this.#tell(wrong);
    if (!/json$/.test(type)) return;
    const { template, method } = route;
    const at = ['paths', template, method, 'responses', String(status), 'content', type, 'schema'];
    const code = codeOf(this.#holdJson(place, at, body));
    if (type === 'application/problem+json' && code !== undefined) this.#seen.add(`${place} ${code}`);
  }

  #holdJson(place: string, at: readonly string[], body: string): unknown {
    try {
      const parsed: unknown = JSON.parse(body);
      for (const fault of this.#schemas.faults(at, parsed)) this.#tell(`${place}: ${fault}`);
      return parsed;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#tell(`${place}: the body is not JSON`);
      return undefined;
    }
  }

  #promises(): readonly string[] {
    return Object.entries(this.#schemas.document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, operation]) => promisesOf(`${method} ${path}`, operation)),
    );
  }

  #tell(mismatch: string): void {
    this.#mismatches.add(mismatch);
  }
}

interface JudgedBody {
  readonly place: string;
  readonly route: FoundRoute;
  readonly status: number;
  readonly answer: DocumentedAnswer;
  readonly type: string | undefined;
  readonly body: string;
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
