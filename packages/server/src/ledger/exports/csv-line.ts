/** What a spreadsheet would take for a formula (OWASP, CSV Injection). */
const FORMULA = /^[\s\ufeff]*[=+\-@\t\r\n＝＋－＠]/u;

/** Spreadsheets take UTF-8 for what it is only behind this mark. */
export const BYTE_ORDER_MARK = '\ufeff';

/** One line of CSV (RFC 4180), with nothing in it that a spreadsheet would run. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string): string {
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
