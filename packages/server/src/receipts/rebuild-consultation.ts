import type { Consultation } from '@onetrip/engine';
import { ConsultationStore } from '../consultations/consultation-store.ts';
import { replay } from '../consultations/consultations.ts';
import type { Engines } from '../knowledge/engines.ts';
import type { Database } from '../storage/database.ts';

/**
 * Finds out how a consultation stood after one of its turns, from the turns that are kept: what was answered later
 * belongs to later notices.
 */
export function rebuilder(options: {
  readonly database: Database;
  readonly engines: Engines;
}): (consultation: string, seq: number) => Promise<Consultation | undefined> {
  const store = new ConsultationStore(options.database);
  return async (id, seq) => {
    const events = await store.events(id);
    const engine = events && (await options.engines.of(events.knowledge));
    return engine && replay(engine, { begun: events.begun, inputs: events.inputs.slice(0, seq) });
  };
}
