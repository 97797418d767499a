import type { Authority, Knowledge, Material, Obligation, Question, ServiceItem, Source } from '@onetrip/engine';

/** A service item with everything it names, so that a reader needs no second request. */
export interface DescribedItem {
  /** The examples are left out: they test the item and tell a reader nothing. */
  readonly item: Omit<ServiceItem, 'examples'>;
  readonly authority: Authority | undefined;
  readonly questions: readonly Question[];
  readonly materials: readonly Material[];
  /** Only law and official pages: nothing else is shown to citizens. */
  readonly sources: readonly Source[];
}

/** Gathers an item and what it names, or gives `undefined` when there is no such item. */
export function describeItem(knowledge: Knowledge, id: string): DescribedItem | undefined {
  const found = knowledge.items.find((item) => item.id === id);
  if (!found) return undefined;
  const { examples: _examples, ...described } = found;
  const sources = knowledge.sources.filter((source) => source.grade === 'law' || source.grade === 'official');
  const shown = new Set(sources.map((source) => source.id));
  const obligations = found.obligations.map((obligation) => ({
    ...obligation,
    sources: obligation.sources.filter((source) => shown.has(source)),
  }));
  const materials = new Set(obligations.flatMap(namedMaterials));
  const cited = new Set([...obligations.flatMap(({ sources }) => sources), ...(found.discontinued?.sources ?? [])]);
  return {
    item: { ...described, obligations },
    authority: knowledge.authorities.find((authority) => authority.id === found.authority),
    questions: found.questions.flatMap((name) => knowledge.questions.filter((question) => question.id === name)),
    materials: knowledge.materials.filter((material) => materials.has(material.id)),
    sources: sources.filter((source) => cited.has(source.id)),
  };
}

function namedMaterials(obligation: Obligation): readonly string[] {
  return obligation.kind === 'material' ? obligation.anyOf.map((use) => use.material) : [];
}
