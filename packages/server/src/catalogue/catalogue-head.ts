import type { Knowledge, LifeEvent, Region, WholeIndex } from '@onetrip/engine';
import { catalogueWords, spelledNames } from '@onetrip/engine';

/** What a server keeps in memory of one region's catalogue: no item, only by what they are found. */
export interface CatalogueHead {
  readonly region: Region;
  readonly date: string;
  readonly synonyms: Readonly<Record<string, string>>;
  readonly simplified: Readonly<Record<string, string>>;
  readonly lifeEvents: readonly LifeEvent[];
  readonly whole: WholeIndex;
  /** Phrases that name items. */
  readonly names: readonly string[];
  /** Phrases that name materials, and which. */
  readonly materialNames: Readonly<Record<string, readonly string[]>>;
  /** Phrases that name life events, and which. */
  readonly eventNames: Readonly<Record<string, readonly string[]>>;
  /** Ids in the order of the knowledge. */
  readonly order: CatalogueOrder;
  /** Items shown to someone who has named nothing yet. */
  readonly first: readonly string[];
  /** Whether some items have an order of questions that was worked out beforehand. */
  readonly hasPlans: boolean;
  /** Items for someone who says only what happened: 丢了怎么补. */
  readonly byMishap: readonly string[];
}

/** Ids of everything a knowledge holds, in its order. */
export interface CatalogueOrder {
  readonly item: readonly string[];
  readonly question: readonly string[];
  readonly material: readonly string[];
  readonly authority: readonly string[];
  readonly source: readonly string[];
}

/** As many as the engine shows at first, and as many as it offers when only a mishap was told. */
const SHOWN_FIRST = 8;
const SHOWN_BY_MISHAP = 5;

/** Takes out of a knowledge what a server keeps of it in memory. */
export function headOf(knowledge: Knowledge): CatalogueHead {
  const { region, date, lifeEvents, items, search } = knowledge;
  const { synonyms, simplified, lengths, postings } = search;
  const words = catalogueWords(knowledge);
  const holders = Object.entries(postings).map(([gram, posting]) => [gram, posting.length / 2] as const);
  const told = new Set(words.flatMap(({ mishaps }) => mishaps));
  const byMishap = [...told].flatMap((sense) =>
    items.filter((_, index) => words[index]?.mishaps.includes(sense)).slice(0, SHOWN_BY_MISHAP),
  );
  return {
    ...{ region, date, synonyms, simplified, lifeEvents },
    whole: {
      items: items.length,
      length: lengths.reduce((sum, length) => sum + length, 0),
      holders: Object.fromEntries(holders),
    },
    names: [...new Set(words.flatMap(({ names }) => names))],
    materialNames: idsByName(
      knowledge,
      knowledge.materials.map(({ id, name, aliases = [] }) => [id, [name, ...aliases]]),
    ),
    eventNames: idsByName(
      knowledge,
      lifeEvents.map(({ id, title, aliases }) => [id, [title, ...aliases]]),
    ),
    order: {
      item: idsOf(items),
      question: idsOf(knowledge.questions),
      material: idsOf(knowledge.materials),
      authority: idsOf(knowledge.authorities),
      source: idsOf(knowledge.sources),
    },
    hasPlans: knowledge.plans !== undefined,
    first: idsOf(items.filter(({ status }) => status === 'active').slice(0, SHOWN_FIRST)),
    byMishap: [...new Set(idsOf(byMishap))],
  };
}

function idsByName({ search }: Knowledge, named: readonly (readonly [string, readonly string[]])[]) {
  const table = new Map<string, string[]>();
  for (const [id, names] of named) {
    for (const name of spelledNames(search, names)) table.set(name, [...(table.get(name) ?? []), id]);
  }
  return Object.fromEntries(table);
}

function idsOf(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map(({ id }) => id);
}
