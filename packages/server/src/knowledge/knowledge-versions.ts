import type { Kysely } from 'kysely';
import type { Database } from '../storage/database.ts';
import type { KnowledgeRow, Tables } from '../storage/tables.ts';
import type { SignedText } from './check-signature.ts';

/** A version that was published, without its content. */
export type Publication = Pick<KnowledgeRow, 'version' | 'published'>;

/**
 * Keeps a compiled file for as long as there is a database, because notices cite it, and says when it counts as
 * published: after every other, whatever the clocks of other machines say. A known version is published anew, and
 * gets the signature it had not.
 */
export async function keepVersion(database: Database, row: KnowledgeRow): Promise<number> {
  return database.write(async (transaction) => {
    const newest = await newestVersion(transaction);
    const published = Math.max(row.published, (newest?.published ?? 0) + 1);
    await transaction
      .insertInto('knowledge_versions')
      .values({ ...row, published })
      .onConflict((conflict) =>
        conflict
          .column('version')
          .doUpdateSet({ published, ...(row.signature !== null && { signature: row.signature }) }),
      )
      .execute();
    return published;
  });
}

/** Adds the signature of a version that was kept without, so that other processes may use it too. */
export async function keepSignature(database: Database, version: string, signature: string): Promise<void> {
  await database.write((transaction) =>
    transaction.updateTable('knowledge_versions').set({ signature }).where('version', '=', version).execute(),
  );
}

/** What was published last, by any process. */
export function newestVersion(reader: Kysely<Tables>): Promise<Publication | undefined> {
  return reader
    .selectFrom('knowledge_versions')
    .select(['version', 'published'])
    .orderBy('published', 'desc')
    .orderBy('version')
    .limit(1)
    .executeTakeFirst();
}

/** When a version was published last, if it ever was. */
export function versionOf(reader: Kysely<Tables>, version: string): Promise<Publication | undefined> {
  return reader
    .selectFrom('knowledge_versions')
    .select(['version', 'published'])
    .where('version', '=', version)
    .executeTakeFirst();
}

/** The compiled file of a version, with its signature. */
export async function textOf(reader: Kysely<Tables>, version: string): Promise<SignedText | undefined> {
  const row = await reader
    .selectFrom('knowledge_versions')
    .select(['body', 'signature'])
    .where('version', '=', version)
    .executeTakeFirst();
  return row && { text: row.body, signature: row.signature ?? undefined };
}
