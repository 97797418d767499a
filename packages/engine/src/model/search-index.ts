/** What search needs, prepared when the knowledge is compiled. */
export interface SearchIndex {
  /**
   * Unigrams and bigrams of titles and aliases, each with a flat list of pairs:
   * index into `Knowledge.items`, then how often it occurs there.
   */
  readonly postings: Readonly<Record<string, readonly number[]>>;
  /** Number of grams of each item, in the order of `Knowledge.items`. */
  readonly lengths: readonly number[];
  /** Everyday and old words → the words the items use: 户口本 → 户口簿. */
  readonly synonyms: Readonly<Record<string, string>>;
  /** Traditional → simplified, for the characters of this knowledge only. */
  readonly simplified: Readonly<Record<string, string>>;
  /** Pinyin initials of title and aliases of each item, space separated, in the order of `Knowledge.items`. */
  readonly initials: readonly string[];
  /** Present where the knowledge is a slice of a larger catalogue, by whose words its items are then weighed. */
  readonly whole?: WholeIndex;
}

/** What the words of a whole catalogue weigh, for a slice of it. */
export interface WholeIndex {
  /** How many items the catalogue has. */
  readonly items: number;
  /** Grams of all its items together. */
  readonly length: number;
  /** How many items hold each gram. */
  readonly holders: Readonly<Record<string, number>>;
}
