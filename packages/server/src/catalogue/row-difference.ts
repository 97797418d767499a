/** The last edition of a row that still counts. */
export const FOREVER = 2_147_483_647;

/** Rows in one statement: more would meet PostgreSQL's limit of parameters, and the patience of a busy machine. */
const ROWS = 200;

/** What has to be written so that a shelf holds these rows: the keys that end, and the rows that begin. */
export function difference<Row extends { readonly digest: string }>(
  standing: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, Row>,
): { readonly gone: readonly string[]; readonly fresh: readonly Row[] } {
  return {
    gone: [...standing].filter(([key, digest]) => wanted.get(key)?.digest !== digest).map(([key]) => key),
    fresh: [...wanted].filter(([key, { digest }]) => standing.get(key) !== digest).map(([, row]) => row),
  };
}

/** Does a work on some rows at a time, one after the other. */
export async function inChunks<Row, Done>(
  rows: readonly Row[],
  work: (some: readonly Row[]) => Promise<Done>,
): Promise<readonly Done[]> {
  const done: Done[] = [];
  for (let at = 0; at < rows.length; at += ROWS) done.push(await work(rows.slice(at, at + ROWS)));
  return done;
}
