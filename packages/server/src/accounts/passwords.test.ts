import { describe, expect, test } from 'vitest';
import { oneTimePassword } from './one-time-password.ts';
import { passwordFault } from './password-rules.ts';
import { Passwords } from './passwords.ts';

const cheap = new Passwords({ ln: 4, r: 1, p: 1 });

describe('a stored password', () => {
  test('is the same as the one that was set, and no other', async () => {
    const stored = await cheap.hash('铁马冰河入梦来 1192');
    expect(await cheap.matches('铁马冰河入梦来 1192', stored)).toBe(true);
    expect(await cheap.matches('铁马冰河入梦来 1193', stored)).toBe(false);
    expect(await cheap.matches('', stored)).toBe(false);
  });

  test('may be typed at full width', async () => {
    expect(await cheap.matches('ｂａｎｓｈｉ－２０２６', await cheap.hash('banshi-2026'))).toBe(true);
  });

  test('is stored with its cost and a salt of its own', async () => {
    const [one, other] = [await cheap.hash('same words'), await cheap.hash('same words')];
    expect(one).toMatch(/^\$scrypt\$ln=4,r=1,p=1\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(one).not.toContain('same');
  });

  test('stays good when new ones are made dearer', async () => {
    const stored = await cheap.hash('older than the setting');
    expect(await new Passwords({ ln: 5, r: 1, p: 1 }).matches('older than the setting', stored)).toBe(true);
  });

  test.each([null, '', 'plain', '$scrypt$ln=4,r=1,p=1$short$short'])(
    'that is not one matches nothing: %j',
    async (stored) => {
      expect(await cheap.matches('', stored)).toBe(false);
      expect(await cheap.matches('plain', stored)).toBe(false);
    },
  );

  test('costs as much work to miss where there is none, so that names cannot be told apart', async () => {
    const passwords = new Passwords();
    const stored = await passwords.hash('a real password');
    const real = await cpuOf(() => passwords.matches('a wrong password', stored));
    const none = await cpuOf(() => passwords.matches('a wrong password', null));
    expect(none).toBeGreaterThan(real / 2);
  });

  test('is refused politely when very many are being looked at', async () => {
    const passwords = new Passwords({ ln: 10, r: 8, p: 1 });
    const all = Array.from({ length: 60 }, () => passwords.matches('x', null));
    expect(passwords.isBusy).toBe(true);
    await Promise.all(all);
    expect(passwords.isBusy).toBe(false);
  });
});

describe('a chosen password', () => {
  test.each([
    ['123456789', 'password-too-short'],
    ['一二三四五六七八九', 'password-too-short'],
    ['𠀀'.repeat(9), 'password-too-short'],
    ['长'.repeat(129), 'password-too-long'],
    ['12345678910', 'password-too-common'],
    ['Woaini1314', 'password-too-common'],
    ['１２３４５６７８９０', 'password-too-common'],
    ['aaaaaaaaaaaa', 'password-too-common'],
    ['xLI.WEI-2026', 'password-holds-name'],
  ])('%s is refused: %s', (password, fault) => {
    expect(passwordFault(password, 'li.wei')).toBe(fault);
  });

  test.each(['梧桐更兼细雨到黄昏点点', 'correct horse', 'k7mp-x2da-93hq-tw5c'])('%s is taken', (password) => {
    expect(passwordFault(password, 'li.wei')).toBeUndefined();
  });
});

describe('a one-time password', () => {
  test('has sixteen symbols nobody mixes up, and never comes twice', () => {
    const made = Array.from({ length: 2000 }, oneTimePassword);
    for (const password of made) expect(password).toMatch(/^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
    expect(new Set(made).size).toBe(2000);
    expect(passwordFault(made[0] ?? '', 'supervisor')).toBeUndefined();
  });
});

/** Microseconds of all threads together: how busy the machine is otherwise does not matter. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
