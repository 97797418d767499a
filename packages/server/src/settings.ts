import { safeParse } from 'valibot';
import type { InferOutput } from 'valibot';
import type { Setting } from './operation/settings/setting.ts';
import { SETTING_TABLE } from './operation/settings/setting-table.ts';

type Table = typeof SETTING_TABLE;

/** How a server is started: one value for each row of the table. */
export type Settings = { readonly [Key in keyof Table]: InferOutput<Table[Key]['schema']> };

/** A setting that cannot be used. */
export interface SettingFault {
  readonly name: string;
  /** As it was written; of a secret, nothing. */
  readonly value: string;
  /** What it is for and what to write. */
  readonly zh: string;
  readonly en: string;
}

/** The settings as they were set, for whoever starts the server to see. */
export interface ShownSetting {
  readonly name: string;
  /** As it counts; of a secret, undefined. */
  readonly value: string | undefined;
  readonly isSet: boolean;
}

/** What was set, or everything that is wrong with it. */
export type SettingsRead =
  | { readonly settings: Settings; readonly shown: readonly ShownSetting[] }
  | { readonly faults: readonly SettingFault[] };

/** What counts for settings whose place depends on where the server stands. */
export interface SettingDefaults {
  readonly KNOWLEDGE: string;
  readonly DATABASE: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads all settings from environment variables, and names every one that cannot be used at once. */
export function readSettings(environment: Environment, defaults: SettingDefaults): SettingsRead {
  const places: Environment = { ...defaults };
  const read = Object.entries<Setting<unknown>>(SETTING_TABLE).map(([key, row]) => {
    const written = environment[row.name]?.trim() ?? '';
    const counts = written || (places[row.name] ?? row.otherwise);
    return { key, row, written, counts, parsed: safeParse(row.schema, counts) };
  });
  const faults = read.flatMap(({ row, written, parsed }) => (parsed.success ? [] : [faultOf(row, written)]));
  const apart = faultsBetween(environment);
  if (faults.length + apart.length > 0) return { faults: [...faults, ...apart] };
  const settings = Object.fromEntries(read.map(({ key, parsed }) => [key, parsed.output])) as unknown as Settings;
  const shown = read.map(({ row, written, counts }) => ({
    name: row.name,
    value: row.secret ? undefined : counts,
    isSet: written !== '',
  }));
  return { settings, shown };
}

function faultOf({ name, secret, zh, en }: Setting<unknown>, written: string): SettingFault {
  return { name, value: secret ? '' : written, zh, en };
}

/** Settings that are right one by one and wrong together. */
function faultsBetween(environment: Environment): readonly SettingFault[] {
  const isSet = (name: string): boolean => (environment[name]?.trim() ?? '') !== '';
  const faults: SettingFault[] = [];
  if (isSet('DATABASE') && isSet('DATABASE_URL')) {
    faults.push({
      name: 'DATABASE',
      value: environment['DATABASE'] ?? '',
      zh: 'DATABASE 和 DATABASE_URL 只能写一个。请删掉不用的那个。',
      en: 'DATABASE and DATABASE_URL exclude each other. Remove the one that is not used.',
    });
  }
  if (isSet('CATALOGUE') && !isSet('DATABASE_URL')) {
    faults.push({
      name: 'DATABASE_URL',
      value: '',
      zh: '有了 CATALOGUE，还需要 DATABASE_URL。请写上，或者删掉 CATALOGUE。',
      en: 'CATALOGUE also needs DATABASE_URL. Set it, or remove CATALOGUE.',
    });
  }
  if (isSet('CATALOGUE') && isSet('KNOWLEDGE_KEY')) {
    faults.push({
      name: 'KNOWLEDGE_KEY',
      value: environment['KNOWLEDGE_KEY'] ?? '',
      zh: '用 CATALOGUE 时，签名在存入目录的时候查，服务器查不了。请从这里删掉 KNOWLEDGE_KEY，交给存入目录的命令。',
      en: 'With CATALOGUE, signatures are checked when the catalogue is published and cannot be checked here. Remove KNOWLEDGE_KEY and give it to the publishing command.',
    });
  }
  const signOn = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'];
  for (const name of isSet('OIDC_ISSUER') ? signOn.filter((needed) => !isSet(needed)) : []) {
    faults.push({
      name,
      value: '',
      zh: `统一登录还需要 ${name}。请写上，或者删掉 OIDC_ISSUER。`,
      en: `The single sign-on also needs ${name}. Set it, or remove OIDC_ISSUER.`,
    });
  }
  if (isSet('WEBHOOK_URL') && !isSet('WEBHOOK_SECRET')) {
    faults.push({
      name: 'WEBHOOK_SECRET',
      value: '',
      zh: '有了 WEBHOOK_URL，还需要 WEBHOOK_SECRET。请写上，或者删掉 WEBHOOK_URL。',
      en: 'WEBHOOK_URL also needs WEBHOOK_SECRET. Set it, or remove WEBHOOK_URL.',
    });
  }
  return faults;
}
