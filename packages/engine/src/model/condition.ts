/**
 * When an obligation applies (适用情形). Plain data, so that it can be compiled, proved and explained.
 *
 * `{ all: [] }` always holds and `{ any: [] }` never does. Named facts of the YAML are already written out here.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly question: string; readonly is: readonly string[] }
  | { readonly question: string; readonly compare: Comparison }
  | { readonly lacks: string };

/** Bounds on a number or date answer; several bounds must hold together. */
export interface Comparison {
  readonly lt?: Bound;
  readonly lte?: Bound;
  readonly gt?: Bound;
  readonly gte?: Bound;
}

/** A number, an ISO date, or a day counted from today (`{ today: -30 }` is thirty days ago). */
export type Bound = number | string | { readonly today: number };

/** What three-valued logic answers: `unknown` means that some missing answer still decides. */
export type Truth = 'yes' | 'no' | 'unknown';
