import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { demandNode, giveUp, ROOT } from './house.mjs';
import { install } from './install.mjs';

const SERVER = join(ROOT, 'packages', 'server', 'dist', 'serve.js');

demandNode();
await install('serve');
await build();
serve();

/** Runs the server until it ends or is told to; its exit code is ours. It says itself where it answers. */
function serve() {
  const server = spawn(process.execPath, [SERVER], { cwd: ROOT, stdio: 'inherit' });
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  process.on('SIGHUP', () => server.kill('SIGTERM'));
  // Ctrl-C in a terminal reaches the server by itself; a second one would cut its farewell short.
  process.on('SIGINT', () => process.stdin.isTTY || server.kill('SIGINT'));
  stopWithNpm(() => server.kill('SIGTERM'));
  server.on('error', (error) => giveUp(`The server could not be started: ${error.message}`, 'Run npm start again.'));
  server.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
}

/** npm passes a signal on to its shell only, and some shells end without telling us: whoever adopts us then is not npm. */
function stopWithNpm(stop) {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 250);
  watch.unref();
}
