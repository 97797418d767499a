interface Kept {
  readonly from: readonly unknown[];
  readonly value: unknown;
}

/**
 * What compiling worked out, kept so that the next time only what changed is worked out again.
 *
 * A value is found again only when everything it was made from is the same, texts by their characters; so compiling
 * gives the same with a memory as without one, and merely sooner. One memory serves one folder, compiled again and
 * again; what a run does not use is forgotten with the next.
 *
 * @example
 * const memory = new CompileMemory();
 * compileKnowledge(files, { memory });
 * compileKnowledge(new Map([...files, ['items/identity/card.yaml', edited]]), { memory });
 */
export class CompileMemory {
  #kept = new Map<string, Kept>();
  #before = new Map<string, Kept>();

  /** Begins a run: what the run before the last one alone has used is forgotten. */
  begin(): void {
    this.#before = this.#kept;
    this.#kept = new Map();
  }

  /** The value of this name made from exactly this before, or a new one. The value may not be changed afterwards. */
  recall<T>(name: string, from: readonly unknown[], make: () => T): T {
    const kept = this.#before.get(name);
    const isSame = kept?.from.length === from.length && from.every((part, index) => part === kept.from[index]);
    const entry = isSame ? kept : { from, value: make() };
    this.#kept.set(name, entry);
    return entry.value as T;
  }
}
