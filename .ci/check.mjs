import { build } from './build.mjs';
import { runChecks } from './checks.mjs';
import { demandNode } from './house.mjs';
import { install } from './install.mjs';

demandNode();
await install('everything');
await build();
const failed = await runChecks();
console.log(failed.length === 0 ? 'Every check passed.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
