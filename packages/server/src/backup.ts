import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { backUp, restore } from './operation/backup/back-up.ts';
import { checkCopy } from './operation/backup/check-copy.ts';
import { backupText } from './text/backup-text.ts';

// This file stands in src/ and, bundled, in dist/: both one folder below the package.
const DATABASE = process.env['DATABASE'] || fileURLToPath(new URL('../../../data/onetrip.db', import.meta.url));

main();

function main(): void {
  const asked = readWords();
  if (!asked) return giveUp(backupText.usage);
  const { file, check, wantsRestore } = asked;
  if (process.env['DATABASE_URL'] && !check) return giveUp(backupText.isPostgres);
  if (check) return tell(file, checkCopy(file), file);
  if (wantsRestore) return tell(DATABASE, restore(file, DATABASE), file);
  const came = backUp(DATABASE, file);
  tell(file, came, came === 'no-database' ? DATABASE : file);
}

function readWords(): { readonly file: string; readonly check: boolean; readonly wantsRestore: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { check: { type: 'boolean' }, restore: { type: 'boolean' } },
    });
    const [file, ...rest] = positionals;
    const { check = false, restore: wantsRestore = false } = values;
    if (file === undefined || rest.length > 0 || (check && wantsRestore)) return undefined;
    return { file, check, wantsRestore };
  } catch {
    // A word it does not know.
    return undefined;
  }
}

function tell(path: string, came: ReturnType<typeof backUp>, wrong: string): void {
  if (typeof came !== 'string') return console.log(backupText.done(path, came));
  giveUp(backupText.faults[came](came === 'target-exists' ? path : wrong));
}

function giveUp(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
