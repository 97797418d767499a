import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { maskPersonal } from './privacy/mask-personal.ts';
import { PROBLEM_STATUS } from './problem-status.ts';
import type { ProblemStatusCode } from './problem-status.ts';
import { problemTextEn } from './text/problem-text-en.ts';
import { problemTextZh } from './text/problem-text-zh.ts';

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
  /** What a problem of this one kind says besides, such as how a notice was rated already. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** Answers a request that failed, as RFC 9457 problem details in the language the client prefers. */
export function problem(c: Context, code: ProblemStatusCode, extras: ProblemExtras = {}): Response {
  const status = PROBLEM_STATUS[code];
  const { title, detail } = (prefersEnglish(c) ? problemTextEn : problemTextZh)[code];
  const { errors, reference, headers = {}, members = {} } = extras;
  const parts = errors?.map(withoutNumbers);
  const body = {
    type: `urn:onetrip:problem:${code}`,
    title,
    status,
    code,
    detail,
    errors: parts,
    reference,
    ...members,
  };
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

/** Reports of errors travel far, so no number that somebody typed stays in one. */
function withoutNumbers({ path, expected, received }: ProblemPart): ProblemPart {
  return { path: maskPersonal(path), expected: maskPersonal(expected), received: maskPersonal(received) };
}
