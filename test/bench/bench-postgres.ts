import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@onetrip/server';
import type { Database } from '@onetrip/server';
import { ConsultationStore, startPostgres } from '@onetrip/server/test-support';
import { percentile, rounded } from './cpu-time.ts';

const consultations = 2000;
const turnsPerRound = 4000;
const rounds = 3;
const clients = 16;

/** Our path to PostgreSQL against pgbench with the very statement that keeps a turn; 0 where there is no pgbench. */
export async function measurePostgres(folder: string): Promise<number> {
  const pgbench = findPgbench();
  if (pgbench === undefined) {
    console.log('PostgreSQL: there is no pgbench here (Debian: postgresql), so nothing is compared');
    return 0;
  }
  const running = await startPostgres();
  try {
    const address = await running.newDatabase();
    const database = await openDatabase(address);
    await fill(database);
    const script = join(folder, 'turn.sql');
    writeFileSync(script, SCRIPT);
    const ratios: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const ours = await ourTurns(database, round);
      const theirs = theirTurns(pgbench, script, address);
      ratios.push(ours / theirs);
      console.log(`PostgreSQL round ${String(round)}: ${rounded(ours)} turns/s, pgbench ${rounded(theirs)}/s`);
    }
    await database.close();
    return rounded(percentile(ratios, 0.5));
  } finally {
    await running.end();
  }
}

/** The statement of `ConsultationStore.append`, with as many bytes. */
const SCRIPT = `\\set n random(1, ${String(consultations)})
\\set seq random(1, 2000000000)
insert into "turns" ("consultation", "seq", "turn", "knowledge", "input", "answer", "reply", "receipt", "at")
select cast('c' || :n as text), cast(:seq as bigint), cast('p' || :seq as text), cast('k' as text),
  cast('{"kind":"answer","question":"age-band","value":"adult"}' as text), cast(null as text),
  cast(repeat('x', 54) as text), cast(null as text), cast(1795000000000 as bigint)
from "consultations" where "id" = 'c' || :n on conflict do nothing;
`;

async function fill(database: Database): Promise<void> {
  const rest = { knowledge: 'k', engine: '0', region: 'r', channel: 'web', begun: '{}', opened: 1 };
  const rows = Array.from({ length: consultations }, (_, index) => ({ id: `c${String(index + 1)}`, ...rest }));
  await database.write((transaction) => transaction.insertInto('consultations').values(rows).execute());
}

async function ourTurns(database: Database, round: number): Promise<number> {
  const store = new ConsultationStore(database);
  const input = '{"kind":"answer","question":"age-band","value":"adult"}';
  const answered = { answer: null, reply: 'x'.repeat(54), receipt: null };
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < turnsPerRound) {
      const seq = round * turnsPerRound + next++;
      const consultation = `c${String((seq % consultations) + 1)}`;
      const row = {
        consultation,
        seq,
        turn: `o${String(seq)}`,
        knowledge: 'k',
        input,
        ...answered,
        at: 1_795_000_000_000,
      };
      await store.append(row);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: clients }, worker));
  return turnsPerRound / ((performance.now() - began) / 1000);
}

function theirTurns(pgbench: string, script: string, address: string): number {
  const each = String(turnsPerRound / clients);
  const args = ['-n', '-M', 'prepared', '-f', script, '-c', String(clients), '-j', '1', '-t', each, address];
  const printed = execFileSync(pgbench, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return Number(/tps = ([\d.]+)/.exec(printed)?.[1] ?? 0);
}

function findPgbench(): string | undefined {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder) : [];
  return versions.map((version) => join(folder, version, 'bin', 'pgbench')).find((path) => existsSync(path));
}
