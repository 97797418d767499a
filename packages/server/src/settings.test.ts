import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SETTING_TABLE } from './operation/settings/setting-table.ts';
import { readSettings } from './settings.ts';
import type { SettingFault, Settings } from './settings.ts';
import { serveText } from './text/serve-text.ts';

const PLACES = { KNOWLEDGE: 'dist/knowledge.json', DATABASE: 'data/onetrip.db' };

function settingsOf(environment: Record<string, string>): Settings {
  const read = readSettings(environment, PLACES);
  if ('faults' in read) throw new Error(read.faults.map(({ name }) => name).join());
  return read.settings;
}

function faultsOf(environment: Record<string, string>): readonly SettingFault[] {
  const read = readSettings(environment, PLACES);
  return 'faults' in read ? read.faults : [];
}

test('nothing set means this machine only, port 8787, and the files beside the program', () => {
  const expected = { port: 8787, host: '127.0.0.1', knowledge: 'dist/knowledge.json', origins: [], retentionDays: 180 };
  expect(settingsOf({})).toMatchObject({ ...expected, databaseFile: 'data/onetrip.db', databaseUrl: undefined });
  const empty = Object.fromEntries(Object.values(SETTING_TABLE).map(({ name }) => [name, ' ']));
  expect(settingsOf(empty)).toEqual(settingsOf({}));
});

test('what is set is taken', () => {
  const settings = settingsOf({
    PORT: '80',
    HOST: '0.0.0.0',
    KNOWLEDGE: 'k.json',
    ORIGINS: 'https://a.gov.cn, http://localhost:3000',
    TRUSTED_PROXIES: '10.0.0.0/8,fd00::1',
    CHANNEL_KEYS: 'phone:abcdefghijklmnopqrstuvwx',
    DATABASE_URL: 'postgres://u:p@db/onetrip',
  });
  expect(settings).toMatchObject({ port: 80, host: '0.0.0.0', knowledge: 'k.json' });
  expect(settings.origins).toEqual(['https://a.gov.cn', 'http://localhost:3000']);
  expect(settings.trustedProxies).toEqual(['10.0.0.0/8', 'fd00::1']);
  expect(settings.channelKeys.get('abcdefghijklmnopqrstuvwx')).toBe('phone');
  expect(settings.databaseUrl).toBe('postgres://u:p@db/onetrip');
});

test.each([
  ['PORT', 'http'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['ORIGINS', '*'],
  ['ORIGINS', 'https://b.gov.cn,https://a.gov.cn/'],
  ['ORIGINS', 'HTTPS://A.GOV.CN'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '10.0.0'],
  ['TRUSTED_PROXIES', 'fd00::/8/8'],
  ['PUBLIC_URL', 'banshi.example.gov.cn'],
  ['PUBLIC_URL', 'https://banshi.example.gov.cn/'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['RETENTION_DAYS', '0'],
  ['LOG_LEVEL', 'loud'],
  ['KNOWLEDGE_KEY', 'MCowBQYDK2VwAyEA'],
  ['WEBHOOK_ALLOW', 'intranet'],
])('%s=%s is refused and quoted', (name, value) => {
  expect(faultsOf({ [name]: value })).toMatchObject([{ name, value }]);
});

test.each([
  ['DATABASE_URL', 'mysql://root:secret@db/x'],
  ['METRICS_TOKEN', 'secret'],
  ['CHANNEL_KEYS', 'phone:secret'],
  ['WEBHOOK_SECRET', 'whsec_secret'],
  ['WEBHOOK_SECRET', `secret${'a'.repeat(40)}`],
])('%s is refused without a word of what was written', (name, value) => {
  const faults = faultsOf({ [name]: value });
  expect(faults).toMatchObject([{ name, value: '' }]);
  expect(serveText.unusableSettings(faults)).not.toContain('secret');
});

test('all faults are told at once, each with what to do in both languages', () => {
  const faults = faultsOf({ PORT: 'http', ORIGINS: '*', LOG_LEVEL: 'loud' });
  const told = serveText.unusableSettings(faults);
  expect(faults.map(({ name }) => name)).toEqual(['PORT', 'ORIGINS', 'LOG_LEVEL']);
  expect(told).toContain('PORT 不能用：“http”。监听的端口。请写 0 到 65535 的数字。');
  expect(told).toContain('LOG_LEVEL cannot be used: "loud". How much is logged. Write debug,');
});

test('settings that exclude or need each other are refused together', () => {
  expect(faultsOf({ DATABASE: 'a.db', DATABASE_URL: 'postgres://db/x' })).toMatchObject([{ name: 'DATABASE' }]);
  const names = faultsOf({ OIDC_ISSUER: 'https://login.example.gov.cn', OIDC_CLIENT_ID: 'x' }).map(({ name }) => name);
  expect(names).toEqual(['OIDC_CLIENT_SECRET', 'PUBLIC_URL']);
  expect(faultsOf({ WEBHOOK_URL: 'https://ledger.example.gov.cn/hook' })).toMatchObject([{ name: 'WEBHOOK_SECRET' }]);
});

test('the summary shows what counts, and of a secret only whether it is set', () => {
  const read = readSettings({ PORT: '80', METRICS_TOKEN: 'abcdefghijklmnop' }, PLACES);
  const told = 'shown' in read ? serveText.settings(read.shown) : '';
  expect(told).toMatch(/^ {2}PORT +80$/m);
  expect(told).toMatch(/^ {2}METRICS_TOKEN +（已设置 set）$/m);
  expect(told).toMatch(/^ {2}DATABASE_URL +（未设置 not set）$/m);
  expect(told).not.toContain('abcdefghijklmnop');
});

test('every setting stands in docs/deploying.md', () => {
  const page = readFileSync(new URL('../../../docs/deploying.md', import.meta.url), 'utf8');
  const missing = Object.values(SETTING_TABLE).filter(({ name }) => !page.includes(`| \`${name}\` |`));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

test('a catalogue needs PostgreSQL, and cannot check signatures while it serves', () => {
  expect(faultsOf({ CATALOGUE: 'demo-city' })).toMatchObject([{ name: 'DATABASE_URL' }]);
  const key = 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=';
  const served = { CATALOGUE: 'demo-city', DATABASE_URL: 'postgres://db/x' };
  expect(faultsOf({ ...served, KNOWLEDGE_KEY: key })).toMatchObject([{ name: 'KNOWLEDGE_KEY' }]);
  expect(settingsOf(served)).toMatchObject({ catalogue: 'demo-city' });
});
