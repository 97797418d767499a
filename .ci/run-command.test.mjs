import { expect, test } from 'vitest';
import { runCommand } from './run-command.mjs';

const node = (script) => [process.execPath, '-e', script];

test('a quiet command keeps its output, both streams, for whoever has to read it', async () => {
  const done = await runCommand(node("console.log('one'); console.error('two')"), { quiet: true });
  expect(done).toMatchObject({ ok: true, code: 0, why: '' });
  expect(done.output.split('\n').sort()).toEqual(['', 'one', 'two']);
});

test('a command that ends badly says with which code', async () => {
  expect(await runCommand(node('process.exit(3)'), { quiet: true })).toMatchObject({ ok: false, why: 'exit code 3' });
});

test('a command that is killed is a failure', async () => {
  const done = await runCommand(node("process.kill(process.pid, 'SIGKILL')"), { quiet: true });
  expect(done).toMatchObject({ ok: false, why: 'ended by SIGKILL' });
});

test('a program that is not there is a failure, not a crash', async () => {
  expect(await runCommand(['no-such-program-here'], { quiet: true })).toMatchObject({ ok: false, code: 127 });
});

test('a command that never ends is ended, with the child that holds its output open', async () => {
  const child =
    "require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })";
  const done = await runCommand(node(`${child}; setInterval(() => {}, 1000)`), { quiet: true, minutes: 0.02 });
  expect(done).toMatchObject({ ok: false, why: 'stopped after 0.02 minutes' });
});
