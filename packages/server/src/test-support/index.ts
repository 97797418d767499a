// For tests and benches that stand above the server; no part of the product.
export { ConsultationStore } from '../consultations/consultation-store.ts';
export { LiveConsultations } from '../consultations/live-consultations.ts';
export { stateOf } from '../consultations/state.ts';
export { quickCheck } from './quick-check.ts';
export { startPostgres } from './start-postgres.ts';
export type { RunningPostgres } from './start-postgres.ts';
