/** A reply or notice as JSON without its receipt number, the one thing that differs from one consultation to the next. */
export function withoutNumber(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'number' ? undefined : inner)));
}
