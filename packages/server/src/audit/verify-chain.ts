import type { Kysely } from 'kysely';
import type { AuditRow, Tables } from '../storage/tables.ts';
import type { AuditHead } from './audit-head.ts';
import { readHead } from './audit-head.ts';
import { auditHash, NO_HASH } from './audit-hash.ts';

/**
 * Why a row is broken. `changed`: its hash does not fit it, or it does not follow from the row before. `missing`: there
 * is no row with this number. `head-differs`: the row is whole and is not what the head, or the head that was kept
 * elsewhere, says of it.
 */
export type AuditFault = 'changed' | 'missing' | 'head-differs';

/** What a reading of the whole audit log found. */
export type AuditVerdict =
  | { readonly intact: true; readonly rows: number }
  | { readonly intact: false; readonly seq: number; readonly fault: AuditFault };

/** Rows read at once. */
const PAGE = 1000;

/** Follows the chain from its first row to its head; rows that are added meanwhile are followed too. */
export async function verifyChain(reader: Kysely<Tables>, kept?: AuditHead): Promise<AuditVerdict> {
  let last: AuditHead = { seq: 0, hash: NO_HASH };
  for (;;) {
    const rows = await rowsAfter(reader, last.seq);
    for (const row of rows) {
      const fault = faultOf(row, last, kept);
      if (fault) return { intact: false, ...fault };
      last = row;
    }
    if (rows.length > 0) continue;
    const head = await readHead(reader);
    // The head is read after the rows: where it is ahead, they were added in the meantime, or they are gone.
    if (head && head.seq > last.seq && (await rowsAfter(reader, last.seq)).length > 0) continue;
    return verdictAtEnd(last, head, kept);
  }
}

function rowsAfter(reader: Kysely<Tables>, seq: number): Promise<AuditRow[]> {
  const rows = reader.selectFrom('audit').selectAll().orderBy('seq').limit(PAGE);
  // Also what stands before the beginning, where nothing belongs.
  return (seq === 0 ? rows : rows.where('seq', '>', seq)).execute();
}

function faultOf(
  row: AuditRow,
  last: AuditHead,
  kept: AuditHead | undefined,
): { readonly seq: number; readonly fault: AuditFault } | undefined {
  const expected = last.seq + 1;
  if (row.seq < expected) return { seq: row.seq, fault: 'changed' };
  if (row.seq > expected) return { seq: expected, fault: 'missing' };
  if (row.previous !== last.hash || row.hash !== auditHash(row)) return { seq: row.seq, fault: 'changed' };
  if (kept?.seq === row.seq && kept.hash !== row.hash) return { seq: row.seq, fault: 'head-differs' };
  return undefined;
}

function verdictAtEnd(last: AuditHead, head: AuditHead | undefined, kept: AuditHead | undefined): AuditVerdict {
  const end = Math.max(head?.seq ?? 0, kept?.seq ?? 0);
  if (end > last.seq) return { intact: false, seq: last.seq + 1, fault: 'missing' };
  if (head?.hash !== last.hash || head.seq !== last.seq) return { intact: false, seq: last.seq, fault: 'head-differs' };
  return { intact: true, rows: last.seq };
}
