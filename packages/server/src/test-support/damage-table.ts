import { closeSync, openSync, writeSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';

/** Overwrites the first page of a table and of each of its indexes in a SQLite file that nobody has open, as a failing disk would. */
export function damageTable(path: string, table: string): void {
  const database = new DatabaseSync(path);
  // Whatever stands in the journal only must be in the file, or it would be read from there.
  database.exec('pragma wal_checkpoint(truncate)');
  const rows = database.prepare('select rootpage as page from sqlite_master where tbl_name = ?').all(table);
  const { page_size: size } = database.prepare('pragma page_size').get() as { readonly page_size: number };
  database.close();
  const file = openSync(path, 'r+');
  for (const { page } of rows as readonly { readonly page: number }[]) {
    if (page > 0) writeSync(file, Buffer.alloc(size, 0xaa), 0, size, (page - 1) * size);
  }
  closeSync(file);
}
