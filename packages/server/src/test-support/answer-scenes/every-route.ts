import { randomUUID } from 'node:crypto';
import { rightRequest } from '../route-requests.ts';
import type { Json, RouteSample, SampleIds } from '../route-samples.ts';
import { ONE_TURN } from '../route-samples.ts';
import type { Person, Request, WatchedServer } from '../watched-server.ts';
import { samplesOf } from '../whole-server.ts';

/** Everybody who may knock at a door. */
export interface People {
  readonly supervisor: Person;
  readonly editor: Person;
  readonly clerk: Person;
  /** Has yet to choose a password. */
  readonly newcomer: Person;
}

/** One of each. */
export async function everybody({ person }: WatchedServer): Promise<People> {
  return {
    supervisor: await person(),
    editor: await person({ role: 'editor' }),
    clerk: await person({ role: 'clerk' }),
    newcomer: await person({ role: 'clerk', must_change: 1 }),
  };
}

/** More than any body may have. */
const LONG = 'x'.repeat(9000);

const PAGE = { Accept: 'text/html' };

/** Every route with what is right for it, once for each kind of body it takes. */
export function rightRequests(app: WatchedServer['app'], ids: SampleIds): readonly Request[] {
  return samplesOf(app, ids).flatMap(([route, sample]) => rightOnes(route, sample));
}

/** Asks for every route as everybody, and gets wrong what can be got wrong everywhere. */
export async function everyRoute({ app, ask }: WatchedServer, people: People, ids: SampleIds): Promise<void> {
  for (const right of rightRequests(app, ids)) {
    for (const by of [undefined, ...Object.values(people)]) {
      const request = asBy(right, by, ids.csrf);
      await ask(request);
      if (right.method === 'GET') await ask({ ...request, headers: PAGE });
    }
    for (const wrong of wrongWays(right)) await ask(asBy(wrong, people.supervisor, ids.csrf));
  }
}

function rightOnes(route: string, sample: RouteSample): readonly Request[] {
  const [method = 'GET'] = route.split(' ');
  const { path } = rightRequest(route, sample);
  if (sample.form) return [{ method, path, form: sample.form }];
  return sample.json ? sample.json.map((json) => ({ method, path, json: withNewTurn(json) })) : [{ method, path }];
}

function withNewTurn(json: Json): unknown {
  return JSON.parse(JSON.stringify(json).replace(ONE_TURN, () => randomUUID()));
}

/** A form that carries the right token carries the one of whoever sends it. */
function asBy(request: Request, by: Person | undefined, csrf: string): Request {
  const { form } = request;
  if (by === undefined || form?.['csrf'] !== csrf) return { ...request, by };
  return { ...request, by, form: { ...form, csrf: by.csrf } };
}

function wrongWays(right: Request): readonly Request[] {
  if (right.method === 'GET') {
    return right.path.includes('?') ? [{ ...right, path: `${right.path}&nonsense=1` }] : [];
  }
  const { json: _json, form, ...bare } = right;
  const forged = { ...right, headers: { 'Sec-Fetch-Site': 'cross-site' } };
  if (form) return [forged, { ...bare, form: { ...form, words: LONG } }];
  if (right.json === undefined) return [forged];
  return [
    forged,
    { ...bare, body: '{' },
    { ...bare, json: { nonsense: LONG } },
    { ...bare, json: { nonsense: 1 } },
    { ...bare, body: 'a=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
  ];
}
