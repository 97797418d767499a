/**
 * Where to go on reading after the text has changed: at the first sentence that has not been read yet, but never
 * past the place already reached.
 */
export function readingPlace(before: readonly string[], after: readonly string[], at: number): number {
  const read = new Set(before.slice(0, at));
  const next = after.findIndex((sentence) => !read.has(sentence));
  return next === -1 ? Math.max(after.length - 1, 0) : Math.min(next, at);
}
