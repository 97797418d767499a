import { randomId } from '../ids.ts';
import { sha256 } from '../sha256.ts';

/** A new token for the citizen's own link: 128 random bits as 22 characters of base64url. */
export const randomReceiptToken = randomId;

/** The only form in which a token is kept: whoever reads the table cannot open the links. */
export function hashReceiptToken(token: string): string {
  return sha256(token);
}
