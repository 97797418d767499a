import { readFileSync } from 'node:fs';
import type { Knowledge } from '@onetrip/engine';

/** The knowledge of a compiled file, or what is wrong with the file. */
export type KnowledgeFile =
  { readonly knowledge: Knowledge } | { readonly fault: 'knowledge-not-found' | 'not-a-knowledge-file' };

/** Reads compiled knowledge. The compiler has checked it; only what is plainly another file is refused. */
export function readKnowledgeFile(path: string): KnowledgeFile {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isKnowledge(read) ? { knowledge: read } : { fault: 'not-a-knowledge-file' };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { fault: missing ? 'knowledge-not-found' : 'not-a-knowledge-file' };
  }
}

function isKnowledge(read: unknown): read is Knowledge {
  return (
    typeof read === 'object' &&
    read !== null &&
    'version' in read &&
    typeof read.version === 'string' &&
    'items' in read &&
    Array.isArray(read.items) &&
    'search' in read
  );
}
