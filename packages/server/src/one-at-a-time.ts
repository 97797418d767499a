/**
 * Runs the tasks of one key one after another, in the order they came; other keys do not wait.
 *
 * A task that fails does not hold up the next. A key with nothing left to do is forgotten.
 */
export class OneAtATime {
  readonly #last = new Map<string, Promise<unknown>>();

  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key);
    const mine = before ? before.then(task, task) : task();
    this.#last.set(key, mine);
    const leave = (): void => {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  }

  /** Keys with a task running or waiting. */
  get size(): number {
    return this.#last.size;
  }
}
