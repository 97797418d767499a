/** Rows read at a time. */
const BATCH = 500;

/** Reads a long list a piece at a time: each piece begins after the last row of the one before. */
export async function* readInBatches<Row>(
  read: (last: Row | undefined, limit: number) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let last: Row | undefined;
  for (;;) {
    const rows = await read(last, BATCH);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    last = rows.at(-1);
  }
}
