import { isDeepStrictEqual } from 'node:util';
import type { BeginOptions, Engine, Reply } from '@onetrip/engine';
import { openDatabase } from '@onetrip/server';
import type { Database } from '@onetrip/server';
import { ConsultationStore, idOf } from '@onetrip/server/test-support';
import { withoutNumber } from '../support/without-number.ts';
import type { Acknowledged, Talk } from './citizen.ts';
import { hashOf } from './citizen.ts';

/** What was kept against what was acknowledged. */
export interface Audit {
  /** Acknowledged turns that are not kept. */
  lost: number;
  /** Kept turns that nobody took, or that stand at another place than they were taken. */
  doubled: number;
  /** Turns that are kept with another answer than was given. */
  changed: number;
  /** Receipts that are missing, or that belong to no notice that was given. */
  receipts: number;
  /** Conversations in which some reply differs from those of an engine that met no fault. */
  different: number;
}

/** Runs a piece of work on a database and closes it. */
export async function withDatabase<T>(address: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(address);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Whether each of these turns is kept with the answer that was given. */
export async function auditTurns(database: Database, turns: readonly Acknowledged[]): Promise<Audit> {
  const audit: Audit = { lost: 0, doubled: 0, changed: 0, receipts: 0, different: 0 };
  const store = new ConsultationStore(database);
  for (const { id, turn, hash } of turns) {
    const kept = await store.turn(idOf(id) ?? '', turn);
    if (!kept) audit.lost += 1;
    else if (hashOf(kept.answer) !== hash) audit.changed += 1;
  }
  return audit;
}

/** Holds whole conversations against what their citizens remember and against an engine that meets no fault. */
export async function auditTalks(database: Database, engine: Engine, talks: readonly Talk[]): Promise<Audit> {
  const audit: Audit = { lost: 0, doubled: 0, changed: 0, receipts: 0, different: 0 };
  for (const talk of talks) await auditTalk(database, { engine, audit }, talk);
  return audit;
}

async function auditTalk(
  database: Database,
  { engine, audit }: { readonly engine: Engine; readonly audit: Audit },
  { id: held, turns }: Talk,
): Promise<void> {
  const { reader } = database;
  const id = idOf(held) ?? '';
  const rows = await new ConsultationStore(database).turns(id);
  const opening = await reader.selectFrom('consultations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const kept = new Map(rows.map((row) => [row.turn, row]));
  turns.forEach(({ turn, hash }, index) => {
    const row = kept.get(turn);
    if (!row) audit.lost += 1;
    else if (row.seq !== index + 1) audit.doubled += 1;
    else if (hashOf(row.answer) !== hash) audit.changed += 1;
  });
  audit.doubled += rows.filter(({ turn }) => !turns.some((taken) => taken.turn === turn)).length;
  const receipts = await reader.selectFrom('receipts').select('number').where('consultation', '=', id).execute();
  const given = new Set(rows.flatMap(({ answer }) => numberIn(answer) ?? []));
  audit.receipts += Math.abs(receipts.length - given.size);
  audit.receipts += receipts.filter(({ number }) => !given.has(number)).length;
  const faultFree = replies(engine, JSON.parse(opening.begun) as BeginOptions, turns);
  const told = rows.map(({ answer }) => replyOf(answer));
  // A notice is told in the order of canonical JSON; what it says is what counts.
  if (!isDeepStrictEqual(told, JSON.parse(JSON.stringify(faultFree)))) audit.different += 1;
}

function replies(engine: Engine, begin: BeginOptions, turns: Talk['turns']): readonly unknown[] {
  let { consultation } = engine.begin(begin);
  return turns.map(({ input }) => {
    const taken = engine.takeTurn(consultation, input);
    ({ consultation } = taken);
    return withoutNumber(taken.reply);
  });
}

/** Under which a notice was given; undefined for any other reply. */
function numberIn(answer: string): string | undefined {
  const { reply } = JSON.parse(answer) as { readonly reply: Reply };
  return reply.kind === 'notice' ? (reply.notice.number ?? 'none') : undefined;
}

function replyOf(answer: string): unknown {
  return withoutNumber((JSON.parse(answer) as { readonly reply: unknown }).reply);
}
