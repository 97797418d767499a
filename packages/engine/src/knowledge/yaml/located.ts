/** Where something stands in a knowledge file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A piece of YAML as plain data that remembers where it was written, so that every issue can point at it. */
export type Located = LocatedMap | LocatedList | LocatedScalar | LocatedNothing;

/** A map; keys are unique and never touch an object's prototype. */
export interface LocatedMap {
  readonly kind: 'map';
  readonly at: Place;
  readonly entries: readonly LocatedEntry[];
}

/** One key of a map with its value. */
export interface LocatedEntry {
  readonly key: string;
  readonly keyAt: Place;
  readonly value: Located;
}

/** A list, in the order written. */
export interface LocatedList {
  readonly kind: 'list';
  readonly at: Place;
  readonly items: readonly Located[];
}

/** A single value. Dates stay text: the core schema of YAML 1.2 knows none. */
export interface LocatedScalar {
  readonly kind: 'text' | 'number' | 'flag';
  readonly at: Place;
  readonly value: string | number | boolean;
  /** As the author wrote it: `0000` is still four digits here. */
  readonly written: string;
}

/** A key without a value, or `null`. */
export interface LocatedNothing {
  readonly kind: 'nothing';
  readonly at: Place;
}
