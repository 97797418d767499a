import type { Consultation } from '@onetrip/engine';
import { describe, expect, test } from 'vitest';
import { testClock } from '../test-support/test-clock.ts';
import { MemoryStore } from './memory-store.ts';
import type { Opening, TurnEvent } from './store.ts';

const LATEST = { turns: [] } as unknown as Consultation;
const opening = (id: string): Opening => ({ id, begun: { today: '2026-11-22' }, reply: '{"kind":"choose"}' });
const event = (seq: number): TurnEvent => ({ seq, turn: `t${String(seq)}`, input: { kind: 'repeat' }, reply: '{}' });

describe('a memory store', () => {
  test('takes only the next turn of a consultation it has', async () => {
    const store = new MemoryStore({ clock: testClock() });
    await store.open(opening('a'), LATEST);
    expect(await store.append('a', event(2), LATEST)).toBe('overtaken');
    expect(await store.append('a', event(1), LATEST)).toBe('appended');
    expect(await store.append('a', event(1), LATEST)).toBe('overtaken');
    expect(await store.append('b', event(1), LATEST)).toBe('overtaken');
    expect((await store.read('a'))?.events).toEqual([event(1)]);
  });

  test('does not change what was read before', async () => {
    const store = new MemoryStore({ clock: testClock() });
    await store.open(opening('a'), LATEST);
    const before = await store.read('a');
    await store.append('a', event(1), LATEST);
    expect(before?.events).toEqual([]);
  });

  test('makes room again when consultations expire', async () => {
    const clock = testClock();
    const store = new MemoryStore({ clock, most: 2, idle: 1000 });
    await store.open(opening('a'), LATEST);
    clock.pass(600);
    await store.open(opening('b'), LATEST);
    expect(await store.open(opening('c'), LATEST)).toBe('full');
    clock.pass(400);
    expect(await store.open(opening('c'), LATEST)).toBe('opened');
    expect(await store.read('a')).toBeUndefined();
    expect(store.size).toBe(2);
  });

  test('forgets by the last turn and not by the order of opening', async () => {
    const clock = testClock();
    const store = new MemoryStore({ clock, idle: 1000 });
    await store.open(opening('old'), LATEST);
    await store.open(opening('new'), LATEST);
    clock.pass(900);
    await store.append('old', event(1), LATEST);
    clock.pass(100);
    expect(await store.read('old')).toBeDefined();
    expect(await store.read('new')).toBeUndefined();
  });

  test('keeps no more text than it may, and gets the room back', async () => {
    const clock = testClock();
    const reply = opening('a').reply;
    const store = new MemoryStore({ clock, idle: 1000, mostCharacters: reply.length + 3 });
    await store.open(opening('a'), LATEST);
    expect(await store.open(opening('b'), LATEST)).toBe('full');
    expect(await store.append('a', event(1), LATEST)).toBe('appended');
    expect(await store.append('a', event(2), LATEST)).toBe('full');
    clock.pass(1000);
    expect(await store.open(opening('b'), LATEST)).toBe('opened');
    expect(await store.append('b', event(1), LATEST)).toBe('appended');
  });
});
