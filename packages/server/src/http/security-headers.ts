import type { Context } from 'hono';

/** What the headers of a server depend on. */
export interface SecurityHeadersOptions {
  /** Origins whose pages may show the citizen's pages in a frame. Default: none but our own. */
  readonly frames?: readonly string[];
  /** Whether citizens reach the server by HTTPS only, so that browsers may be told to insist. Default: no. */
  readonly https?: boolean;
}

/** Nothing runs in data and nothing frames it. */
const DATA = "default-src 'none'; frame-ancestors 'none'";
/** A page without script: a notice, a form. */
const LETTER =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/** lit makes its templates through the policy `lit-html`; nothing else may turn text into script. */
const PAGE =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; " +
  "form-action 'self'; require-trusted-types-for 'script'; trusted-types lit-html; frame-ancestors ";

/** What goes with every answer. A route that knows better sets its own. */
const ALWAYS = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
] as const;
/** What only a document obeys. */
const FOR_PAGES = [
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Origin-Agent-Cluster', '?1'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()'],
] as const;
const ONE_YEAR = 'max-age=31536000';

/** Answers of the API are a person's own, and nobody's cache keeps them. */
const NOT_KEPT = ['Cache-Control', 'no-store'] as const;

/** Paths whose answers are read by programs. */
const DATA_PATHS = /^\/(?:widget\/|healthz$|readyz$|metrics$|knowledge\.json$)/;
/** Pages that other sites may show in a frame, when they are named. */
const FRAMED_PATHS = new Set(['/', '/offline']);

type Headers = readonly (readonly [name: string, value: string])[];

/** The headers of a server's answers. */
export interface SecurityHeaders {
  /** Puts on an answer what its route has not set itself. */
  readonly complete: (c: Context, answer: Response) => void;
  /** All headers of an answer of the API in JSON, see `readyAnswer`. */
  readonly json: Readonly<Record<string, string>>;
}

/** Tells browsers to run nothing but our own files, to turn no text into script, and to keep our pages to themselves. */
export function securityHeaders({ frames = [], https = false }: SecurityHeadersOptions = {}): SecurityHeaders {
  const always: Headers = https ? [...ALWAYS, ['Strict-Transport-Security', ONE_YEAR]] : ALWAYS;
  const pages = (policy: string): Headers => [...always, ...FOR_PAGES, ['Content-Security-Policy', policy]];
  const data: Headers = [...always, ['Content-Security-Policy', DATA]];
  const api: Headers = [...data, NOT_KEPT];
  const letter = pages(LETTER);
  const page = pages(`${PAGE}'none'`);
  const framed = pages(`${PAGE}${["'self'", ...frames].join(' ')}`);
  const headersFor = (path: string): Headers => {
    if (path.startsWith('/api/')) return api;
    if (DATA_PATHS.test(path)) return data;
    if (path.startsWith('/n/')) return letter;
    return FRAMED_PATHS.has(path) ? framed : page;
  };
  const complete = (c: Context, answer: Response): void => {
    if (c.get('isReady')) return;
    const { headers } = answer;
    for (const [name, value] of headersFor(c.req.path)) if (!headers.has(name)) headers.set(name, value);
  };
  return { complete, json: { 'Content-Type': 'application/json', ...Object.fromEntries(api) } };
}
