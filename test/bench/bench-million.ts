import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openDatabase } from '@onetrip/server';
import { LiveConsultations, stateOf } from '@onetrip/server/test-support';
import type { Engine } from '@onetrip/engine';
import type { Talk } from './recorded-talks.ts';
import { rounded } from './cpu-time.ts';
import { startProcess } from './server-process.ts';

const stored = 1_000_000;
const perWrite = 5000;

/** Milliseconds until a server answers that finds a million consultations in its database. */
export async function measureMillion(folder: string, serve: string, env: Record<string, string>): Promise<number> {
  const path = join(folder, 'million.db');
  const database = await openDatabase(path);
  const rest = { knowledge: 'k', engine: '0', region: 'r', channel: 'web', begun: '{}', answer: '{}' };
  for (let start = 0; start < stored; start += perWrite) {
    const ids = Array.from({ length: perWrite }, (_, index) => `consultation-${String(start + index)}`);
    await database.write(async (transaction) => {
      for (let part = 0; part < ids.length; part += 500) {
        const some = ids.slice(part, part + 500);
        const opened = Date.now();
        await transaction
          .insertInto('consultations')
          .values(some.map((id) => ({ id, ...rest, opened })))
          .execute();
        const turn = { seq: 1, turn: 't', knowledge: 'k', input: '{}', answer: '{}', at: opened };
        await transaction
          .insertInto('turns')
          .values(some.map((consultation) => ({ consultation, ...turn })))
          .execute();
      }
    });
  }
  await database.close();
  const began = performance.now();
  const server = await startProcess([serve], { ...env, DATABASE: path, PORT: '0' });
  const ready = await fetch(`${server.address}/readyz`);
  const millis = performance.now() - began;
  const megabytes = server.megabytes();
  console.log(
    `${String(stored)} consultations stored: ready (${String(ready.status)}) ${rounded(millis)} ms after the process ` +
      `was started, ${rounded(megabytes)} MB`,
  );
  await server.stop();
  return rounded(millis);
}

/** Bytes that one remembered consultation takes, half-way through a conversation and with its notice given. */
export function measureLive(engine: Engine, talks: readonly Talk[]): number {
  const count = 20_000;
  const live = new LiveConsultations(count);
  const ends = talks.slice(0, 200).map(({ inputs }) => {
    let { consultation } = engine.begin({ today: '2026-11-22' });
    for (const input of inputs) ({ consultation } = engine.takeTurn(consultation, input));
    return consultation;
  });
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < count; index += 1) {
    const consultation = ends[index % ends.length];
    if (!consultation) continue;
    // As after a turn: each has its own id and receipt.
    const { knowledge } = consultation;
    const receipt = {
      number: `${String(index)}-number`,
      token: `${String(index)}-token`.padEnd(22),
      hash: `${String(index)}`.padEnd(64),
    };
    const turn = `turn-${String(index)}`.padEnd(36);
    live.set(`consultation-${String(index)}`.padEnd(22), {
      seq: 9,
      knowledge,
      state: stateOf(consultation),
      questions: 5,
      turn,
      receipt,
    });
  }
  collectGarbage();
  // Asked of the cache itself, which must not be collected before it is measured.
  return (process.memoryUsage().heapUsed - before) / live.size;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
}
