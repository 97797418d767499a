import { expect, test } from 'vitest';
import { rightRequest } from '../test-support/route-requests.ts';
import { temporaryDatabase } from '../test-support/temporary-database.ts';
import { samplesOf, wholeServer } from '../test-support/whole-server.ts';

/** What a page of another site can make a browser send, with our cookie if browsers sent it along. */
const FORGED: readonly (readonly [string, Record<string, string>])[] = [
  ['of type text/plain', { 'Content-Type': 'text/plain' }],
  ['without a type', { 'Content-Type': '' }],
  ['from another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['from another origin', { Origin: 'https://evil.com' }],
  ['from a sandboxed frame', { Origin: 'null' }],
];

test('every route that changes something for who is signed in refuses what another site can send', async () => {
  const { app, ids, send } = await wholeServer(await temporaryDatabase());
  const refused: string[] = [];
  for (const [route, sample] of samplesOf(app, ids)) {
    const { path, init } = rightRequest(route, sample);
    if (init.method === 'GET') continue;
    // Whoever has no cookie is asked to sign in: these are the routes for staff.
    const stranger = await app.request(path, { ...init, headers: { ...init.headers, Origin: 'http://localhost' } });
    if (stranger.status !== 401 || route === 'POST /sign-in') continue;
    for (const [what, headers] of FORGED) {
      const answer = await send(path, { ...init, headers: { ...init.headers, ...headers } });
      const told = (await answer.json()) as { readonly code?: string };
      expect([answer.status, told.code], `${route} ${what}`).toEqual([403, 'forged-request']);
    }
    refused.push(route);
  }
  expect(refused.length).toBeGreaterThanOrEqual(10);
});
