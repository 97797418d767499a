/** 482019355174 as it is read out: 4820 1935 5174. A code of six digits in threes: 482 019. */
export function inGroups(number: string, size: 3 | 4): string {
  return number.replace(size === 3 ? /(\d{3})(?=\d)/g : /(\d{4})(?=\d)/g, '$1 ');
}
