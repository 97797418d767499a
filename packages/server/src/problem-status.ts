/** Every way a request can fail, with its HTTP status. The codes are stable. */
export const PROBLEM_STATUS = {
  'malformed-json': 400,
  'sign-in-required': 401,
  'password-change-required': 403,
  'not-allowed': 403,
  'forged-request': 403,
  'unknown-consultation': 404,
  'unknown-item': 404,
  'not-found': 404,
  'method-not-allowed': 405,
  'turn-id-reused': 409,
  'knowledge-gone': 409,
  'too-many-turns': 409,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'invalid-body': 422,
  'invalid-query': 422,
  'message-too-long': 422,
  'locked-out': 429,
  'internal-error': 500,
  'not-kept': 503,
} as const;

/** Stable code of a failed request. */
export type ProblemStatusCode = keyof typeof PROBLEM_STATUS;
