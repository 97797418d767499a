import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Bytes of a secret by which it is looked up. */
const KEY = 4;

/** Finds which of thousands of secrets stand in bytes, in one pass: a cluster of PostgreSQL is a hundred megabytes. */
export class SecretFinder {
  readonly #byKey = new Map<number, Buffer[]>();
  /** Whether any secret begins with two bytes; nearly all places are passed by this alone. */
  readonly #begins = new Uint8Array(65_536);

  /** @param secrets of at least four bytes each, as UTF-8 */
  constructor(secrets: readonly string[]) {
    for (const secret of new Set(secrets)) {
      const bytes = Buffer.from(secret);
      if (bytes.length < KEY) throw new Error(`A secret of ${String(bytes.length)} bytes is found anywhere.`);
      this.#begins[bytes.readUInt16BE(0)] = 1;
      const key = bytes.readUInt32BE(0);
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), bytes]);
    }
  }

  /** The secrets that stand in bytes, each once. */
  in(bytes: Buffer): ReadonlySet<string> {
    const found = new Set<string>();
    for (let at = 0; at + KEY <= bytes.length; at += 1) {
      if (this.#begins[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] !== 1) continue;
      for (const secret of this.#byKey.get(bytes.readUInt32BE(at)) ?? []) {
        if (secret.equals(bytes.subarray(at, at + secret.length))) found.add(secret.toString());
      }
    }
    return found;
  }

  /** How many stand in the files below a folder, by the first two parts of their path; places without any are left out. */
  below(folder: string): { readonly found: Readonly<Record<string, number>>; readonly bytes: number } {
    const found = new Map<string, Set<string>>();
    let bytes = 0;
    for (const file of filesBelow(folder)) {
      const content = contentOf(file);
      bytes += content.length;
      const place = relative(folder, file).split(sep).slice(0, 2).join('/');
      for (const secret of this.in(content)) found.set(place, (found.get(place) ?? new Set()).add(secret));
    }
    return { bytes, found: Object.fromEntries([...found].map(([place, secrets]) => [place, secrets.size])) };
  }
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A running server may take a file of a moment away between listing and reading. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
