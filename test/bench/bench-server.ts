import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine } from '@onetrip/engine';
import { readKnowledge } from '@onetrip/engine/knowledge';
import { measureLive, measureMillion } from './bench-million.ts';
import { measurePostgres } from './bench-postgres.ts';
import { rounded } from './cpu-time.ts';
import { hangUp } from './http-load.ts';
import { measurePaced } from './paced-rounds.ts';
import { createRandom } from './random-item.ts';
import { recordTalks } from './recorded-talks.ts';
import type { Talk } from './recorded-talks.ts';
import { startProcess } from './server-process.ts';
import { measureTurns, median } from './turn-rounds.ts';
import type { Servers } from './turn-rounds.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const echoTurns = 6000;

/** A durable turn against a bare echo of the same bytes, and one that keeps them; in processes of their own, in turns. */
export async function benchServer(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-bench-'));
  const { knowledge } = await readKnowledge(root('knowledge'));
  if (!knowledge) throw new Error('The knowledge does not compile.');
  const engine = createEngine(knowledge);
  const known = join(folder, 'knowledge.json');
  writeFileSync(known, JSON.stringify(knowledge));
  execFileSync(process.execPath, [root('packages/server/build.mjs')]);
  const echoTalks = recordTalks(engine, 'link', echoTurns, createRandom(1));
  const servers = await startServers(folder, known, echoTalks);
  const idleMegabytes = servers.ours.megabytes();
  const { micros, ...found } = await measureTurns(engine, servers, echoTalks);
  console.log(
    `memory: ${rounded(idleMegabytes)} MB at first, ${rounded(servers.ours.megabytes())} MB after the rounds`,
  );
  const paced = await measurePaced(engine, servers, echoTalks);
  await Promise.all(Object.values(servers).map((server: Servers['ours']) => server.stop()));
  hangUp();
  const postgresOverPgbench = await measurePostgres(folder);
  const readyMillisAtMillion = await measureMillion(folder, root('packages/server/dist/serve.js'), {
    KNOWLEDGE: known,
  });
  const bytesPerLive = measureLive(engine, echoTalks);
  console.log(`a remembered consultation: ${rounded(bytesPerLive)} bytes`);
  rmSync(folder, { recursive: true, force: true });
  return {
    turnOverEcho: median(found.overEcho),
    durableEchoOverEcho: median(found.floor),
    leanTurnOverEcho: median(found.lean),
    turnOverDurableEcho: median(found.overDurable),
    seenBeforeShare: median(found.seenBefore),
    turnMicros: median(micros.answer),
    firstMicros: median(micros.first),
    sayMicros: median(micros.say),
    noticeMicros: median(micros.notice),
    wholeMicros: median(found.wholeMicros),
    ...paced,
    postgresOverPgbench,
    idleMegabytes: rounded(idleMegabytes),
    bytesPerLive: rounded(bytesPerLive),
    readyMillisAtMillion,
  };
}

async function startServers(folder: string, known: string, echoTalks: readonly Talk[]): Promise<Servers> {
  const answers = join(folder, 'answers.json');
  writeFileSync(answers, JSON.stringify(echoTalks.flatMap(({ replies }) => replies)));
  const script = (name: string, ...rest: string[]): string[] => [
    '--import',
    'tsx',
    root(`test/bench/${name}`),
    ...rest,
  ];
  const settings = { KNOWLEDGE: known, DATABASE: join(folder, 'onetrip.db'), PORT: '0', LOG_LEVEL: 'warn' };
  return {
    echo: await startProcess(script('echo-server.ts', answers)),
    durable: await startProcess(script('echo-server.ts', answers, join(folder, 'echo.db'))),
    ours: await startProcess([root('packages/server/dist/serve.js')], settings),
    lean: await startProcess(script('lean-server.ts', known, join(folder, 'lean.db'))),
  };
}
