import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePorts } from './free-ports.ts';

/** A PostgreSQL of this machine's own installation, with all the commands that come along. */
export interface InstalledPostgres {
  /** The folder of pg_dump, pg_restore, createdb and psql. */
  readonly bin: string;
  /** The database `postgres`, as a user who may do everything. */
  readonly adminUrl: string;
  end(): void;
}

/** Where Debian puts each version. */
const DEBIAN = '/usr/lib/postgresql';

/** The commands of the newest PostgreSQL that is installed whole; undefined where none is. */
export function findInstalledPostgres(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const onPath = (process.env['PATH'] ?? '').split(':');
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...onPath];
  return folders.find((folder) => ['initdb', 'pg_ctl', 'pg_dump'].every((name) => existsSync(join(folder, name))));
}

/** Starts it on a free port, in a folder of its own. */
export async function startInstalledPostgres(bin: string): Promise<InstalledPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-dump-'));
  const data = join(folder, 'data');
  const [port = 0] = await freePorts(1);
  const owner = ownerOf(folder);
  const run = (command: string, ...words: string[]): void => {
    execFileSync(join(bin, command), words, { ...owner, cwd: folder, stdio: 'ignore' });
  };
  run('initdb', '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', `--pgdata=${data}`);
  const flags = `-p ${String(port)} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
  run('pg_ctl', 'start', '--wait', `--pgdata=${data}`, `--log=${join(folder, 'log')}`, `--options=${flags}`);
  return {
    bin,
    adminUrl: `postgres://postgres@127.0.0.1:${String(port)}/postgres`,
    end: () => {
      run('pg_ctl', 'stop', '--wait', '--mode=immediate', `--pgdata=${data}`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function ownerOf(folder: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const owner = { uid: idOf('-u'), gid: idOf('-g') };
  chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
  return owner;
}

/** What a line of a shell printed, and how it ended; run with the commands of this installation first. */
export function runLine(line: string, { bin }: InstalledPostgres, env: Readonly<Record<string, string>>, cwd: string) {
  const PATH = [bin, dirname(process.execPath), process.env['PATH']].join(':');
  const ran = spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8', env: { ...process.env, ...env, PATH } });
  return { code: ran.status, said: ran.stdout + ran.stderr };
}
