import { createHash } from 'node:crypto';

/** Stands for a secret or a name in the database, so that whoever reads the table learns neither. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('base64url');
}
