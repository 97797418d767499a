import { randomBytes } from 'node:crypto';

/** 256 random bits as 43 characters: a cookie, a form's token, a state. */
export function loginToken(): string {
  return randomBytes(32).toString('base64url');
}
