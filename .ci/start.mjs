import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { build } from './build.mjs';
import { demandNode, giveUp, ROOT } from './house.mjs';
import { install } from './install.mjs';

const SERVER = join(ROOT, 'packages', 'server', 'dist', 'serve.js');

demandNode();
const port = readPort(process.env.PORT ?? '8787');
await demandFreePort(port);
await install('serve');
await build();
await serve();

/** Runs the server until it ends or is told to; its exit code is ours. */
async function serve() {
  const server = spawn(process.execPath, [SERVER], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PORT: String(port) },
  });
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  process.on('SIGHUP', () => server.kill('SIGTERM'));
  // Ctrl-C in a terminal reaches the server by itself; a second one would cut its farewell short.
  process.on('SIGINT', () => process.stdin.isTTY || server.kill('SIGINT'));
  server.on('error', (error) => giveUp(`The server could not be started: ${error.message}`, 'Run npm start again.'));
  server.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
}

function readPort(text) {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  return giveUp(`PORT is “${text}”, which is no port.`, 'Give a number from 1 to 65535: PORT=8788 npm start');
}

/** Says at once that the port is taken, instead of after the build. */
function demandFreePort(number) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const reason = error.code === 'EADDRINUSE' ? 'is already in use' : `cannot be used (${error.code})`;
      giveUp(`Port ${number} ${reason}.`, `Stop what is using it, or choose another: PORT=${number + 1} npm start`);
    });
    probe.listen(number, () => probe.close(resolve));
  });
}
