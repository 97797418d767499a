import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult, Transaction } from 'kysely';
import pg from 'pg';
import type { Database, Statement } from '../database.ts';
import { StorageError } from '../storage-error.ts';
import type { Tables } from '../tables.ts';
import { postgresFault } from './postgres-fault.ts';

/** How a PostgreSQL database is used. */
export interface PostgresOptions {
  /** Connections of this process. Default: 16. */
  readonly mostConnections?: number;
  /** Requests that may wait for a connection; one more is refused as `storage-busy`. Default: 2,000. */
  readonly mostWaiting?: number;
}

/** Tries of a write that lost a race against another one. */
const TRIES = 5;

/** Milliseconds to wait for a connection, and for an answer. */
const PATIENCE = 5000;

/** Numbers of PostgreSQL's eight-byte integers arrive as text unless told; ours are times and counts, all exact. */
const INT8: number = pg.types.builtins.INT8;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (Number(oid) === INT8 ? Number : (pg.types.getTypeParser(oid, format) as Parser)),
};

type Parser = (value: string) => unknown;

/** Keeps everything in PostgreSQL, behind any number of server processes. */
export class PostgresDatabase implements Database {
  readonly kind = 'postgres';
  readonly reader: Kysely<Tables>;
  readonly #pool: pg.Pool;
  readonly #mostWaiting: number;
  readonly #names = new Map<string, string>();

  constructor(url: string, options: PostgresOptions = {}) {
    this.#mostWaiting = options.mostWaiting ?? 2000;
    this.#pool = new pg.Pool({
      connectionString: url,
      max: options.mostConnections ?? 16,
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      types,
      // An answer must not be sent before the row is on the disk.
      options: '-c synchronous_commit=on',
    });
    // A connection that breaks while nobody uses it is replaced by the next request.
    this.#pool.on('error', () => undefined);
    // One that breaks between two statements tells so here first; unheard, that would end the process. The next
    // statement fails, and whoever sent it is told.
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
    this.reader = new Kysely({ dialect: new PostgresDialect({ pool: guardedPool(this.#pool) }) });
  }

  async write<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        this.#refuseWhenFull();
        return await this.reader.transaction().execute(work);
      } catch (error) {
        const lostRace = error instanceof StorageError && error.code === 'storage-busy' && error.cause !== undefined;
        if (!lostRace || tried === TRIES) throw error;
      }
    }
  }

  async append(first: Statement, ...others: readonly Statement[]): Promise<number> {
    this.#refuseWhenFull();
    try {
      if (others.length === 0) return await this.#run(this.#pool, first);
      return await this.#runTogether(first, others);
    } catch (error) {
      throw postgresFault(error);
    }
  }

  get waiting(): number {
    return this.#pool.waitingCount;
  }

  async check(): Promise<void> {
    await this.write((transaction) =>
      sql`insert into settings (name, value) values ('checked', '') on conflict (name) do update set value = ''`.execute(
        transaction,
      ),
    );
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #runTogether(first: Statement, others: readonly Statement[]): Promise<number> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const changed = await this.#run(client, first);
      if (changed > 0) for (const other of others) await this.#run(client, other);
      await client.query('commit');
      return changed;
    } catch (error) {
      broken = await rollBack(client);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async #run(on: pg.Pool | pg.PoolClient, { sql: text, parameters }: Statement): Promise<number> {
    const { rowCount } = await on.query({ name: this.#nameOf(text), text, values: [...parameters] });
    return rowCount ?? 0;
  }

  /** A named statement is planned once for each connection. */
  #nameOf(text: string): string {
    const known = this.#names.get(text);
    if (known) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    this.#names.set(text, name);
    return name;
  }

  #refuseWhenFull(): void {
    if (this.waiting >= this.#mostWaiting) throw new StorageError('storage-busy');
  }
}

async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    // Not to be used again.
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The pool as Kysely drives it, with its errors made ours. */
function guardedPool(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => new GuardedClient(await pool.connect().catch(failToConnect)),
    end: () => pool.end(),
  };
}

class GuardedClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    what: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof what !== 'string') throw new TypeError('Cursors are not used here.');
    return this.#client.query(what, [...values]).catch(rethrow) as Promise<PostgresQueryResult<R>>;
  }

  release(): void {
    this.#client.release();
  }
}

/** Whatever keeps it from connecting, a certificate or a missing password, is no fault of ours. */
function failToConnect(error: unknown): never {
  const fault = postgresFault(error);
  throw fault instanceof StorageError ? fault : new StorageError('storage-failed', error);
}

function rethrow(error: unknown): never {
  throw postgresFault(error);
}
