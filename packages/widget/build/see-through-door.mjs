import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const DOOR = '@onetrip/engine';
const FROM_DOOR = /import \{([^}]*)\} from '@onetrip\/engine';/g;
const EXPORTED = /export \{([^}]*)\} from '([^']+)';/g;

/**
 * Sends each name that is imported from the engine's door straight to the file it comes from.
 *
 * esbuild splits by file: whoever enters by the door shares a chunk with everything behind it, and a page that
 * only draws notices would download the rules as well.
 */
export async function seeThroughDoor() {
  const door = createRequire(import.meta.url).resolve(DOOR);
  const homes = new Map();
  for (const [, names, file] of (await readFile(door, 'utf8')).matchAll(EXPORTED)) {
    for (const name of listed(names)) homes.set(name, join(dirname(door), file));
  }
  return (source) =>
    source.replace(FROM_DOOR, (_statement, names) =>
      listed(names)
        .map((name) => {
          const home = homes.get(name);
          if (!home) throw new Error(`${DOOR} does not export ${name} from a file of its own.`);
          return `import { ${name} } from ${JSON.stringify(home)};`;
        })
        .join(' '),
    );
}

function listed(names) {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
