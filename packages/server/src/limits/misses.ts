import type { Clock } from '../clock.ts';
import { sha256 } from '../sha256.ts';
import type { Database } from '../storage/database.ts';
import type { MissScope } from './miss-rules.ts';
import { MISS_RULES } from './miss-rules.ts';

/**
 * Counts wrong guesses over all server processes, and says when it is enough.
 *
 * What is counted is kept as a hash: a person may have typed their password where the name belongs.
 */
export class Misses {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor({ database, clock }: { readonly database: Database; readonly clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Whether there were too many misses of late. */
  async locked(scope: MissScope, key: string): Promise<boolean> {
    return (await this.#count(scope, key)) >= MISS_RULES[scope].most;
  }

  /** Counts one miss. */
  async miss(scope: MissScope, key: string): Promise<void> {
    const row = { scope, key: sha256(key), at: this.#clock.now() };
    await this.#database.append(this.#database.reader.insertInto('misses').values(row).compile());
  }

  /**
   * Counts a try as a miss beforehand, and says whether it may be made; `forget` it when it succeeds.
   *
   * So a thousand tries at the same moment are not let through because none of them has missed yet.
   */
  async mayTry(scope: MissScope, key: string): Promise<boolean> {
    // Who is locked out adds nothing, or the lock would never open for a person who keeps trying.
    if (await this.locked(scope, key)) return false;
    await this.miss(scope, key);
    return (await this.#count(scope, key)) <= MISS_RULES[scope].most;
  }

  /** Forgets all misses of one key: it has proved to be who it says. */
  async forget(scope: MissScope, key: string): Promise<void> {
    const { reader } = this.#database;
    const forgetting = reader.deleteFrom('misses').where('scope', '=', scope).where('key', '=', sha256(key));
    await this.#database.append(forgetting.compile());
  }

  /** Deletes what no rule looks at any more; to be called now and then. */
  async sweep(): Promise<void> {
    const longest = Math.max(...Object.values(MISS_RULES).map(({ within }) => within));
    const { reader } = this.#database;
    await this.#database.append(
      reader
        .deleteFrom('misses')
        .where('at', '<=', this.#clock.now() - longest)
        .compile(),
    );
  }

  async #count(scope: MissScope, key: string): Promise<number> {
    const { within } = MISS_RULES[scope];
    const { count } = await this.#database.reader
      .selectFrom('misses')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('scope', '=', scope)
      .where('key', '=', sha256(key))
      .where('at', '>', this.#clock.now() - within)
      .executeTakeFirstOrThrow();
    return Number(count);
  }
}
