import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { problemTextEn } from './text/problem-text-en.ts';
import { problemTextZh } from './text/problem-text-zh.ts';

/** Every way a request can fail, with its HTTP status. The codes are stable. */
export const PROBLEM_STATUS = {
  'malformed-json': 400,
  'unknown-consultation': 404,
  'unknown-item': 404,
  'not-found': 404,
  'method-not-allowed': 405,
  'turn-id-reused': 409,
  'too-many-turns': 409,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'invalid-body': 422,
  'invalid-query': 422,
  'message-too-long': 422,
  'internal-error': 500,
  'too-many': 503,
} as const;

/** Stable code of a failed request. */
export type ProblemStatusCode = keyof typeof PROBLEM_STATUS;

/** One part of a body or query that cannot be used, and where it stands. */
export interface ProblemPart {
  /** `input.text`; empty for the whole. */
  readonly path: string;
  readonly expected: string;
  readonly received: string;
}

/** What a problem carries besides its code. */
export interface ProblemExtras {
  readonly errors?: readonly ProblemPart[];
  /** Under which the fault stands in the log. */
  readonly reference?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers a request that failed, as RFC 9457 problem details in the language the client prefers. */
export function problem(c: Context, code: ProblemStatusCode, extras: ProblemExtras = {}): Response {
  const status = PROBLEM_STATUS[code];
  const { title, detail } = (prefersEnglish(c) ? problemTextEn : problemTextZh)[code];
  const { errors, reference, headers = {} } = extras;
  const body = { type: `urn:onetrip:problem:${code}`, title, status, code, detail, errors, reference };
  return c.body(JSON.stringify(body), status, { ...headers, 'Content-Type': 'application/problem+json' });
}

function prefersEnglish(c: Context): boolean {
  const language = accepts(c, {
    header: 'Accept-Language',
    supports: ['zh', 'en'],
    default: 'zh',
    match: (wishes, { supports, default: otherwise }) =>
      [...wishes]
        .sort((a, b) => b.q - a.q)
        .map((wish) => wish.type.split('-')[0] ?? '')
        .find((primary) => supports.includes(primary)) ?? otherwise,
  });
  return language === 'en';
}
