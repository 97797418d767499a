import { passThrough } from '../oidc-issuer.ts';
import type { Person, Request, WatchedServer } from '../watched-server.ts';

const PAGE = { Accept: 'text/html' };
/** Passwords that may wait to be hashed, and the two that are being hashed. */
const MOST_SIGNING_IN = 42;
/** Failed sign-ins of one network. */
const MOST_MISSES_OF_A_NETWORK = 200;

/** Signing in and out, and looking after accounts. */
export async function accounts(server: WatchedServer): Promise<void> {
  const { ask } = server;
  const supervisor = await server.person();
  await ask({ path: '/accounts', form: newcomer('li.wei'), by: supervisor });
  const { id } = await server.database.reader
    .selectFrom('accounts')
    .select('id')
    .where('name', '=', 'li.wei')
    .executeTakeFirstOrThrow();
  await ask({ path: '/accounts', form: newcomer('li.wei'), by: supervisor });
  for (const form of [{ do: 'reset' }, { do: 'disable' }, { do: 'enable' }, { role: 'editor' }]) {
    for (const account of [id, 'nobody']) await ask({ path: `/accounts/${account}`, form, by: supervisor });
  }
  await choosePassword(server);
  await ask({ path: '/sign-in/arrived', by: supervisor });
  await ask({ path: '/sign-in/arrived' });
  for (let tried = 0; tried < 6; tried += 1) await ask({ path: '/sign-in', form: { name: 'zhao', password: 'wrong' } });
  await rushToSignIn(server);
}

/** Once the first has been answered, the others wait for their passwords to be hashed. */
async function rushToSignIn({ ask }: WatchedServer): Promise<void> {
  const tries = Array.from({ length: MOST_SIGNING_IN + 2 }, (_, place) =>
    ask({ path: '/sign-in', form: { name: `name${String(place)}`, password: 'wrong' } }),
  );
  await Promise.race(tries);
  await ask({ path: '/sign-in', form: { name: 'one-more', password: 'wrong' } });
  await Promise.all(tries);
}

function newcomer(name: string): Record<string, string> {
  return { name, display: '李薇', role: 'clerk', hall: '' };
}

async function choosePassword(server: WatchedServer): Promise<void> {
  const given = await server.rooms.staff.accounts.create((await server.person()).account, {
    ...{ name: 'chooses', display: '王芳', role: 'clerk', hall: null },
  });
  if (typeof given === 'string') throw new Error(given);
  const by = await signInWith(server, 'chooses', given.password ?? '');
  const form = { current: given.password ?? '', chosen: 'a long new password', again: 'a long new password' };
  await server.ask({ path: '/password', by, headers: PAGE });
  await server.ask({ path: '/password', form, by });
  await server.ask({ path: '/sign-out', form: {}, by: await server.person() });
}

async function signInWith({ ask, rooms }: WatchedServer, name: string, password: string): Promise<Person> {
  const signedIn = await ask({ path: '/sign-in', form: { name, password } });
  const cookie = /__Host-onetrip=([^;]+)/.exec(signedIn.headers.get('Set-Cookie') ?? '')?.[1] ?? '';
  const found = await rooms.staff.logins.find(cookie);
  if (!found) throw new Error(`${name} is not signed in`);
  return { account: found.account, cookie, csrf: found.login.csrf };
}

/** The way over a single sign-on and back, also where the other side is gone, and guessed at. */
export async function singleSignOn(server: WatchedServer, unreachable: WatchedServer): Promise<void> {
  await server.ask(await comeBack(server));
  await unreachable.ask(await comeBack(server));
  await unreachable.ask({ path: '/sign-in/oidc' });
  for (let tried = 0; tried <= MOST_MISSES_OF_A_NETWORK; tried += 1) {
    await server.ask({ path: '/sign-in/oidc/callback?state=wrong' });
  }
}

/** A browser that was sent away and comes back with its cookie. */
async function comeBack({ ask }: WatchedServer): Promise<Request> {
  const away = await ask({ path: '/sign-in/oidc?to=/desk' });
  const back = await passThrough(away.headers.get('Location') ?? '');
  const cookie = /__Host-onetrip-away=([^;]+)/.exec(away.headers.get('Set-Cookie') ?? '')?.[1] ?? '';
  return { path: back.pathname + back.search, headers: { Cookie: `__Host-onetrip-away=${cookie}` } };
}
