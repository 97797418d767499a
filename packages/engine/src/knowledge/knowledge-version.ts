import { createHash } from 'node:crypto';

/** The version of a content: the same content has the same one, whatever the order of its keys. */
export function knowledgeVersion(content: object): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 12);
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
