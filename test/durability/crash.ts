import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from '@onetrip/engine';
import { quickCheck } from '@onetrip/server/test-support';
import { createRandom } from '../bench/random-item.ts';
import type { Audit } from './audit.ts';
import { auditTalks, auditTurns, withDatabase } from './audit.ts';
import type { Acknowledged, Talk, World } from './citizen.ts';
import { sendAgain, talk } from './citizen.ts';
import { Gate } from './gate.ts';
import { startServer } from './server-process.ts';

/** How often, under how much, and what comes of it. */
export interface CrashOptions {
  readonly kills: number;
  /** Citizens who talk at the same time. */
  readonly citizens: number;
  /** Turns acknowledged before each kill: as many at most, drawn anew each time. */
  readonly mostTurns: number;
  readonly seed: number;
  /** Is told after each kill. */
  readonly progress?: (kill: number) => void;
}

/** What a thousand power cuts did. */
export interface CrashFigures extends Audit {
  readonly kills: number;
  readonly talks: number;
  readonly turns: number;
  /** Milliseconds from the start of a process to its first answer, one for each kill. */
  readonly ready: readonly number[];
  /** What `quick_check` found in the end. */
  readonly file: string;
}

/**
 * Kills a server again and again, with `kill -9`, while citizens talk to it and send again what was not answered.
 * After each kill, every turn acknowledged since the one before is looked up in the file and sent once more.
 */
export async function crash(engine: Engine, options: CrashOptions): Promise<CrashFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-crash-'));
  const file = join(folder, 'onetrip.db');
  try {
    return await new CrashRun(engine, file, options).run();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

class CrashRun {
  readonly #engine: Engine;
  readonly #file: string;
  readonly #options: CrashOptions;
  readonly #random: () => number;
  readonly #gate = new Gate();
  readonly #talks: Talk[] = [];
  readonly #ready: number[] = [];
  readonly #found: Audit = { lost: 0, doubled: 0, changed: 0, receipts: 0, different: 0 };
  #since: Acknowledged[] = [];
  #turns = 0;
  #over = false;

  constructor(engine: Engine, file: string, options: CrashOptions) {
    this.#engine = engine;
    this.#file = file;
    this.#options = options;
    this.#random = createRandom(options.seed);
  }

  async run(): Promise<CrashFigures> {
    const { kills, citizens, mostTurns, progress } = this.#options;
    const talking = Promise.all(Array.from({ length: citizens }, (_, index) => this.#talkOn(index)));
    const failed = new Promise<never>((_, fail) => void talking.catch(fail));
    failed.catch(() => undefined);
    let server = await this.#start();
    for (let kill = 1; kill <= kills; kill += 1) {
      this.#gate.open(server.address);
      const enough = this.#turns + this.#random() * mostTurns;
      while (this.#turns < enough) await Promise.race([failed, pause(1)]);
      this.#gate.close();
      await server.kill();
      server = await this.#start();
      this.#ready.push(server.readyMillis);
      await this.#lookUp();
      await this.#sendAgain(server.address);
      progress?.(kill);
    }
    this.#over = true;
    this.#gate.open(server.address);
    await talking;
    await server.stop();
    await this.#auditAll();
    const file = quickCheck(this.#file);
    return { ...this.#found, kills, talks: this.#talks.length, turns: this.#turns, ready: this.#ready, file };
  }

  #start() {
    return startServer({ env: { DATABASE: this.#file } });
  }

  async #talkOn(citizen: number): Promise<void> {
    const { items } = this.#engine.knowledge;
    const world = this.#world(createRandom(this.#options.seed + citizen));
    while (!this.#over) {
      const item = items[Math.floor(world.random() * items.length)];
      this.#talks.push(await talk(world, item?.title ?? ''));
    }
  }

  #world(random: () => number): World {
    return {
      address: () => this.#gate.pass(),
      random,
      acknowledged: (turn) => {
        this.#since.push(turn);
        this.#turns += 1;
      },
      refused: () => undefined,
      changed: () => {
        this.#found.changed += 1;
      },
    };
  }

  /** Before anybody sends anything again, which would put back what was lost. */
  async #lookUp(): Promise<void> {
    const found = await withDatabase(this.#file, (database) => auditTurns(database, this.#since));
    this.#found.lost += found.lost;
    this.#found.changed += found.changed;
  }

  /** While the others still wait, so that there are no more of these from kill to kill. */
  async #sendAgain(address: string): Promise<void> {
    const world: World = { ...this.#world(this.#random), address: () => Promise.resolve(address) };
    await Promise.all(this.#since.splice(0).map((turn) => sendAgain(world, turn)));
  }

  async #auditAll(): Promise<void> {
    const found = await withDatabase(this.#file, (database) => auditTalks(database, this.#engine, this.#talks));
    this.#found.lost += found.lost;
    this.#found.doubled += found.doubled;
    this.#found.changed += found.changed;
    this.#found.receipts += found.receipts;
    this.#found.different += found.different;
  }
}
