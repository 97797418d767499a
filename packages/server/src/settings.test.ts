import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test('nothing set means this machine only, port 8787, the knowledge beside the program', () => {
  const settings = { port: 8787, host: '127.0.0.1', knowledge: 'dist/knowledge.json', origins: [] };
  expect(readSettings({}, 'dist/knowledge.json')).toEqual(settings);
  expect(readSettings({ PORT: '', HOST: '', KNOWLEDGE: '', ORIGINS: '' }, 'dist/knowledge.json')).toEqual(settings);
});

test('what is set is taken', () => {
  const env = { PORT: '80', HOST: '0.0.0.0', KNOWLEDGE: 'k.json', ORIGINS: 'https://a.gov.cn, http://localhost:3000' };
  const origins = ['https://a.gov.cn', 'http://localhost:3000'];
  expect(readSettings(env, 'x')).toEqual({ port: 80, host: '0.0.0.0', knowledge: 'k.json', origins });
});

test.each(['http', '65536', '-1', '80.5', '8o80'])('port %s is refused', (port) => {
  expect(readSettings({ PORT: port }, 'x')).toEqual({ name: 'PORT', value: port });
});

test.each(['*', 'null', 'a.gov.cn', 'https://a.gov.cn/', 'https://a.gov.cn/path', 'HTTPS://A.GOV.CN'])(
  'origin %s is refused, because no browser sends it',
  (origin) => {
    expect(readSettings({ ORIGINS: `https://b.gov.cn,${origin}` }, 'x')).toEqual({ name: 'ORIGINS', value: origin });
  },
);
