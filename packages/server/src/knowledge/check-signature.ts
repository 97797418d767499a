import { createPublicKey, verify } from 'node:crypto';
import type { KnowledgeFault } from './knowledge-fault.ts';

/** A compiled file as it arrives, with what stands beside it. */
export interface SignedText {
  readonly text: string;
  /** Ed25519 over the file, 64 bytes in base64. Default: nobody signed it. */
  readonly signature?: string | undefined;
}

/** One way of writing 64 bytes; base64 would let a bit be changed at its end without a difference. */
const WRITTEN = /^[A-Za-z0-9+/]{85}[AQgw]==$/;

/**
 * What is wrong with the signature of a file, or undefined. One of the keys must have signed; without keys, nobody asks.
 *
 * The keys are Ed25519 public keys, their SPKI in base64.
 */
export function checkSignature({ text, signature }: SignedText, keys: readonly string[]): KnowledgeFault | undefined {
  if (keys.length === 0) return undefined;
  if (signature === undefined) return { code: 'knowledge-unsigned', detail: '' };
  const isGood = WRITTEN.test(signature) && keys.some((key) => isSignedBy(key, text, signature));
  return isGood ? undefined : { code: 'signature-wrong', detail: '' };
}

function isSignedBy(key: string, text: string, signature: string): boolean {
  const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'));
}
