import { createPublicKey } from 'node:crypto';
import { isIP } from 'node:net';
import * as v from 'valibot';

// Each takes what stands in the environment, trimmed, and gives what the server works with. Empty means not set.

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number) {
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/),
    v.transform(Number),
    v.check((number) => number >= least && number <= most),
  );
}

/** Text that may be absent. */
export function optionalText(fits: (text: string) => boolean = () => true) {
  return v.pipe(
    v.string(),
    v.check((text) => text === '' || fits(text)),
    v.transform((text) => (text === '' ? undefined : text)),
  );
}

/** Several values with commas between. */
export function list(fits: (entry: string) => boolean) {
  return v.pipe(
    v.string(),
    v.transform((text) => text.split(',').flatMap((entry) => entry.trim() || [])),
    v.check((entries) => entries.every(fits)),
  );
}

/** Exactly what a browser sends as Origin: no path, no slash at the end, no wildcard. */
export function isOrigin(written: string): boolean {
  return URL.canParse(written) && new URL(written).origin === written;
}

/** An address on the web without query or fragment. */
export function isWebAddress(written: string): boolean {
  if (!URL.canParse(written)) return false;
  const { protocol, search, hash } = new URL(written);
  return (protocol === 'https:' || protocol === 'http:') && search === '' && hash === '';
}

/** An address or a range of addresses: `10.0.0.1`, `10.0.0.0/8`, `fd00::/8`. */
export function isAddressRange(written: string): boolean {
  const [address = '', bits, ...rest] = written.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
}

/** A secret of Standard Webhooks: `whsec_` and 24 to 64 bytes in base64. */
export function isWebhookSecret(written: string): boolean {
  const base64 = written.slice('whsec_'.length);
  const bytes = Buffer.from(base64, 'base64');
  const isWhole = written === `whsec_${bytes.toString('base64')}`;
  return isWhole && bytes.length >= 24 && bytes.length <= 64;
}

/** An Ed25519 public key: its SPKI in base64. */
export function isKnowledgeKey(written: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(written, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}
