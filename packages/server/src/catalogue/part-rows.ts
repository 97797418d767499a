import type { Knowledge } from '@onetrip/engine';
import type { CataloguePartRow } from '../storage/catalogue-tables.ts';
import { digestOf } from './item-rows.ts';

/** What items name, besides other items. */
export type PartKind = 'question' | 'material' | 'authority' | 'source' | 'plan';

/** What a row says of a part, wherever it stands. */
export type PartContent = Pick<CataloguePartRow, 'kind' | 'id' | 'body' | 'digest'>;

/** Everything that the items of a knowledge name, as rows. */
export function partRows(knowledge: Knowledge): readonly PartContent[] {
  const { questions, materials, authorities, sources, plans = {} } = knowledge;
  return [
    ...questions.map((question) => partRow('question', question.id, question)),
    ...materials.map((material) => partRow('material', material.id, material)),
    ...authorities.map((authority) => partRow('authority', authority.id, authority)),
    ...sources.map((source) => partRow('source', source.id, source)),
    ...Object.entries(plans).map(([item, plan]) => partRow('plan', item, plan)),
  ];
}

/** The key of a part among parts of every kind. */
export function partKey(kind: string, id: string): string {
  return `${kind}/${id}`;
}

function partRow(kind: PartKind, id: string, part: object): PartContent {
  return { kind, id, body: JSON.stringify(part), digest: digestOf(part) };
}
