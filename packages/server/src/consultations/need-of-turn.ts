import type { Consultation, Input } from '@onetrip/engine';
import type { EngineNeed } from '../knowledge/engines.ts';

/** What an engine has to hold so that it can take this input, or without one, say how the consultation stands. */
export function needOfTurn(consultation: Consultation, input?: Input): EngineNeed {
  const { knowledge: version, trip, offered = [], lacks } = consultation;
  const need: EngineNeed = { version, items: [...trip, ...offered], materials: lacks };
  switch (input?.kind) {
    case 'say':
      return { ...need, message: input.text, isDuringTrip: trip.length > 0 };
    case 'choose':
      return { ...need, items: [...need.items, ...input.items] };
    case 'add':
      return { ...need, items: [...need.items, input.item] };
    case 'lack':
    case 'have':
      return { ...need, materials: [...lacks, input.material] };
    default:
      return need;
  }
}
