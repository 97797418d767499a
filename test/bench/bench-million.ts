import { join } from 'node:path';
import { openDatabase } from '@onetrip/server';
import { LiveConsultations, heapMegabytes, stateOf } from '@onetrip/server/test-support';
import type { Consultation, Engine } from '@onetrip/engine';
import type { Talk } from './recorded-talks.ts';
import { rounded } from './cpu-time.ts';
import { startProcess } from './server-process.ts';

const stored = 1_000_000;
const perWrite = 5000;

/** Milliseconds until a server answers that finds a million consultations in its database. */
export async function measureMillion(folder: string, serve: string, env: Record<string, string>): Promise<number> {
  const path = join(folder, 'million.db');
  const database = await openDatabase(path);
  const rest = { knowledge: 'k', engine: '0', region: 'r', channel: 'web', begun: '{}' };
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
        const turn = { seq: 1, turn: 't', knowledge: 'k', input: '{}', answer: '{}', reply: null, at: opened };
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

/** Bytes that one remembered consultation takes, at the end of its conversation and with its notice given. */
export function measureLive(engine: Engine, talks: readonly Talk[]): number {
  const ends = talks.slice(0, 200).map(({ begin, inputs }) => {
    let { consultation } = engine.begin(begin);
    for (const input of inputs) ({ consultation } = engine.takeTurn(consultation, input));
    return consultation;
  });
  // Once for all that the first time leaves behind, then to be measured.
  remember(ends);
  const before = heapMegabytes();
  const live = remember(ends);
  // Asked of the cache itself, which must not be collected before it is measured.
  return ((heapMegabytes() - before) * 2 ** 20) / live.size;
}

/** Twenty thousand consultations as after a turn, each with texts of its own though many stand alike. */
function remember(ends: readonly Consultation[]): LiveConsultations {
  const count = 20_000;
  const live = new LiveConsultations(count);
  for (let index = 0; index < count; index += 1) {
    const consultation = ends[index % ends.length];
    if (!consultation) continue;
    const { knowledge } = consultation;
    const receipt = { number: textOf(index, 12), token: textOf(index, 22), hash: textOf(index, 64) };
    const [state, turn] = [stateOf(consultation), textOf(index, 36)];
    live.set(textOf(index, 22), { seq: 9, knowledge, state, questions: 5, turn, receipt });
  }
  return live;
}

/** A text in one piece, as what is read from a request is. */
function textOf(index: number, length: number): string {
  return Buffer.from(String(index).padEnd(length, '-'), 'latin1').toString('latin1');
}
