import type { BaseIssue, BaseSchema } from 'valibot';
import type { ProblemStatusCode } from '../../problem-status.ts';

/** Any valibot schema. */
export type Schema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;

/** A sentence in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What may come back besides a problem. */
export interface DescribedAnswer {
  readonly says: Bilingual;
  /** Of a JSON body. */
  readonly schema?: Schema;
  /** Media types of a body that is not JSON: `text/html`; without one and without a schema, there is no body. */
  readonly types?: readonly string[];
}

/** What a caller must show: nothing, a clerk's login, a channel's key, the token for metrics, or a citizen's own link. */
export type Access = 'open' | 'clerk' | 'channel-key' | 'metrics-token' | 'link';

/**
 * One route in data, kept next to its schemas; the OpenAPI document and the page of the API are made of these.
 *
 * The schemas are the ones that requests go through, so the document cannot promise something else.
 */
export interface RouteDescription {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Hono writes it, from the root: `/api/consultations/:id/turns`. */
  readonly path: string;
  /** Heading it stands under. */
  readonly group: Bilingual;
  /** What it is for, one sentence. */
  readonly says: Bilingual;
  /** Default: open to everybody. */
  readonly access?: Access;
  /** It is answered even while the database is away. Default: it needs the database. */
  readonly withoutStorage?: true;
  /** What the names in the path stand for. */
  readonly parameters?: Readonly<Record<string, Bilingual>>;
  /** Of the query, a schema of an object. */
  readonly query?: Schema;
  /** Of the JSON body. */
  readonly body?: Schema;
  /** Of the body that a form of a page sends, `application/x-www-form-urlencoded`; a field that comes often is a list. */
  readonly form?: Schema;
  /** By status. */
  readonly answers: Readonly<Record<number, DescribedAnswer>>;
  /** Codes of the problems it may answer with; those that follow from the rest need not be named: see `wholeRoute`. */
  readonly problems: readonly ProblemStatusCode[];
}

/** A message that we send to another system, in data like a route. */
export interface WebhookDescription {
  /** The `type` of the message: `ledger.opened`. */
  readonly name: string;
  readonly group: Bilingual;
  /** When it is sent, one sentence. */
  readonly says: Bilingual;
  /** Of the JSON body. */
  readonly body: Schema;
  /** Headers that come along. */
  readonly headers: Readonly<Record<string, Bilingual>>;
}
