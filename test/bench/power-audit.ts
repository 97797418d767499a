import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Reply } from '@onetrip/engine';
import { StorageError } from '@onetrip/server';
import type { Database } from '@onetrip/server';
import { ConsultationStore, idOf, quickCheck, Receipts } from '@onetrip/server/test-support';
import { withDatabase } from '../durability/audit.ts';
import type { Acknowledged, Talk } from '../durability/citizen.ts';
import { hashOf, sendAgain } from '../durability/citizen.ts';
import { read } from '../durability/send.ts';
import { startServer } from '../durability/server-process.ts';

/** What was found in states of a disk after a power cut, added up over them. */
export interface PowerAudit {
  /** Turns acknowledged before the power went that are not there. */
  lost: number;
  /** Turns that are there with other bytes than were, or a little later would have been, acknowledged. */
  changed: number;
  /** Turns that nobody took, or that stand at another place than they were taken. */
  doubled: number;
  /** Receipts of notices that cannot be opened by the citizen's link. */
  receipts: number;
  /** States in which SQLite finds a fault. */
  corrupt: number;
  /** States that hold no fault and that the server does not open all the same. */
  unopened: number;
}

/** What citizens remember at the moment of a power cut. */
export interface Remembered {
  /** To their end, long after the power cut: turns on their way may be there or not, and no others. */
  readonly talks: readonly Talk[];
  /** How many turns of each talk were acknowledged before it, by the talk's id. */
  readonly acknowledged: ReadonlyMap<string, number>;
}

/** Nothing found yet. */
export function nothingFound(): PowerAudit {
  return { lost: 0, changed: 0, doubled: 0, receipts: 0, corrupt: 0, unopened: 0 };
}

/** Puts files where a database is expected, in a folder that holds nothing else. */
export function putFiles(file: string, files: ReadonlyMap<string, Buffer>): void {
  const folder = dirname(file);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  // Whatever a drive kept of the index of the WAL, it must not be believed.
  writeFileSync(`${file}-shm`, Buffer.alloc(32_768, 0xa5));
}

/** Opens the files as the server does and holds them against what citizens remember. */
export async function auditState(file: string, remembered: Remembered): Promise<PowerAudit> {
  const audit = nothingFound();
  try {
    await withDatabase(file, async (database) => {
      if ((await integrityOf(database)) !== 'ok') audit.corrupt = 1;
      let rows = 0;
      for (const talk of remembered.talks) rows += await auditTalk(database, audit, { talk, remembered });
      audit.doubled += (await countTurns(database)) - rows;
    });
    if (quickCheck(file) !== 'ok') audit.corrupt = 1;
    return audit;
  } catch (error) {
    // A server that cannot read its file has lost all of it.
    const lost = [...remembered.acknowledged.values()].reduce((sum, count) => sum + count, 0);
    const isCorrupt = error instanceof StorageError && error.code === 'storage-corrupt';
    return { ...nothingFound(), lost, corrupt: isCorrupt ? 1 : 0, unopened: isCorrupt ? 0 : 1 };
  }
}

/**
 * Starts the server as it is delivered on the files, sends every acknowledged turn once more and opens every receipt.
 *
 * @returns how many were answered otherwise than before
 */
export async function askAgain(file: string, { talks, acknowledged }: Remembered): Promise<number> {
  const server = await startServer({ env: { DATABASE: file } });
  let different = 0;
  const world = {
    address: () => Promise.resolve(server.address),
    random: Math.random,
    acknowledged: () => undefined,
    refused: () => undefined,
    changed: () => (different += 1),
  };
  for (const { id, turns } of talks)
    for (const turn of turns.slice(0, acknowledged.get(id) ?? 0)) await sendAgain(world, turn);
  for (const link of await linksIn(file)) if ((await read(server.address, link))?.status !== 200) different += 1;
  await server.stop();
  return different;
}

async function auditTalk(
  database: Database,
  audit: PowerAudit,
  { talk, remembered }: { readonly talk: Talk; readonly remembered: Remembered },
): Promise<number> {
  const rows = await new ConsultationStore(database).turns(idOf(talk.id) ?? '');
  audit.lost += Math.max(0, (remembered.acknowledged.get(talk.id) ?? 0) - rows.length);
  for (const [index, row] of rows.entries()) {
    const taken: Acknowledged | undefined = talk.turns[index];
    if (row.turn !== taken?.turn || row.seq !== index + 1) audit.doubled += 1;
    else if (hashOf(row.answer) !== taken.hash) audit.changed += 1;
    if (!(await opensReceipt(database, row.answer))) audit.receipts += 1;
  }
  return rows.length;
}

/** Whether the receipt that an answer links to is there and says the same number; an answer without one has nothing to open. */
async function opensReceipt(database: Database, answer: string): Promise<boolean> {
  const { reply, receipt } = JSON.parse(answer) as { readonly reply: Reply; readonly receipt?: { link: string } };
  if (reply.kind !== 'notice') return receipt === undefined;
  const kept = await new Receipts({ database }).byToken(receipt?.link.replace('/n/', '') ?? '');
  return kept !== undefined && kept !== 'erased' && kept.intact && kept.number === reply.notice.number;
}

async function integrityOf({ reader }: Database): Promise<string> {
  const query = { ...reader.selectFrom('settings').select('name').compile(), sql: 'PRAGMA integrity_check' };
  const { rows } = await reader.executeQuery(query);
  return (rows as { readonly integrity_check: string }[]).map((row) => row.integrity_check).join('\n');
}

async function countTurns({ reader }: Database): Promise<number> {
  const rows = await reader.selectFrom('turns').select('seq').execute();
  return rows.length;
}

function linksIn(file: string): Promise<readonly string[]> {
  return withDatabase(file, async ({ reader }) => {
    const rows = await reader.selectFrom('turns').select('answer').where('answer', 'like', '%"link":"/n/%').execute();
    return rows.flatMap(({ answer }) => /"link":"(\/n\/[^"]+)"/.exec(answer ?? '')?.[1] ?? []);
  });
}
