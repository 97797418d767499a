import type { Material } from './material.ts';
import type { Question } from './question.ts';
import type { Region } from './region.ts';
import type { Authority, LifeEvent, ServiceItem } from './service-item.ts';
import type { SearchIndex } from './search-index.ts';
import type { Source } from './source.ts';
import type { StoredPlan } from './stored-plan.ts';

/** Everything the engine knows, compiled from YAML into one frozen JSON document. */
export interface Knowledge {
  /** First 12 hex digits of the SHA-256 of the content: same knowledge, same version. */
  readonly version: string;
  /** The newest `checked` date of its items, ISO. */
  readonly date: string;
  readonly region: Region;
  readonly items: readonly ServiceItem[];
  readonly questions: readonly Question[];
  readonly materials: readonly Material[];
  readonly authorities: readonly Authority[];
  readonly sources: readonly Source[];
  readonly lifeEvents: readonly LifeEvent[];
  readonly search: SearchIndex;
  /** By item id: orders of questions that take too long to find while a person waits. */
  readonly plans?: Readonly<Record<string, StoredPlan>>;
}
