import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * A value as canonical JSON (RFC 8785): equal values give equal bytes, whatever order their keys came in.
 *
 * @throws {TypeError} when the value is nothing that JSON can hold
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('JSON cannot hold this value');
  return text;
}

/** SHA-256 of canonical JSON, hexadecimal: what shows that a kept text is still the one that was given. */
export function hashOfJson(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
