import type { Condition } from '../model/condition.ts';

const sizes = new WeakMap<Condition, number>();

/**
 * How many comparisons a condition has once its facts are written out. Facts are shared, not copied, so a few lines
 * of YAML can mean a billion comparisons; counting looks at each shared part once.
 */
export function conditionSize(condition: Condition): number {
  const known = sizes.get(condition);
  if (known !== undefined) return known;
  const size = countParts(condition);
  sizes.set(condition, size);
  return size;
}

function countParts(condition: Condition): number {
  if ('not' in condition) return conditionSize(condition.not);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
  return parts ? parts.reduce((sum, part) => sum + conditionSize(part), 0) : 1;
}
