import { DatabaseSync } from '@photostructure/sqlite';
import { hashOfJson } from '../../receipts/canonical-json.ts';

/** What a sound copy holds. */
export interface CopyReport {
  readonly consultations: number;
  readonly turns: number;
  readonly receipts: number;
}

/** What is wrong with a copy. */
export type CopyFault = 'copy-missing' | 'copy-damaged' | 'receipt-changed';

/** Reads a copy of a database from end to end: its pages, and every notice against the hash it was given under. */
export function checkCopy(path: string): CopyReport | CopyFault {
  let copy: InstanceType<typeof DatabaseSync>;
  try {
    copy = new DatabaseSync(path, { readOnly: true });
  } catch {
    return 'copy-missing';
  }
  try {
    const sound = copy.prepare('pragma integrity_check(1)').get() as { readonly integrity_check: string };
    if (sound.integrity_check !== 'ok') return 'copy-damaged';
    if (!receiptsAgree(copy)) return 'receipt-changed';
    return {
      consultations: count(copy, 'consultations'),
      turns: count(copy, 'turns'),
      receipts: count(copy, 'receipts'),
    };
  } catch {
    return 'copy-damaged';
  } finally {
    copy.close();
  }
}

function receiptsAgree(copy: InstanceType<typeof DatabaseSync>): boolean {
  for (const row of copy.prepare('select notice, hash from receipts').iterate()) {
    const { notice, hash } = row as { readonly notice: string; readonly hash: string };
    if (hashOfJson(notice) !== hash) return false;
  }
  return true;
}

function count(copy: InstanceType<typeof DatabaseSync>, table: 'consultations' | 'turns' | 'receipts'): number {
  const row = copy.prepare(`select count(*) as rows from ${table}`).get() as { readonly rows: number };
  return row.rows;
}
