import { randomBytes } from 'node:crypto';
import type { Database } from '../storage/database.ts';

const NAME = 'opening-key';
const KEY_BYTES = 32;

/** Gives the key that seals openings: one for all processes on a database, made by the first of them. */
export class OpeningKey {
  readonly #database: Database;
  #known: Buffer | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(): Promise<Buffer> {
    this.#known ??= (await this.#read()) ?? (await this.#make());
    return this.#known;
  }

  async #read(): Promise<Buffer | undefined> {
    const { reader } = this.#database;
    const row = await reader.selectFrom('settings').select('value').where('name', '=', NAME).executeTakeFirst();
    return row && Buffer.from(row.value, 'base64url');
  }

  async #make(): Promise<Buffer> {
    const value = randomBytes(KEY_BYTES).toString('base64url');
    const statement = this.#database.reader
      .insertInto('settings')
      .values({ name: NAME, value })
      .onConflict((conflict) => conflict.doNothing())
      .compile();
    await this.#database.append(statement);
    // Another process may have been first.
    return (await this.#read()) ?? Buffer.from(value, 'base64url');
  }
}
