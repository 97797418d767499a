import { describe, expect, test } from 'vitest';
import { ClientAddresses } from './client-address.ts';

const direct = new ClientAddresses([]);
const behind = new ClientAddresses(['10.0.0.0/8', '2001:db8:ffff::/48']);

describe('without a proxy', () => {
  test.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['::ffff:cb00:714d', '203.0.113.0/24'],
    ['2001:db8:1:2ff:3:4:5:6', '2001:db8:1:200::/56'],
    ['2001:DB8:1:02ab::1', '2001:db8:1:200::/56'],
    ['2001:db8::1', '2001:db8:0:0::/56'],
  ])('%s is of %s', (peer, network) => {
    expect(direct.network(peer, undefined)).toBe(network);
  });

  test('nobody can say that they are somebody else', () => {
    expect(direct.network('203.0.113.77', '198.51.100.1')).toBe('203.0.113.0/24');
    expect(direct.network('203.0.113.77', '198.51.100.1, 127.0.0.1')).toBe('203.0.113.0/24');
  });

  test.each(['127.0.0.1', '::1', '10.1.2.3', '192.168.0.9', 'fe80::1%eth0', '', 'unknown'])(
    'who comes from %s cannot be told from a proxy that nobody named',
    (peer) => {
      expect(direct.network(peer, undefined)).toBeUndefined();
    },
  );
});

describe('behind a named proxy', () => {
  test.each([
    ['198.51.100.7', '198.51.100.0/24'],
    ['1.1.1.1, 198.51.100.7', '198.51.100.0/24'],
    ['1.1.1.1, 198.51.100.7, 10.9.9.9', '198.51.100.0/24'],
    ['198.51.100.7:5123', '198.51.100.0/24'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:0::/56'],
    ['192.168.7.7', '192.168.7.0/24'],
  ])('the last address that is not a proxy counts: %s', (forwardedFor, network) => {
    expect(behind.network('10.0.0.1', forwardedFor)).toBe(network);
    expect(behind.network('2001:db8:ffff::1', forwardedFor)).toBe(network);
  });

  test.each([undefined, '', 'unknown', '198.51.100.7, <script>', '10.1.1.1', ','.repeat(9000)])(
    'what the proxy does not say is not guessed: %s',
    (forwardedFor) => {
      expect(behind.network('10.0.0.1', forwardedFor)).toBeUndefined();
    },
  );

  test('only the proxy itself is believed, however its address is written', () => {
    expect(behind.network('::ffff:10.0.0.1', '198.51.100.7')).toBe('198.51.100.0/24');
    expect(behind.network('203.0.113.77', '198.51.100.7')).toBe('203.0.113.0/24');
  });
});
