import { randomUUID } from 'node:crypto';
import type { Json, RouteSample } from './route-samples.ts';
import { ONE_TURN } from './route-samples.ts';

/** A request that is right in all but one place. */
export interface StrangeRequest {
  /** Where the string went: `POST /api/items: query q`. */
  readonly place: string;
  readonly path: string;
  readonly init: RequestInit;
}

/** Puts one string into one field of a route after the other; every other field is right. */
export function strangeRequests(route: string, sample: RouteSample, strange: string): readonly StrangeRequest[] {
  const [method = '', pattern = ''] = route.split(' ');
  const { params = {}, query = {}, json = [], form } = sample;
  const address = (own: Record<string, string> = {}, asked: Record<string, string> = query): string => {
    const path = Object.entries({ ...params, ...own }).reduce(
      (made, [name, value]) => made.replace(`:${name}`, () => segment(value)),
      pattern,
    );
    const search = Object.entries(asked).map(([name, value]) => `${segment(name)}=${segment(value)}`);
    return `${path.replace('*', () => segment(own['*'] ?? 'x'))}${search.length > 0 ? `?${search.join('&')}` : ''}`;
  };
  const bodies = form ? [form] : json;
  const right = bodies[0];
  const made = (place: string, path: string, body: unknown, headers: Record<string, string> = {}): StrangeRequest => ({
    place: `${route}: ${place}`,
    path,
    init: requestInit(method, { body, isForm: form !== undefined, headers }),
  });
  const names = [...Object.keys(params), ...(pattern.includes('*') ? ['*'] : [])];
  return [
    ...names.map((name) => made(`path ${name}`, address({ [name]: strange }), right)),
    ...Object.keys(query).map((name) => made(`query ${name}`, address({}, { ...query, [name]: strange }), right)),
    made('name of a query', address({}, { ...query, [strange]: 'x' }), right),
    ...bodies.flatMap((body) =>
      replaced(body, strange).map(({ at, body: changed }) => made(`body ${at}`, address(), changed)),
    ),
    ...(bodies.length > 0 ? [made('whole body', address(), new Raw(strange))] : []),
    made('headers', address(), right, headersOf(strange)),
  ];
}

/** The request with which nothing is wrong. */
export function rightRequest(route: string, sample: RouteSample): StrangeRequest {
  const [plain] = strangeRequests(route, { ...sample, query: { ...sample.query } }, '').slice(-1);
  const { headers: _strange, ...init } = plain?.init ?? {};
  const type = sample.form ? 'application/x-www-form-urlencoded' : 'application/json';
  return {
    place: route,
    path: plain?.path ?? '',
    init: { ...init, headers: init.body === undefined ? {} : { 'Content-Type': type } },
  };
}

/** A body that is sent as it is. */
class Raw {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

interface RequestParts {
  readonly body: unknown;
  readonly isForm: boolean;
  readonly headers: Record<string, string>;
}

function requestInit(method: string, { body, isForm, headers }: RequestParts): RequestInit {
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  if (method === 'GET' || body === undefined) return { method, headers };
  return { method, headers: { 'Content-Type': type, ...headers }, body: bodyText(body, isForm) };
}

function bodyText(body: unknown, isForm: boolean): string {
  if (body instanceof Raw) return body.text.toString();
  return isForm
    ? new URLSearchParams(body as Record<string, string>).toString()
    : JSON.stringify(body).replace(ONE_TURN, () => randomUUID());
}

/** The body once for each leaf in it, with the string in place of the leaf; and once with the string as a name. */
function replaced(body: Json, strange: string, at = ''): readonly { readonly at: string; readonly body: Json }[] {
  if (typeof body !== 'object' || body === null) return [{ at, body: strange }];
  if (Array.isArray(body)) {
    const list = body as readonly Json[];
    return list.flatMap((part, place) =>
      replaced(part, strange, `${at}.${String(place)}`).map(({ at: where, body: changed }) => ({
        at: where,
        body: list.map((old, other) => (other === place ? changed : old)),
      })),
    );
  }
  const own = Object.entries(body as Record<string, Json>);
  const within = own.flatMap(([name, part]) =>
    replaced(part, strange, `${at}.${name}`).map(({ at: where, body: changed }) => ({
      at: where,
      body: { ...body, [name]: changed },
    })),
  );
  return [
    ...within,
    {
      at: `${at} name`,
      // In brackets, so that even __proto__ becomes a name like any other.
      body: { ...body, [strange]: 'x' },
    },
  ];
}

/** As a client may write it, well escaped or not at all. */
function segment(value: string): string {
  return /^%|^\.\.?$/.test(value) ? value : encodeURIComponent(value.replace(/\p{Cs}/gu, '\ufffd'));
}

/** What a header can hold of it: one byte for each character, and no controls. */
function headersOf(strange: string): Record<string, string> {
  const value = Buffer.from(strange.replace(/[\0-\x1f\x7f]/g, ' '), 'utf8')
    .toString('latin1')
    .trim();
  const names = ['User-Agent', 'Referer', 'Accept', 'Accept-Language', 'Accept-Encoding', 'Authorization', 'Origin'];
  return Object.fromEntries(
    [...names, 'X-Forwarded-For', 'If-None-Match', 'X-CSRF-Token'].map((name) => [name, value]),
  );
}
