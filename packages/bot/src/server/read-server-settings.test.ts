import { describe, expect, it } from 'vitest';
import { readServerSettings } from './read-server-settings.ts';

const SERVER = 'https://guide.example.gov.cn';
const CHANNEL_KEY = 'a-key-of-at-least-24-letters';

describe('readServerSettings', () => {
  it('names no server when none is set', () => {
    expect(readServerSettings({ SERVER: ' ' })).toEqual({ ok: true, server: undefined });
  });

  it('takes the server and its key, and the address that citizens see where that is another', () => {
    expect(readServerSettings({ SERVER: 'http://10.0.0.3:8787', CHANNEL_KEY, PUBLIC_URL: SERVER })).toEqual({
      ok: true,
      server: { address: 'http://10.0.0.3:8787', key: CHANNEL_KEY, publicAddress: SERVER },
    });
    expect(readServerSettings({ SERVER, CHANNEL_KEY })).toMatchObject({ server: { publicAddress: undefined } });
  });

  it('says which of the two is missing, and which address is none', () => {
    const say = (environment: Record<string, string>): string => {
      const settings = readServerSettings(environment);
      return settings.ok ? '' : settings.say;
    };
    expect(say({ SERVER })).toContain('还要设置 CHANNEL_KEY');
    expect(say({ CHANNEL_KEY })).toContain('还要设置 SERVER');
    expect(say({ SERVER: 'guide.example.gov.cn', CHANNEL_KEY })).toContain('“guide.example.gov.cn”');
    expect(say({ SERVER, CHANNEL_KEY, PUBLIC_URL: 'ftp://x' })).toContain('PUBLIC_URL');
  });
});
