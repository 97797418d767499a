import { describe, expect, it } from 'vitest';
import { createQueues } from './create-queues.ts';

/** A promise that the test settles by hand. */
function openGate(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

describe('createQueues', () => {
  it('keeps the order of one contact although an earlier task is slower', async () => {
    const queues = createQueues();
    const gate = openGate();
    const done: string[] = [];
    const first = queues.run('a', async () => {
      await gate.passed;
      done.push('first');
    });
    const second = queues.run('a', () => Promise.resolve(void done.push('second')));
    gate.open();
    await Promise.all([first, second]);
    expect(done).toEqual(['first', 'second']);
  });

  it('lets another contact pass one that waits', async () => {
    const queues = createQueues();
    const gate = openGate();
    const slow = queues.run('a', () => gate.passed);
    const done: string[] = [];
    await queues.run('b', () => Promise.resolve(void done.push('b')));
    expect(done).toEqual(['b']);
    gate.open();
    await slow;
  });

  it('runs the next task of a contact whose last one failed, and reports the failure to its caller alone', async () => {
    const queues = createQueues();
    const failing = queues.run('a', () => Promise.reject(new Error('no network')));
    const done: string[] = [];
    const next = queues.run('a', () => Promise.resolve(void done.push('next')));
    await expect(failing).rejects.toThrow('no network');
    await next;
    expect(done).toEqual(['next']);
  });

  it('forgets a contact when its work is done', async () => {
    const queues = createQueues();
    void queues.run('a', () => Promise.resolve());
    void queues.run('b', () => Promise.resolve());
    expect(queues.size).toBe(2);
    await queues.settled();
    expect(queues.size).toBe(0);
  });
});
