import { createEngine } from '@onetrip/engine';
import type { Engine } from '@onetrip/engine';
import { inject } from 'vitest';

/** The engine over the delivered knowledge, which `build-once.ts` has compiled. */
export function demoEngine(): Engine {
  return createEngine(inject('knowledge'));
}
