import writeExcelFile from 'write-excel-file/node';
import type { Sheet } from './sheet.ts';

/** Rows of one workbook: it is made in memory, and nobody reads more on a screen. */
export const MOST_ROWS = 10_000;

/** XML 1.0 has no place for these, and a workbook with one of them does not open. */
const NOT_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** A table as XLSX, every cell as text so that nothing is run; undefined when there are too many rows. */
export async function writeXlsx({ name, headings, batches }: Sheet): Promise<Buffer | undefined> {
  const rows: (readonly string[])[] = [];
  for await (const batch of batches) {
    rows.push(...batch);
    if (rows.length > MOST_ROWS) return undefined;
  }
  const heading = headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => row.map((value) => ({ value: value.replace(NOT_XML, ''), type: String })));
  const options = { sheet: name, stickyRowsCount: 1, columns: headings.map(() => ({ width: 18 })) };
  return writeExcelFile([heading, ...cells], options).toBuffer();
}
