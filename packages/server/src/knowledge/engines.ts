import type { Engine } from '@onetrip/engine';

/** The engines of a server: one over today's knowledge, and older ones for consultations that began under theirs. */
export interface Engines {
  /** New consultations begin with this one. */
  readonly current: Engine;
  /** The engine over one knowledge version, or undefined when nobody has that version any more. */
  of(version: string): Engine | undefined | Promise<Engine | undefined>;
}

/** The engines of a server whose knowledge never changes. */
export function oneEngine(engine: Engine): Engines {
  return { current: engine, of: (version) => (version === engine.knowledge.version ? engine : undefined) };
}
