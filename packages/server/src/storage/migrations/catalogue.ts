import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

/** The edition of a row that still counts has no end: the largest integer stands for it. */
const FOREVER = 2_147_483_647;

/** The tables of a catalogue that is larger than memory, with the token index. PostgreSQL only. */
export const catalogueMigration: Migration = {
  up: async (schema: Kysely<unknown>) => {
    await schema.schema
      .createTable('catalogue_editions')
      .addColumn('shelf', 'text', (column) => column.notNull())
      .addColumn('edition', 'integer', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('base', 'integer', (column) => column.notNull())
      .addColumn('head', 'text', (column) => column.notNull())
      .addColumn('published', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('catalogue_editions_in_order', ['shelf', 'edition'])
      .execute();
    await createItems(schema);
    await createParts(schema);
    // So that what has ended is found without reading all that still counts.
    for (const table of ['items', 'overlays', 'parts'].map((name) => `catalogue_${name}`)) {
      await sql`create index ${sql.ref(`${table}_ended`)} on ${sql.table(table)} (until) where until < ${sql.lit(FOREVER)}`.execute(
        schema,
      );
    }
  },
};

async function createItems(schema: Kysely<unknown>): Promise<void> {
  await schema.schema
    .createTable('catalogue_items')
    .addColumn('shelf', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('since', 'integer', (column) => column.notNull())
    .addColumn('until', 'integer', (column) => column.notNull().defaultTo(FOREVER))
    .addColumn('face', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('tokens', sql`text[]`, (column) => column.notNull())
    .addColumn('counts', sql`integer[]`, (column) => column.notNull())
    .addColumn('length', 'integer', (column) => column.notNull())
    .addColumn('initials', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('catalogue_items_once', ['shelf', 'id', 'since'])
    .execute();
  // Reads matter here: with a pending list each of them would look through what was written last.
  await sql`create index catalogue_items_tokens on catalogue_items using gin (tokens) with (fastupdate = off)`.execute(
    schema,
  );
}

async function createParts(schema: Kysely<unknown>): Promise<void> {
  await schema.schema
    .createTable('catalogue_overlays')
    .addColumn('region', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('since', 'integer', (column) => column.notNull())
    .addColumn('until', 'integer', (column) => column.notNull().defaultTo(FOREVER))
    .addColumn('hidden', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('catalogue_overlays_once', ['region', 'item', 'since'])
    .execute();
  await schema.schema
    .createTable('catalogue_parts')
    .addColumn('shelf', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('since', 'integer', (column) => column.notNull())
    .addColumn('until', 'integer', (column) => column.notNull().defaultTo(FOREVER))
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('catalogue_parts_once', ['shelf', 'kind', 'id', 'since'])
    .execute();
}
