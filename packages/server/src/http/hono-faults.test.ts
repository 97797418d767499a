import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const text = files
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .join('\n');

test('hono is at least 4.12.34, the first without the known faults', () => {
  const entry = createRequire(import.meta.url).resolve('hono');
  const manifest = readFileSync(join(dirname(entry), '..', '..', 'package.json'), 'utf8');
  const [major = 0, minor = 0, patch = 0] = (JSON.parse(manifest) as { version: string }).version
    .split('.')
    .map(Number);
  expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(4_012_034);
});

test.each([
  ['csrf', 'was passed by without a Content-Type (GHSA-2234-fmw7-43wr); ours is accounts/forged.ts'],
  ['body-limit', 'believed the announced length (GHSA-92vj-g62v-jqhh); ours counts bytes, http/read-body.ts'],
  ['jwt', 'let the token choose its algorithm (CVE-2026-22817, CVE-2026-22818); single sign-on is openid-client'],
  ['jwk', 'likewise'],
  ['bearer-auth', 'took any scheme (CVE-2026-47673)'],
  ['ip-restriction', 'read one IPv6 address as several (CVE-2026-47674); ours is limits/client-address.ts'],
])('hono/%s is not relied on: it %s', (name) => {
  expect(text).not.toMatch(new RegExp(`from 'hono/${name}'`));
});

test('an origin is never echoed together with leave to send cookies (CVE-2026-54290)', async () => {
  expect(text).not.toMatch(/credentials:\s*true/);
  const app = new Hono();
  app.use(cors({ origin: ['https://gov.cn'], credentials: true }));
  app.get('/', (c) => c.text('好'));
  const answer = await app.request('/', { headers: { Origin: 'https://evil.com' } });
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
});
