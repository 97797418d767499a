// The tables of a catalogue that is larger than memory; only PostgreSQL has them.

/** One state of a shelf of the catalogue: of the base, or of a region. Never changed. */
export interface CatalogueEditionRow {
  /** The region; empty for the base that all regions share. */
  readonly shelf: string;
  readonly edition: number;
  /** Knowledge version that it is. */
  readonly version: string;
  /** Edition of the base that a region stands on; of the base itself, 0. */
  readonly base: number;
  /** What a server keeps in memory of it, as JSON; of the base, empty. */
  readonly head: string;
  readonly published: number;
}

/** From which edition of its shelf on a row counts, and from which on no longer. */
interface Editions {
  readonly since: number;
  readonly until: number;
}

/** A service item of the base, or of one region alone. */
export interface CatalogueItemRow extends Editions {
  readonly shelf: string;
  readonly id: string;
  /** How the item is called and what it asks, as JSON: enough to see whether somebody means it. */
  readonly face: string;
  /** ServiceItem as JSON. */
  readonly body: string;
  /** Of what the row says, to see whether it has changed. */
  readonly digest: string;
  /** Grams of its names, then what else finds it; with the region in front, except in the base. */
  readonly tokens: readonly string[];
  /** How often each gram occurs, in the order of `tokens`. */
  readonly counts: readonly number[];
  /** All its grams together. */
  readonly length: number;
  readonly initials: string;
}

/** What a region changes in an item of the base, or that it leaves it out. */
export interface CatalogueOverlayRow extends Editions {
  readonly region: string;
  readonly item: string;
  /** The base's item is not this region's: left out, or replaced as a whole. */
  readonly hidden: number;
  /** Overlay as JSON. */
  readonly body: string;
  readonly digest: string;
}

/** A question, material, authority, source or plan that items name. */
export interface CataloguePartRow extends Editions {
  readonly shelf: string;
  readonly kind: string;
  readonly id: string;
  readonly body: string;
  readonly digest: string;
}

/** The catalogue's tables by name. */
export interface CatalogueTables {
  readonly catalogue_editions: CatalogueEditionRow;
  readonly catalogue_items: CatalogueItemRow;
  readonly catalogue_overlays: CatalogueOverlayRow;
  readonly catalogue_parts: CataloguePartRow;
}
