import type { Wechaty } from 'wechaty';

/** A way to log in to a chat network. */
export type Puppet = Wechaty['puppet'];

type PuppetClass = new (options: { readonly token?: string }) => Puppet;

/** The puppet of an installed package, or `undefined` when there is no such package. */
export async function loadPuppet(name: string, token: string | undefined): Promise<Puppet | undefined> {
  // Imported from here and not by wechaty, which would look beside itself and not beside the bot.
  const found = await importPackage(name);
  return found === undefined ? undefined : new found.default(token === undefined ? {} : { token });
}

async function importPackage(name: string): Promise<{ readonly default: PuppetClass } | undefined> {
  try {
    return (await import(name)) as { readonly default: PuppetClass };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ERR_MODULE_NOT_FOUND' && String(cause).includes(`'${name}'`)) return undefined;
    throw cause;
  }
}
