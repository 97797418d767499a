import type { Kysely } from 'kysely';
import type { Database } from '../storage/database.ts';
import type { KnowledgeRow, Tables } from '../storage/tables.ts';

/** A version that was published, without its content. */
export type Publication = Pick<KnowledgeRow, 'version' | 'published'>;

/**
 * Keeps a compiled file for as long as there is a database, because notices cite it, and says when it counts as
 * published: after every other, whatever the clocks of other machines say. A known version is published anew.
 */
export async function keepVersion(database: Database, row: KnowledgeRow): Promise<number> {
  return database.write(async (transaction) => {
    const newest = await newestVersion(transaction);
    const published = Math.max(row.published, (newest?.published ?? 0) + 1);
    await transaction
      .insertInto('knowledge_versions')
      .values({ ...row, published })
      .onConflict((conflict) => conflict.column('version').doUpdateSet({ published }))
      .execute();
    return published;
  });
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

/** The compiled file of a version. */
export async function bodyOf(reader: Kysely<Tables>, version: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom('knowledge_versions')
    .select('body')
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.body;
}
