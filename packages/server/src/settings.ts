/** How a server is started. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** The compiled knowledge file. */
  readonly knowledge: string;
  /** Origins of other sites that may embed the guide. */
  readonly origins: readonly string[];
}

/** A setting that cannot be used, and its value. */
export interface SettingFault {
  readonly name: 'PORT' | 'ORIGINS';
  readonly value: string;
}

/** Reads the settings from environment variables: PORT, HOST, KNOWLEDGE, ORIGINS. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  knowledge: string,
): Settings | SettingFault {
  const port = env['PORT'] || '8787';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return { name: 'PORT', value: port };
  const origins = (env['ORIGINS'] ?? '').split(',').flatMap((origin) => origin.trim() || []);
  const unusable = origins.find((origin) => !isOrigin(origin));
  if (unusable) return { name: 'ORIGINS', value: unusable };
  return { port: Number(port), host: env['HOST'] || '127.0.0.1', knowledge: env['KNOWLEDGE'] || knowledge, origins };
}

/** Exactly what a browser sends as Origin: no path, no slash at the end, no wildcard. */
function isOrigin(written: string): boolean {
  return URL.canParse(written) && new URL(written).origin === written;
}
