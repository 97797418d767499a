/** Makes ids nobody can guess. */
export type Ids = () => string;

/** 128 random bits as 22 characters of base64url: whoever knows the id may read the consultation. */
export const randomId: Ids = () => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');

/** Enough base 36 for milliseconds until the year 5188. */
const TIME_LENGTH = 9;

/**
 * Random ids that sort by the time they were made, as UUIDs of version 7 do (RFC 9562, 5.7): what happens at the same
 * time stands side by side in a database, and few of its pages are touched.
 */
export function timeOrderedIds({ now }: { now(): number }): Ids {
  return () => `${now().toString(36).padStart(TIME_LENGTH, '0')}${randomId()}`;
}
