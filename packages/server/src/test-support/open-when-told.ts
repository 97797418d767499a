// For each line that comes in: opens the SQLite file that it names, writes a setting of its own, closes, and prints what came of it.
import { createInterface } from 'node:readline';
import { openDatabase } from '../storage/open-database.ts';
import { StorageError } from '../storage/storage-error.ts';

console.log('ready');
for await (const path of createInterface({ input: process.stdin })) console.log(await attempt(path));

async function attempt(path: string): Promise<string> {
  try {
    const database = await openDatabase(path);
    const sql = 'insert into settings (name, value) values (?, ?)';
    await database.append({ sql, parameters: [`process ${String(process.pid)}`, ''] });
    await database.close();
    return 'kept';
  } catch (error) {
    return error instanceof StorageError ? `${error.code} ${String(error.cause)}` : String(error);
  }
}
