import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePorts } from '@onetrip/server/test-support';
import { repository } from '../support/paths.ts';

/** The reverse proxy as it is delivered in deploy/, in a process of its own. */
export interface ReverseProxy {
  readonly address: string;
  /** What it has written down so far. */
  log(): string;
  end(): Promise<void>;
}

/** Whether this machine has nginx. */
export function hasReverseProxy(): boolean {
  return spawnSync('nginx', ['-v']).status === 0;
}

/**
 * Starts nginx with deploy/nginx.conf in front of three servers. Only places are changed in it: names to ports of this
 * machine, the certificate to one made for the occasion.
 *
 * @param ports of the three servers, in order
 */
export async function startReverseProxy(ports: readonly number[]): Promise<ReverseProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-proxy-'));
  const [plain = 0, secure = 0] = await freePorts(2);
  writeFileSync(join(folder, 'site.conf'), siteOn(folder, { plain, secure, servers: ports }));
  writeFileSync(join(folder, 'nginx.conf'), mainConfiguration(folder));
  makeCertificate(join(folder, 'certs'));
  const log = (): string => readFileSync(join(folder, 'error.log'), 'utf8');
  writeFileSync(join(folder, 'error.log'), '');
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], {
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  while (!(await answers(secure))) {
    if (child.exitCode !== null) throw new Error(`nginx does not start: ${log()}`);
    await pause(50);
  }
  return {
    address: `https://127.0.0.1:${String(secure)}`,
    log,
    end: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Places {
  readonly plain: number;
  readonly secure: number;
  readonly servers: readonly number[];
}

function siteOn(folder: string, { plain, secure, servers }: Places): string {
  const moves: readonly (readonly [string, string])[] = [
    ...servers.map((port, index) => [`server-${String(index + 1)}:8787`, `127.0.0.1:${String(port)}`] as const),
    ['listen 80;', `listen 127.0.0.1:${String(plain)};`],
    ['listen 443 ssl;', `listen 127.0.0.1:${String(secure)} ssl;`],
    // The test reads which servers nginx met away.
    ['  error_log stderr crit;\n', ''],
    // Debian 12 has an nginx that says this in another way.
    ['  http2 on;\n', ''],
    ['/etc/nginx/certs/', `${join(folder, 'certs')}/`],
  ];
  return moves.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`deploy/nginx.conf does not say “${from}” any more.`);
      return text.replaceAll(from, to);
    },
    readFileSync(join(repository, 'deploy', 'nginx.conf'), 'utf8'),
  );
}

function mainConfiguration(folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return [
    'daemon off;',
    `pid ${join(folder, 'nginx.pid')};`,
    'events { worker_connections 1024; }',
    'http {',
    ...temporary.map((name) => `  ${name}_temp_path ${join(folder, name)};`),
    `  include ${join(folder, 'site.conf')};`,
    '}',
    '',
  ].join('\n');
}

function makeCertificate(folder: string): void {
  mkdirSync(folder);
  const files = ['-keyout', join(folder, 'site.key'), '-out', join(folder, 'site.pem')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', ...kind, '-subj', '/CN=127.0.0.1', ...files], { stdio: 'ignore' });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
