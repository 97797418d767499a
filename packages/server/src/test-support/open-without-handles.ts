// Opens a SQLite file with no file handle left, then with one, two, three …, and prints what came of each try.
import { closeSync, openSync } from 'node:fs';
import { openDatabase } from '../storage/open-database.ts';
import { StorageError } from '../storage/storage-error.ts';

const [path = '', tries = '0'] = process.argv.slice(2);
// What is loaded on first use is loaded before there are no handles left.
await (await openDatabase(path)).close();
const taken: number[] = [];
const takeAll = (): void => {
  try {
    for (;;) taken.push(openSync('/dev/null', 'r'));
  } catch {
    // None is left.
  }
};
const outcomes: string[] = [];
for (let left = 0; left < Number(tries); left += 1) {
  takeAll();
  for (const handle of taken.splice(0, left)) closeSync(handle);
  outcomes.push(await attempt());
}
for (const handle of taken) closeSync(handle);
console.log(JSON.stringify(outcomes));

async function attempt(): Promise<string> {
  try {
    const database = await openDatabase(path);
    await database.check();
    await database.close();
    return 'open';
  } catch (error) {
    return error instanceof StorageError ? error.code : String(error);
  }
}
