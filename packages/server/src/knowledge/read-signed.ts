import { readFileSync, statSync } from 'node:fs';
import type { SignedText } from './check-signature.ts';

/** A compiled file with the signature that stands beside it as `<file>.sig`, or undefined where there is no file. */
export function readSigned(path: string): SignedText | undefined {
  const text = readText(path);
  return text === undefined ? undefined : { text, signature: readText(signaturePath(path))?.replace(/\n$/, '') };
}

/** Changes whenever the file or its signature does; empty while there is no file. */
export function stampOf(path: string): string {
  const stamp = stampOfOne(path);
  return stamp === '' ? '' : `${stamp} ${stampOfOne(signaturePath(path))}`;
}

function signaturePath(path: string): string {
  return `${path}.sig`;
}

function stampOfOne(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${String(stats.mtimeMs)} ${String(stats.size)} ${String(stats.ino)}` : '';
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
