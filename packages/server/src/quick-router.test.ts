import { expect, test } from 'vitest';
import { createServer } from './app.ts';
import { testClock } from './test-support/test-clock.ts';
import { realEngine } from './test-support/real-engine.ts';
import { temporaryDatabase } from './test-support/temporary-database.ts';

test('all paths together are served by the quick router, not by the one that takes any path', async () => {
  const database = await temporaryDatabase();
  const { app } = createServer({ engine: realEngine(), database, clock: testClock(), publicUrl: 'https://a.example' });
  await app.request('/healthz');
  expect(app.router.name).toBe('SmartRouter + RegExpRouter');
  await database.close();
});
