import type { Engine, Knowledge } from '@onetrip/engine';

/** The engines of a server: one over today's knowledge, and older ones for consultations that began under theirs. */
export interface Engines {
  /** New consultations begin with this one. Over a catalogue, it holds only the items shown first. */
  readonly current: Engine;
  /** The engine over one knowledge version, or undefined when nobody has that version any more. */
  of(version: string): Engine | undefined | Promise<Engine | undefined>;
  /**
   * Over a catalogue that is larger than memory: an engine that holds what is needed, or undefined when nobody has that
   * version any more. Absent where every engine holds everything.
   */
  holding?(need: EngineNeed): Promise<Engine | undefined>;
}

/** What an engine has to hold so that it answers as one that holds everything. */
export interface EngineNeed {
  /** Knowledge version; today's by default. */
  readonly version?: string;
  readonly items: readonly string[];
  readonly materials?: readonly string[];
  /** What somebody says; during a trip it only adds what it names. */
  readonly message?: string;
  /** A few typed words to find items by; empty for a list of all. */
  readonly query?: string;
  readonly isDuringTrip?: boolean;
}

/** The engines of a server whose knowledge never changes. */
export function oneEngine(engine: Engine): Engines {
  return { current: engine, of: (version) => (version === engine.knowledge.version ? engine : undefined) };
}

/** An engine that holds what is needed; at once, where one that holds everything is ready. */
export function engineHolding(engines: Engines, need: EngineNeed): Engine | undefined | Promise<Engine | undefined> {
  if (engines.holding) return engines.holding(need);
  return need.version === undefined ? engines.current : engines.of(need.version);
}

/** What a version says of some items; what today's says, where nobody has that version any more. */
export async function knowledgeHolding(engines: Engines, need: EngineNeed): Promise<Knowledge> {
  return ((await engineHolding(engines, need)) ?? engines.current).knowledge;
}
