import { expect, test } from 'vitest';
import { isSensitive } from './test-support/is-sensitive.ts';
import { realEngine } from './test-support/real-engine.ts';
import { temporaryDatabase } from './test-support/temporary-database.ts';
import { METRICS_TOKEN, wholeServer } from './test-support/whole-server.ts';

test('what somebody answers about their health or disability stands neither in the log nor in the figures', async () => {
  const { ids, send, lines } = await wholeServer(await temporaryDatabase());
  const sensitive = realEngine().knowledge.questions.filter(isSensitive);
  expect(sensitive.length).toBeGreaterThan(1);
  for (const { id: question, options } of sensitive) {
    for (const { value } of options) {
      const body = JSON.stringify({ turn: `${question}-${value}`, input: { kind: 'answer', question, value } });
      const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
      expect((await send(`/api/consultations/${ids.consultation}/turns`, init)).status).toBe(200);
    }
  }
  const figures = await send('/metrics', { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } });
  const told = lines.join('') + (await figures.text());
  expect(told).toContain('onetrip_turns_total');
  expect(sensitive.filter(({ id, name, ask }) => [id, name, ask].some((words) => told.includes(words)))).toEqual([]);
});
