// Checks the Dockerfile on a machine without Docker: copies what its last stage copies from a built checkout into an
// empty folder, starts the same command with the same environment, asks by its own health check, and stops it.
// It builds no image: the packages and the Node are this machine's, and nothing is read-only.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const lines = readFileSync(join(root, 'Dockerfile'), 'utf8')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n');
const folder = mkdtempSync(join(tmpdir(), 'onetrip-image-'));
const app = join(folder, 'app');

for (const line of lines) {
  const [, from, to] = /^COPY --from=build \/app\/(\S+) (\S+)$/.exec(line) ?? [];
  // Links stay links, as COPY leaves them.
  if (from !== undefined) cpSync(join(root, from), join(app, to), { recursive: true, verbatimSymlinks: true });
}
const environment = lines
  .flatMap((line) => (line.startsWith('ENV ') ? line.slice(4).split(' ') : []))
  .map((pair) => pair.split('='));
const command = JSON.parse(lines.find((line) => line.startsWith('CMD ')).slice(4));
const check = JSON.parse(/^HEALTHCHECK .* ?CMD (?<words>\[.*\])$/m.exec(lines.join('\n')).groups.words);

const port = await freePort();
const env = {
  PATH: process.env.PATH,
  ...Object.fromEntries(environment),
  PORT: String(port),
  HOST: '127.0.0.1',
  DATABASE: join(folder, 'data', 'onetrip.db'),
};
const child = spawn(command[0], command.slice(1), { cwd: app, stdio: 'inherit', env });
const ended = once(child, 'exit');
try {
  await untilHealthy();
  child.kill('SIGTERM');
  const [code] = await ended;
  if (code !== 0) throw new Error(`It ended with ${code}.`);
  console.log('What goes into the image starts, is healthy and stops.');
} finally {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

async function untilHealthy() {
  for (let tried = 0; tried < 100; tried += 1) {
    if (spawnSync(check[0], check.slice(1), { cwd: app, env, timeout: 3000 }).status === 0) return;
    if (child.exitCode !== null) break;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('It does not become healthy.');
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address();
  server.close();
  return free;
}
