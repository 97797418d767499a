/** Makes ids nobody can guess. */
export type Ids = () => string;

/** 128 random bits as 22 characters of base64url: whoever knows the id may read the consultation. */
export const randomId: Ids = () => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');
