// For tests and benches that stand above the server; no part of the product.
export { CatalogueEngines } from '../catalogue/catalogue-engines.ts';
export { Catalogue } from '../catalogue/catalogue.ts';
export { readEdition } from '../catalogue/catalogue-rows.ts';
export { digestOf, itemRows, onShelf } from '../catalogue/item-rows.ts';
export type { ItemContent } from '../catalogue/item-rows.ts';
export { overlayOf } from '../catalogue/overlay.ts';
export { publishBase, publishRegion } from '../catalogue/publish-catalogue.ts';
export { ConsultationStore } from '../consultations/consultation-store.ts';
export { LiveConsultations } from '../consultations/live-consultations.ts';
export { stateOf } from '../consultations/state.ts';
export { heapMegabytes } from './heap-megabytes.ts';
export { quickCheck } from './quick-check.ts';
export { realEngine } from './real-engine.ts';
export { runPatiently } from './run-patiently.ts';
export { startSlowClients } from './slow-clients.ts';
export { startPostgres } from './start-postgres.ts';
export type { RunningPostgres } from './start-postgres.ts';
export { compiledRegion, realItems, regionCalled } from './synthetic-regions.ts';
