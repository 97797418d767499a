import { createHash } from 'node:crypto';
import type { AuditRow } from '../storage/tables.ts';

/** The hash before the first row. */
export const NO_HASH = '0'.repeat(64);

/**
 * What a row must carry as its hash: SHA-256 over all its other fields, the hash of the row before among them.
 *
 * A JSON list of texts and whole numbers is written in one way only, so two different rows never hash the same text.
 */
export function auditHash(row: Omit<AuditRow, 'hash'>): string {
  const { seq, at, actor, action, object, detail, previous } = row;
  const canonical = JSON.stringify([seq, at, actor, action, object, detail, previous]);
  return createHash('sha256').update(canonical).digest('hex');
}
