import { expect, test } from 'vitest';
import { OneAtATime } from './one-at-a-time.ts';

const aMoment = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('tasks of one key run in the order they came, never two at once', async () => {
  const queue = new OneAtATime();
  const seen: string[] = [];
  const task = (name: string) => async () => {
    seen.push(`${name} begins`);
    await aMoment();
    seen.push(`${name} ends`);
  };
  await Promise.all([queue.run('k', task('a')), queue.run('k', task('b')), queue.run('k', task('c'))]);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

test('another key does not wait', async () => {
  const queue = new OneAtATime();
  let release = (): void => undefined;
  const held = queue.run('a', () => new Promise<void>((resolve) => (release = resolve)));
  expect(await queue.run('b', () => Promise.resolve('done'))).toBe('done');
  release();
  await held;
});

test('a task that fails tells its own caller only, and no key is remembered', async () => {
  const queue = new OneAtATime();
  const failed = queue.run('k', () => Promise.reject(new Error('mine')));
  const next = queue.run('k', () => Promise.resolve('fine'));
  await expect(failed).rejects.toThrow('mine');
  expect(await next).toBe('fine');
  expect(queue.size).toBe(0);
});
