import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** How dear one guess is. `p` runs of 128 · 2^`ln` · `r` bytes each. */
export interface ScryptCost {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP's advice for scrypt with 32 MiB: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html. */
const COST: ScryptCost = { ln: 15, r: 8, p: 3 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const STORED = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]{22})\$([\w-]{43})$/;

/** More at once would take the memory and the threads that everything else needs. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 40;

/** Hashes passwords and compares them, a few at a time. */
export class Passwords {
  readonly #cost: ScryptCost;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** @param cost of new passwords; stored ones carry their own */
  constructor(cost: ScryptCost = COST) {
    this.#cost = cost;
  }

  /** Whether so many wait that one more would only wait longer. */
  get isBusy(): boolean {
    return this.#waiting.length >= MOST_WAITING;
  }

  /** What to store: `$scrypt$ln=15,r=8,p=3$salt$key`. */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const key = await this.#derive(password, salt, this.#cost);
    const { ln, r, p } = this.#cost;
    const cost = `ln=${String(ln)},r=${String(r)},p=${String(p)}`;
    return `$scrypt$${cost}$${salt.toString('base64url')}$${key.toString('base64url')}`;
  }

  /** Whether it is the stored one. Takes as long where none is stored, so that nobody learns which names exist. */
  async matches(password: string, stored: string | null): Promise<boolean> {
    const [, ln, r, p, salt, expected] = STORED.exec(stored ?? '') ?? [];
    if (salt === undefined || expected === undefined) {
      await this.#derive(password, Buffer.alloc(SALT_BYTES), this.#cost);
      return false;
    }
    const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
    const key = await this.#derive(password, Buffer.from(salt, 'base64url'), cost);
    return timingSafeEqual(key, Buffer.from(expected, 'base64url'));
  }

  async #derive(password: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
    while (this.#running >= MOST_AT_ONCE) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
    this.#running += 1;
    try {
      return await derive(password, salt, cost);
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }
}

function derive(password: string, salt: Buffer, { ln, r, p }: ScryptCost): Promise<Buffer> {
  const N = 2 ** ln;
  const options = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    // A Chinese keyboard may have left the digits at full width.
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
