import type { CST } from 'yaml';

/** How many maps and lists may stand inside each other. */
export const MAX_DEPTH = 32;

/**
 * The offset of the first map or list nested deeper than {@link MAX_DEPTH}, or `undefined`.
 *
 * Walks with its own stack: composing ten thousand brackets recursively would exhaust the real one.
 */
export function findTooDeep(tokens: readonly CST.Token[]): number | undefined {
  const stack: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  let first: number | undefined;
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { token, depth } = next;
    if (token.type === 'document' && token.value) stack.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    if (depth >= MAX_DEPTH) {
      if (first === undefined || token.offset < first) first = token.offset;
      continue;
    }
    for (const item of token.items) {
      if (item.key) stack.push({ token: item.key, depth: depth + 1 });
      if (item.value) stack.push({ token: item.value, depth: depth + 1 });
    }
  }
  return first;
}
