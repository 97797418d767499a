import { expect, test } from 'vitest';
import type { Resolve } from './find-address.ts';
import { findAddress } from './find-address.ts';

const nobody: Resolve = () => Promise.reject(new Error('was asked for an address that needs no asking'));

function find(host: string, allowed: readonly string[] = [], resolve: Resolve = nobody) {
  return findAddress(new URL(`http://${host}/`).hostname, { allowed, resolve });
}

test.each([
  ...['127.0.0.1', '127.1', '[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[64:ff9b::7f00:1]'],
  ...['2130706433', '0177.0.0.1', '017700000001', '0x7f.0.0.1', '0x7f000001', '127.0.0.1.'],
  ...[
    '169.254.169.254',
    '2852039166',
    '0xa9fea9fe',
    '0251.0376.0251.0376',
    '[::ffff:169.254.169.254]',
    '[fd00:ec2::254]',
  ],
  ...['100.100.100.200', '168.63.129.16', '192.0.0.192'],
  ...['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '0.0.0.0', '0', '[::]'],
  ...['[fe80::1]', '[fc00::1]', '[fec0::1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]', '[2001:db8::1]'],
  ...['224.0.0.1', '239.255.255.255', '[ff02::1]', '255.255.255.255', '240.0.0.1', '198.18.0.1'],
])('%s is no place to send to', async (host) => {
  expect(await find(host)).toHaveProperty('refused');
});

test.each([
  ['93.184.216.34', '93.184.216.34'],
  ['[2606:4700:4700::1111]', '2606:4700:4700::1111'],
  ['[::ffff:1.1.1.1]', '::ffff:101:101'],
])('%s stands in the open Internet', async (host, address) => {
  expect(await find(host)).toEqual({ address });
});

test('a name leads where it resolves to, and nowhere when one of its addresses is refused', async () => {
  const resolve = (...addresses: readonly string[]) => find('a.example', [], () => Promise.resolve(addresses));
  expect(await resolve('93.184.216.34', '1.1.1.1')).toEqual({ address: '93.184.216.34' });
  expect(await resolve('93.184.216.34', '10.0.0.1')).toEqual({ refused: '10.0.0.1' });
  expect(await resolve('::ffff:10.0.0.1')).toEqual({ refused: '::ffff:10.0.0.1' });
  expect(await resolve('not an address')).toEqual({ refused: 'not an address' });
  expect(await resolve()).toEqual({ refused: '' });
});

test('a network that is allowed by name is let through, and nothing beside it', async () => {
  const allowed = ['10.2.0.0/16', 'fd12::/32', '127.0.0.1'];
  expect(await find('10.2.255.1', allowed)).toEqual({ address: '10.2.255.1' });
  expect(await find('[fd12::5]', allowed)).toEqual({ address: 'fd12::5' });
  expect(await find('127.0.0.1', allowed)).toEqual({ address: '127.0.0.1' });
  for (const host of ['10.3.0.1', '[fd13::5]', '127.0.0.2', '[::1]', '169.254.169.254']) {
    expect(await find(host, allowed)).toHaveProperty('refused');
  }
});
