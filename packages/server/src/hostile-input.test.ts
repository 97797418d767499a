import { expect, test } from 'vitest';
import { NAUGHTY_STRINGS } from './test-support/naughty-strings.ts';
import { rightRequest, strangeRequests } from './test-support/route-requests.ts';
import { temporaryDatabase } from './test-support/temporary-database.ts';
import { listedRoutes, samplesOf, wholeServer } from './test-support/whole-server.ts';

/** Routes that hash a password get one string in so many; each try costs them a tenth of a second. */
const DEAR = 25;
/** What people write freely; every string goes there. Set HOSTILE=all to send every string to every other field too. */
const FREE = /: (?:body (?:\.input)?\.(?:text|words|why|note|resolution)|query q)$/;
const ALL_FIELDS = process.env['HOSTILE'] === 'all';
/** All of it is two hundred thousand requests. */
const LONGEST = ALL_FIELDS ? 3_600_000 : 600_000;

test('every route of the server is written down with its fields', async () => {
  const { app, ids } = await wholeServer(await temporaryDatabase());
  const known = samplesOf(app, ids).map(([route]) => route);
  expect(listedRoutes(app).filter((route) => !known.includes(route))).toEqual([]);
});

/** What is refused although it is well written: a wrong password, a link that leads nowhere, a second rating or change. */
const REFUSED = {
  'POST /n/:token/delete': 404,
  'GET /n/*': 404,
  'POST /n/:token/rating': 422,
  'POST /ledger/:id': 422,
  'POST /sign-in': 401,
  'POST /password': 422,
  'POST /accounts': 422,
  'POST /accounts/:id': 422,
  'POST /sign-out': 403,
  'POST /api/handover': 404,
  'GET /metrics': 404,
};

test('what is written down is right, so that the strange string is all that is wrong', async () => {
  const { app, ids, send } = await wholeServer(await temporaryDatabase());
  const refused: [route: string, status: number][] = [];
  for (const [route, sample] of samplesOf(app, ids)) {
    const { path, init } = rightRequest(route, sample);
    const { status } = await send(path, init);
    if (status >= 400) refused.push([route, status]);
  }
  expect(Object.fromEntries(refused)).toEqual(REFUSED);
});

test('there are enough strange strings', () => {
  expect(NAUGHTY_STRINGS.length).toBeGreaterThanOrEqual(500);
});

test(
  'no strange string in any field of any route breaks the server or reaches somebody else',
  { timeout: LONGEST },
  async () => {
    const { app, ids, send, faults, onlooker } = await wholeServer(await temporaryDatabase());
    const seenByOthers = async (): Promise<readonly string[]> =>
      Promise.all(
        [`/api/consultations/${onlooker.consultation}`, `/n/${onlooker.token}`, '/api/items?q=护照'].map(async (path) =>
          (await app.request(path)).text(),
        ),
      );
    const before = await seenByOthers();
    const broken: string[] = [];
    let sent = 0;
    for (const [route, sample] of samplesOf(app, ids)) {
      for (const [place, strange] of NAUGHTY_STRINGS.entries()) {
        if (sample.dear && place % DEAR !== 0) continue;
        const requests = strangeRequests(route, sample, strange);
        // Otherwise the strings take turns, so that a field gets some of every family.
        const turn = place % requests.length;
        const chosen = requests.filter((request, at) => ALL_FIELDS || at === turn || FREE.test(request.place));
        for (const { place: where, path, init } of chosen) {
          const answer = await send(path, init);
          sent += 1;
          if (answer.status >= 500)
            broken.push(`${String(answer.status)} ${where}: ${JSON.stringify(strange.slice(0, 60))}`);
          if (/[\0\r\n]/.test([...answer.headers.values()].join(''))) broken.push(`headers ${where}`);
        }
      }
    }
    console.log(`${String(sent)} requests with ${String(NAUGHTY_STRINGS.length)} strings`);
    expect(broken.slice(0, 40)).toEqual([]);
    expect(faults).toEqual([]);
    expect(await seenByOthers()).toEqual(before);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  },
);
