import { PuppetMock } from 'wechaty-puppet-mock';
import { expect, it } from 'vitest';
import { loadPuppet } from './load-puppet.ts';

it('makes the puppet of an installed package', async () => {
  expect(await loadPuppet('wechaty-puppet-mock', undefined)).toBeInstanceOf(PuppetMock);
});

it('knows when a package is not installed', async () => {
  expect(await loadPuppet('wechaty-puppet-not-installed', 'token')).toBeUndefined();
});
