import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { demandNode, giveUp, ROOT } from './house.mjs';
import { loadBundle } from './load-bundle.mjs';
import { makeKeys, signKnowledge } from './sign-knowledge.mjs';

const USAGE = `pnpm knowledge check [folder] [--region <id>] [--today <date>] [--propose] [--orders]
                                                               report everything that is wrong
pnpm knowledge build [folder] [--region <id>] [--out <file>]   compile into one JSON file
pnpm knowledge keys <private key file>                         make a pair of keys for signing
pnpm knowledge sign <private key file> [compiled file]         sign a compiled file, into <file>.sig beside it

folder: default knowledge    --out: default <folder>/dist/knowledge.json
--propose: print the examples that are missing, ready to be pasted
--orders: print how many questions each item asks in the author's order, in ours, in publicodes' and at the least;
build always does
--today: the day on which dates and examples are judged, default today; build judges on the day of the newest check,
so that the same files build alike on any day.`;

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        region: { type: 'string' },
        today: { type: 'string' },
        out: { type: 'string' },
        propose: { type: 'boolean' },
        orders: { type: 'boolean' },
      },
    });
  } catch (error) {
    return giveUp(error.message, USAGE);
  }
}

/** Today where the person sits, not in Greenwich. */
function localToday() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

async function main() {
  demandNode();
  const { values, positionals } = readArguments();
  if (handleKeys(positionals)) return;
  const [command, given = join(ROOT, 'knowledge'), ...rest] = positionals;
  if (!['check', 'build'].includes(command) || rest.length > 0)
    giveUp(`I do not know “${positionals.join(' ')}”.`, USAGE);
  const folder = resolve(given);
  const door = await loadBundle('packages/engine/src/knowledge/index.ts');
  const files = await door.readFolder(folder).catch((error) => giveUp(`${folder} cannot be read.`, error.message));
  const today = command === 'check' ? (values.today ?? localToday()) : values.today;
  const compiled = door.compileKnowledge(files, {
    ...(values.region === undefined ? {} : { region: values.region }),
    ...(today === undefined ? {} : { today }),
  });
  console.log(door.formatIssues(compiled.issues, files));
  if (values.propose && compiled.proposals.length > 0) console.log(`\n${door.formatProposals(compiled.proposals)}\n`);
  if (!compiled.knowledge) process.exitCode = 1;
  else if (command === 'check') tellCheck(compiled.knowledge, door, values);
  else writeBuild(compiled.knowledge, door, resolve(values.out ?? join(folder, 'dist', 'knowledge.json')));
}

/** Whether it was about keys; then it is done. */
function handleKeys(positionals) {
  const [command, keyFile, file = join(ROOT, 'knowledge', 'dist', 'knowledge.json'), ...rest] = positionals;
  if (!['keys', 'sign'].includes(command) || keyFile === undefined || rest.length > 0) return false;
  if (command === 'keys') makeKeys(resolve(keyFile));
  else signKnowledge(resolve(keyFile), resolve(file));
  return true;
}

function tellCheck(knowledge, door, { orders }) {
  if (orders) console.log(`\n${door.formatOrders(knowledge)}\n`);
  console.log(summaryOf(knowledge));
}

function writeBuild(knowledge, door, out) {
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(knowledge)}\n`);
  console.log(`\n${door.formatOrders(knowledge)}\n`);
  console.log(`${summaryOf(knowledge)} → ${relative(process.cwd(), out)}`);
}

function summaryOf({ items, version, date }) {
  return `${items.length} 个事项，版本 ${version}，规则日期 ${date}`;
}

await main();
