import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { addFromDebian, onPath } from './add-from-debian.mjs';

/** Where Debian puts each version. */
const DEBIAN = '/usr/lib/postgresql';

/**
 * Makes sure that restoring a dump can be tried: PostgreSQL's own pg_dump comes with no npm package. Where it cannot be
 * had, that one test is left out and says so; everything else runs on the PostgreSQL that npm brings.
 */
export async function ensurePostgresTools() {
  if (hasPostgresTools()) return;
  await addFromDebian(['postgresql'], 'the test of pg_dump');
  if (!hasPostgresTools()) console.log('There is no PostgreSQL with pg_dump here, so nothing is restored from a dump.');
}

function hasPostgresTools() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const found = versions.some((version) => existsSync(join(DEBIAN, version, 'bin', 'pg_dump')));
  return found || (onPath('pg_dump').length > 0 && onPath('initdb').length > 0);
}
