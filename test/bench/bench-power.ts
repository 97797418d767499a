import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '@onetrip/engine';
import type { Knowledge } from '@onetrip/engine';
import { repository } from '../support/paths.ts';
import type { CutFigures } from './power-cuts.ts';
import { askAfterCuts, auditCuts, cutsAnywhere, cutsBehind } from './power-cuts.ts';
import type { Recorded } from './power-record.ts';
import { demandStrace, recordServer } from './power-record.ts';
import { createRandom } from './random-item.ts';

const seed = 20261122;
/** States for each power cut right behind an acknowledgement. */
const perAcknowledgement = 3;
/** Power cuts at any other moment. */
const anywhere = 2000;
/** So many states are also given to the server as it is delivered. */
const askedAgain = 12;

/**
 * Power cuts at every acknowledgement and between, over what a real server did to its disk: what is lost of the turns
 * that were acknowledged before. Then the same for disks that do not keep what they were told to sync, which must lose.
 */
export async function benchPower(): Promise<Record<string, number>> {
  demandStrace();
  execFileSync(process.execPath, [join(repository, '.ci', 'build.mjs')], { cwd: repository, stdio: 'inherit' });
  const knowledge = readFileSync(join(repository, 'knowledge', 'dist', 'knowledge.json'), 'utf8');
  const engine = createEngine(JSON.parse(knowledge) as Knowledge);
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-power-'));
  try {
    const recorded = await recordServer(engine, {
      file: join(folder, 'data', 'onetrip.db'),
      lives: ['stop', 'kill', 'stop'],
      talksPerLife: 64,
      citizens: 3,
      seed,
    });
    printRecord(recorded);
    return await cutPower(recorded, join(folder, 'state', 'onetrip.db'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function cutPower(recorded: Recorded, file: string): Promise<Record<string, number>> {
  const random = createRandom(seed);
  const behind = cutsBehind(recorded, perAcknowledgement, random);
  const other = cutsAnywhere(recorded, anywhere, random);
  const kept = await auditCuts(recorded, file, { cuts: [...behind, ...other], syncs: 'kept' });
  print('every sync kept', kept);
  const few = behind.filter((_, index) => index % Math.ceil(behind.length / askedAgain) === 1);
  const different = await askAfterCuts(recorded, file, { cuts: few, syncs: 'kept' });
  console.log(`${String(few.length)} states given to a server and asked again: ${String(different)} other answers`);
  const nothingThere = behind.filter((_, index) => index % perAcknowledgement === 0);
  const oneMissing = await auditCuts(recorded, file, { cuts: nothingThere, syncs: 'without-the-last' });
  print('the last sync not kept', oneMissing);
  const some = other.filter((_, index) => index % 20 === 0);
  const ignored = await auditCuts(recorded, file, { cuts: some, syncs: 'ignored' });
  print('no sync kept', ignored);
  const { states, lost, doubled, receipts, corrupt, unopened } = kept;
  const changed = kept.changed + different;
  return {
    ...{ states, acknowledged: recorded.acknowledged.size, lost, doubled, changed, receipts, corrupt, unopened },
    lostWithoutLastSync: oneMissing.lost,
    lostWithoutSync: ignored.lost,
    folderKept: isFolderKept(recorded) ? 1 : 0,
  };
}

/** Whether the folder that the server made for its file was synced into the folder above. */
function isFolderKept({ events }: Recorded): boolean {
  const made = events.findLastIndex(({ kind }) => kind === 'folder-made');
  return made < 0 || events.slice(made).some(({ kind }) => kind === 'folder-kept');
}

function printRecord({ events, acknowledged, talks }: Recorded): void {
  const count = (kind: string, ending: string): string =>
    String(events.filter((event) => event.kind === kind && 'file' in event && event.file.endsWith(ending)).length);
  console.log(`seed ${String(seed)}, ${String(talks.length)} conversations, ${String(acknowledged.size)} turns`);
  console.log(`${count('write', '-wal')} writes and ${count('sync', '-wal')} syncs of the WAL,`);
  console.log(`${count('write', '.db')} writes and ${count('sync', '.db')} syncs of the file`);
}

function print(disk: string, figures: CutFigures): void {
  const { states, losing, ...found } = figures;
  console.log(`${disk}: ${String(states)} states, turns lost in ${String(losing)}, ${JSON.stringify(found)}`);
}
