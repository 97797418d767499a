/** A table that can be written as CSV and as XLSX. */
export interface Sheet {
  readonly name: string;
  readonly headings: readonly string[];
  /** Rows in batches, so that no table need fit into memory at once. */
  readonly batches: AsyncIterable<readonly (readonly string[])[]>;
}
