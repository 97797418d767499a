import type { Knowledge } from '../model/knowledge.ts';
import type { Obligation } from '../model/obligation.ts';
import type { LifeEvent, ServiceItem } from '../model/service-item.ts';
import type { StoredPlan } from '../model/stored-plan.ts';
import { lacksOf } from '../rules/questions-of.ts';
import type { CompileMemory } from './compile-memory.ts';
import { freeze } from './freeze.ts';
import { indexSearch } from './index-search.ts';
import { knowledgeVersion } from './knowledge-version.ts';
import type { Library } from './library.ts';
import type { LocalPlaces } from './read-places.ts';

/** Everything that was read without a fault. */
export interface KnowledgeParts {
  readonly library: Library;
  readonly items: readonly ServiceItem[];
  readonly places: LocalPlaces;
  readonly lifeEvents: readonly LifeEvent[];
  readonly synonyms: Readonly<Record<string, string>>;
  readonly plans: ReadonlyMap<string, StoredPlan>;
  readonly memory: CompileMemory;
}

/** An item as it is in a region: its own obligations, then the region's. */
export function overlayItem(item: ServiceItem, places: LocalPlaces): ServiceItem {
  const local = places.overlay.get(item.id) ?? [];
  return local.length === 0 ? item : { ...item, obligations: [...item.obligations, ...local] };
}

/** Puts the parts together: only what some item uses, with search index, version and date, frozen. */
export function assembleKnowledge(parts: KnowledgeParts): Knowledge {
  const { library, places, lifeEvents, synonyms, plans, memory } = parts;
  const items = parts.items.map((item) => overlayItem(item, places));
  const used = collectUsed(items);
  const keep = <T>(entries: readonly (readonly [string, T])[], ids: ReadonlySet<string>) =>
    entries.flatMap(([id, value]) => (ids.has(id) ? [value] : []));
  const content = {
    region: places.region,
    items,
    questions: keep(library.questions.entries(), used.questions),
    materials: keep(library.materials.entries(), used.materials),
    authorities: keep(library.authorities.entries(), used.authorities),
    sources: keep(library.sources.entries(), used.sources),
    lifeEvents,
  };
  const date = items.map((item) => item.checked.on).reduce((a, b) => (a > b ? a : b), '');
  const stored = plans.size === 0 ? {} : { plans: Object.fromEntries(plans) };
  const whole = { ...content, search: indexSearch(content, synonyms, memory), ...stored };
  return freeze({ version: knowledgeVersion(whole), date, ...whole });
}

function collectUsed(items: readonly ServiceItem[]) {
  const obligations = items.flatMap((item) => item.obligations);
  const sources = [
    ...obligations.flatMap((obligation) => obligation.sources),
    ...items.flatMap((item) => item.discontinued?.sources ?? []),
  ];
  return {
    sources: new Set(sources),
    materials: new Set([...obligations.flatMap(materialsOf), ...items.flatMap(namedInExamples)]),
    questions: new Set(items.flatMap((item) => item.questions)),
    authorities: new Set(items.map((item) => item.authority)),
  };
}

function materialsOf(obligation: Obligation): readonly string[] {
  const brought = obligation.kind === 'material' ? obligation.anyOf.map((use) => use.material) : [];
  return [...brought, ...lacksOf(obligation.when)];
}

function namedInExamples(item: ServiceItem): readonly string[] {
  return item.examples.flatMap((example) => example.lacks ?? []);
}
