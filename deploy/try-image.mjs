// Checks the Dockerfile on a machine without Docker: copies what its last stage copies from a built checkout into an
// empty folder, starts the same command with the same environment, asks whether it is ready, and stops it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const lines = readFileSync(join(root, 'Dockerfile'), 'utf8').split('\n');
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
const [program, ...words] = JSON.parse(lines.find((line) => line.startsWith('CMD ')).slice(4));

const port = await freePort();
const child = spawn(program, words, {
  cwd: app,
  stdio: 'inherit',
  env: {
    PATH: process.env.PATH,
    ...Object.fromEntries(environment),
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE: join(folder, 'data', 'onetrip.db'),
  },
});
const ended = once(child, 'exit');
try {
  await untilReady();
  child.kill('SIGTERM');
  const [code] = await ended;
  if (code !== 0) throw new Error(`It ended with ${code}.`);
  console.log('The image starts, is ready and stops.');
} finally {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

async function untilReady() {
  for (let tried = 0; tried < 300; tried += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    if (child.exitCode !== null) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('It does not become ready.');
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address();
  server.close();
  return free;
}
