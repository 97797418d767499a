import type { BeginOptions, Consultation } from '@onetrip/engine';
import type { Engines } from '../knowledge/engines.ts';
import { engineHolding } from '../knowledge/engines.ts';
import type { Events } from './consultation-store.ts';
import { needOfTurn } from './need-of-turn.ts';

/** The consultation that an opening and inputs lead to; undefined when its knowledge is gone. */
export async function replay(engines: Engines, events: Events): Promise<Consultation | undefined> {
  const begin = JSON.parse(events.begun) as BeginOptions;
  const opening = await engineHolding(engines, { version: events.knowledge, items: begin.items ?? [] });
  if (!opening) return undefined;
  let { consultation } = opening.begin(begin);
  for (const input of events.inputs) {
    const engine = engines.holding ? await engines.holding(needOfTurn(consultation, input)) : opening;
    if (!engine) return undefined;
    ({ consultation } = engine.takeTurn(consultation, input));
  }
  return consultation;
}
