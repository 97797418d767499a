import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from './storage/open-database.ts';
import { mobiles, residentIds } from './test-support/personal-numbers.ts';
import { strangeRequests } from './test-support/route-requests.ts';
import { temporaryPath } from './test-support/temporary-database.ts';
import { METRICS_TOKEN, samplesOf, wholeServer } from './test-support/whole-server.ts';

const LONGEST = 600_000;
const EACH_KIND = 500;
const DEAR = 10;
const draw = (numbers: fc.Arbitrary<string>): readonly string[] =>
  fc.sample(fc.uniqueArray(numbers, { minLength: EACH_KIND, maxLength: EACH_KIND }), {
    numRuns: 1,
    seed: 20261122,
  })[0] ?? [];

test(
  'of a thousand personal numbers sent to every route not one is kept, logged, counted or reported',
  { timeout: LONGEST },
  async () => {
    const [ids, phones] = [draw(residentIds), draw(mobiles)];
    const path = temporaryPath();
    const database = await openDatabase(path);
    onTestFinished(() => database.close());
    const server = await wholeServer(database);
    const reported: string[] = [];
    let sent = 0;
    // Four at a time: as many as fit where an id belongs.
    for (let at = 0; at < EACH_KIND; at += 2) {
      const said = `${ids[at] ?? ''} ${phones[at] ?? ''},${ids[at + 1] ?? ''},${phones[at + 1] ?? ''}`;
      for (const [route, sample] of samplesOf(server.app, server.ids)) {
        // Names of accounts are what a supervisor chose to call a colleague.
        if (sample.ofStaff || (sample.dear && at % (2 * DEAR) !== 0)) continue;
        const requests = strangeRequests(route, sample, said);
        const turn = (at / 2) % requests.length;
        const chosen = requests.filter(({ place }, own) => own === turn || /\.(?:text|words)$/.test(place));
        // An id takes no more than one.
        const inId = [ids[at], phones[at]].map((number = '') =>
          strangeRequests(route, sample, number).find(({ place }) => place.endsWith('.turn')),
        );
        for (const { path: address, init } of [...chosen, ...inId.flatMap((request) => request ?? [])]) {
          const answer = await server.send(address, init);
          sent += 1;
          if (answer.headers.get('Content-Type')?.includes('problem+json')) reported.push(await answer.text());
        }
      }
    }
    const metrics = await server.send('/metrics', { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } });
    const files = [path, `${path}-wal`, `${path}-shm`]
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file, 'latin1'));
    const places = {
      database: files.join(''),
      log: server.lines.join(''),
      faults: JSON.stringify(server.faults),
      metrics: await metrics.text(),
      reported: reported.join(''),
    };
    const found = Object.entries(places).map(([place, text]) => [
      place,
      [...ids, ...phones].filter((number) => text.includes(number)).length,
    ]);
    console.log(
      `${String(sent)} requests, ${String(places.database.length)} bytes kept, ${String(server.lines.length)} lines logged`,
    );
    expect(places.database.length).toBeGreaterThan(100_000);
    expect(server.lines.length).toBeGreaterThan(1000);
    // What was said arrived, and went through the mask.
    expect(places.database).toContain('***');
    expect(places.metrics).toContain('onetrip_turns_total');
    expect(reported.length).toBeGreaterThan(1000);
    expect(found).toEqual(Object.keys(places).map((place) => [place, 0]));
  },
);
