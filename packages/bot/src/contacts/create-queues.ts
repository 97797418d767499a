/** Work in strict order per contact, while contacts do not wait for each other. */
export interface Queues {
  /** Runs after all earlier work of this contact; the promise settles as the task does. */
  run(contact: string, task: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is under way any more; what comes meanwhile is waited for as well. */
  settled(): Promise<void>;
  /** How many contacts have work that is not done. */
  readonly size: number;
}

/** Opens empty queues. A task that fails takes nothing with it: the next one of the same contact still runs. */
export function createQueues(): Queues {
  const tails = new Map<string, Promise<void>>();
  return {
    run(contact, task) {
      const before = tails.get(contact) ?? Promise.resolve();
      const done = before.then(task);
      const tail = done.then(
        () => forget(contact),
        () => forget(contact),
      );
      function forget(key: string): void {
        if (tails.get(key) === tail) tails.delete(key);
      }
      tails.set(contact, tail);
      return done;
    },
    async settled() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
    get size() {
      return tails.size;
    },
  };
}
