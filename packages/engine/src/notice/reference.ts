import type { Knowledge } from '../model/knowledge.ts';

/** What a knowledge names, found by id: the same for every notice that is written from it. */
export interface Reference {
  readonly items: ReadonlyMap<string, Knowledge['items'][number]>;
  readonly questions: ReadonlyMap<string, Knowledge['questions'][number]>;
  readonly materials: ReadonlyMap<string, Knowledge['materials'][number]>;
  readonly sources: ReadonlyMap<string, Knowledge['sources'][number]>;
  /** Ids of the sources that may be shown to citizens. */
  readonly shown: ReadonlySet<string>;
}

const kept = new WeakMap<Knowledge, Reference>();

/** The reference of a knowledge, made once. */
export function referenceOf(knowledge: Knowledge): Reference {
  const known = kept.get(knowledge) ?? createReference(knowledge);
  kept.set(knowledge, known);
  return known;
}

function createReference({ items, questions, materials, sources }: Knowledge): Reference {
  const shown = sources.filter(({ grade }) => grade === 'law' || grade === 'official');
  return {
    items: byId(items),
    questions: byId(questions),
    materials: byId(materials),
    sources: byId(sources),
    shown: new Set(shown.map(({ id }) => id)),
  };
}

function byId<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
