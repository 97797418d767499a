/**
 * A totally anti-symmetric quasigroup of order 10: H. Michael Damm, „Total anti-symmetrische Quasigruppen“,
 * dissertation, Marburg 2004, p. 98. Its diagonal is zero, so a number with its own check digit comes to 0.
 */
const QUASIGROUP = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const satisfies readonly (readonly number[])[];

/**
 * The digit to put behind others (Damm), so that one wrong digit and two neighbours in the wrong order are both
 * noticed, whatever they are.
 */
export function checkDigit(digits: string): string {
  let state = 0;
  for (const digit of digits) state = QUASIGROUP[state]?.[Number(digit)] ?? 0;
  return String(state);
}
