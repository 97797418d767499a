/** A day as people write it: 2026年11月22日. */
export function dayInWords(iso: string): string {
  return iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, '$1年$2月$3日');
}
