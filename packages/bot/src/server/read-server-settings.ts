import type { ServerCallsOptions } from './server-calls.ts';

/** The server to hold consultations on, none, or what is wrong with the settings. */
export type ServerSettings =
  | { readonly ok: true; readonly server: Pick<ServerCallsOptions, 'address' | 'key' | 'publicAddress'> | undefined }
  | { readonly ok: false; readonly say: string };

/** Reads from the environment which server holds the consultations. Without one the bot decides by itself. */
export function readServerSettings(environment: Readonly<Record<string, string | undefined>>): ServerSettings {
  const [address, key, publicAddress] = ['SERVER', 'CHANNEL_KEY', 'PUBLIC_URL'].map(
    (name) => environment[name]?.trim() ?? '',
  ) as [string, string, string];
  if (address === '' && key === '') return { ok: true, server: undefined };
  if (address === '')
    return wrong('设置了 CHANNEL_KEY，还要设置 SERVER：服务器的网址，例如 https://banshi.example.gov.cn');
  if (key === '') return wrong('设置了 SERVER，还要设置 CHANNEL_KEY：和服务器的 CHANNEL_KEYS 里写的密钥一样');
  for (const [name, value] of [
    ['SERVER', address],
    ['PUBLIC_URL', publicAddress],
  ] as const) {
    if (value !== '' && !isWebAddress(value))
      return wrong(`${name} 写的是“${value}”，要写完整的网址，例如 https://banshi.example.gov.cn`);
  }
  return { ok: true, server: { address, key, publicAddress: publicAddress === '' ? undefined : publicAddress } };
}

function wrong(what: string): ServerSettings {
  return { ok: false, say: `${what}。两样都不设，机器人就自己判断，不连服务器。` };
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
