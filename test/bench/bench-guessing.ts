import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '@onetrip/engine';
import { createServer, openDatabase } from '@onetrip/server';
import type { Database, Rooms } from '@onetrip/server';
import { realEngine } from '@onetrip/server/test-support';
import { percentile, rounded } from './cpu-time.ts';
import { createRandom } from './random-item.ts';
import { croppedT, welchT } from './welch.ts';

const samples = 10_000;
const receipts = 20_000;
/** Each clerk is locked out after twenty misses, so each looks fifteen times. */
const looksOfClerk = 15;
/** Looks of each kind before it counts. */
const warmUp = 500;
const perWrite = 500;
const seed = 20261122;
const ORIGIN = 'https://guide.example.gov.cn';
const [HERE, ELSEWHERE] = ['demo-city', 'other-city'];

type Ask = (number: string, headers?: Readonly<Record<string, string>>) => Promise<number>;

/**
 * Whether the time of an answer tells a number that exists from one that does not: to a clerk of another region, whom
 * both are 404, and to somebody who is not signed in, whom both are 401. Welch's t of 10,000 looks of each kind, in an order
 * drawn by chance, by the route itself over a SQLite file.
 */
export async function benchGuessing(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-guessing-'));
  const database = await openDatabase(join(folder, 'onetrip.db'));
  const engine = realEngine();
  const { app, rooms } = createServer({ engine, database, publicUrl: ORIGIN });
  const numbers = await fill(database, rooms, engine);
  const clerks = await signInClerks(database, rooms, Math.ceil((2 * (samples + warmUp)) / looksOfClerk));
  const ask: Ask = async (number, headers = {}) =>
    (await app.request(`${ORIGIN}/api/receipts/${number}`, { headers })).status;
  let look = 0;
  const signedIn = await compare(numbers, 404, (number) => ask(number, clerks[Math.floor(look++ / looksOfClerk)]));
  const signedOut = await compare(numbers, 401, (number) => ask(number));
  await database.close();
  rmSync(folder, { recursive: true, force: true });
  say('a clerk of another region', signedIn);
  say('nobody who is signed in', signedOut);
  return {
    welchT: worst(signedIn),
    welchTSignedOut: worst(signedOut),
    samples,
    load: rounded(loadavg()[0] ?? 0),
  };
}

/** Microseconds of each look. */
interface Looks {
  readonly hit: number[];
  readonly miss: number[];
}

/** Looks for numbers that exist and for others, in an order nobody can foretell. */
async function compare(
  { taken, free }: Numbers,
  status: number,
  ask: (number: string) => Promise<number>,
): Promise<Looks> {
  const looks: Looks = { hit: [], miss: [] };
  const order = shuffled(
    [
      ...taken.map((number) => ({ kind: 'hit' as const, number })),
      ...free.map((number) => ({ kind: 'miss' as const, number })),
    ],
    createRandom(seed),
  );
  // Written anew in the order of the looks: where a string lies in memory, and how it was made, can be measured as well.
  const anew = JSON.parse(JSON.stringify(order)) as typeof order;
  for (const [place, { kind, number }] of anew.entries()) {
    const began = performance.now();
    const answered = await ask(number);
    const micros = (performance.now() - began) * 1000;
    if (answered !== status) throw new Error(`A look was answered with ${String(answered)}.`);
    if (place >= 2 * warmUp) looks[kind].push(micros);
  }
  return looks;
}

function shuffled<T>(list: T[], random: () => number): readonly T[] {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other] as T, list[last] as T];
  }
  return list;
}

/** The larger of the two figures: of all looks, and of those that nothing interrupted. */
function worst({ hit, miss }: Looks): number {
  const [all, cropped] = [welchT(hit, miss), croppedT(hit, miss)];
  return rounded(Math.abs(all) > Math.abs(cropped) ? all : cropped);
}

function say(who: string, { hit, miss }: Looks): void {
  const middle = (looks: readonly number[]): string => `${String(rounded(percentile(looks, 0.5)))} µs`;
  console.log(
    `${who}: number in use ${middle(hit)}, not in use ${middle(miss)}; t ${String(rounded(welchT(hit, miss)))}, ` +
      `of the undisturbed ${String(rounded(croppedT(hit, miss)))}`,
  );
}

interface Numbers {
  readonly taken: readonly string[];
  readonly free: readonly string[];
}

/** Fills the file with notices of another region, and draws as many numbers that nobody has. */
async function fill(database: Database, rooms: Rooms, engine: Engine): Promise<Numbers> {
  const { consultation } = engine.begin({ today: '2026-11-22', items: ['resident-id-card'] });
  const notice = engine.writeNotice(consultation);
  const kept: string[] = [];
  const prepare = (place: number) =>
    rooms.receipts.prepare({
      ...{ consultation: `c${String(place)}`, seq: 1, region: ELSEWHERE, knowledge: notice.knowledge.version },
      ...{ engine: '0', at: place, notice },
    });
  while (kept.length < receipts) {
    const some = Array.from({ length: perWrite }, (_, index) => prepare(kept.length + index));
    await Promise.all(some.flatMap(({ statement }) => (statement ? [database.append(statement)] : [])));
    kept.push(...some.map(({ number }) => number));
  }
  const known = new Set(kept);
  const free: string[] = [];
  while (free.length < samples + warmUp) {
    const { number } = prepare(0);
    if (!known.has(number)) free.push(number);
  }
  return { taken: shuffled(kept, createRandom(seed)).slice(0, samples + warmUp), free };
}

/** Clerks of one region, each with the cookie of a login. */
async function signInClerks(
  database: Database,
  { staff }: Rooms,
  count: number,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const cookies: { readonly Cookie: string }[] = [];
  await database.write(async (transaction) => {
    cookies.length = 0;
    for (let place = 0; place < count; place += 1) {
      const name = `clerk-${String(place)}`;
      const account = { id: name, name, display: '张三', role: 'clerk' as const, region: HERE, hall: null };
      const rest = { password: null, must_change: 0, disabled: 0, subject: null, created: 0 };
      await transaction
        .insertInto('accounts')
        .values({ ...account, ...rest })
        .execute();
      cookies.push({ Cookie: `__Host-onetrip=${await staff.logins.open(transaction, name)}` });
    }
  });
  return cookies;
}
