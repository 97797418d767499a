import { BlockList, isIP } from 'node:net';
import { LRUCache } from 'lru-cache';

/** Networks whose machines cannot be told from a proxy in front: this machine, and private ones. */
const OWN_NETWORKS = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
];

/** Who sends a request, as far as we believe it. */
export class ClientAddresses {
  readonly #trusted: BlockList;
  readonly #own = networks(OWN_NETWORKS);
  /** Looking through the ranges costs more than a turn's share; the same few thousand come again and again. */
  readonly #found = new LRUCache<string, { readonly network: string | undefined }>({ max: 10_000 });

  /** Takes the addresses or ranges of the proxies that are believed; without any, nobody is. */
  constructor(trustedProxies: readonly string[]) {
    this.#trusted = networks(trustedProxies);
  }

  /**
   * The network a request comes from, /24 or /56, or undefined when it cannot be told: behind a proxy that nobody named,
   * all citizens would be one.
   *
   * `X-Forwarded-For` is read from its end and only as far as trusted proxies wrote it; what stands before may be a lie.
   */
  network(peer: string | undefined, forwardedFor: string | undefined): string | undefined {
    const key = `${peer ?? ''} ${(forwardedFor ?? '').slice(-LONGEST_HEADER)}`;
    const known = this.#found.get(key);
    if (known) return known.network;
    const network = this.#find(peer, forwardedFor);
    this.#found.set(key, { network });
    return network;
  }

  #find(peer: string | undefined, forwardedFor: string | undefined): string | undefined {
    const direct = canonical(peer ?? '');
    if (direct === undefined) return undefined;
    if (!isIn(this.#trusted, direct)) return isIn(this.#own, direct) ? undefined : networkOf(direct);
    const hops = (forwardedFor ?? '').slice(-LONGEST_HEADER).split(',').slice(-MOST_HOPS);
    for (const hop of hops.reverse()) {
      const address = canonical(hop.trim());
      if (address === undefined) return undefined;
      if (!isIn(this.#trusted, address)) return networkOf(address);
    }
    return undefined;
  }
}

const MOST_HOPS = 8;
const LONGEST_HEADER = 500;

/** One spelling for each address: IPv4 where it is one, without a zone, without a port. */
function canonical(written: string): string | undefined {
  const bare = written
    .replace(/^\[/, '')
    .replace(/\](?::\d{1,5})?$/, '')
    .replace(/%[\w.-]{1,64}$/, '');
  const old = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?::\d{1,5})?$/i.exec(bare)?.[1];
  if (old !== undefined) return isIP(old) === 4 ? old : undefined;
  if (isIP(bare) !== 6) return undefined;
  const full = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(full);
  if (!mapped) return full;
  const [high, low] = [mapped[1], mapped[2]].map((part) => parseInt(part ?? '0', 16)) as [number, number];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function networkOf(address: string): string {
  if (address.includes('.')) return `${address.slice(0, address.lastIndexOf('.'))}.0/24`;
  const [front = '', back = ''] = address.split('::');
  const groups = front.split(':').filter((group) => group !== '');
  const behind = address.includes('::') ? back.split(':').filter((group) => group !== '') : [];
  const zeros = Array.from({ length: 8 - groups.length - behind.length }, () => '0');
  const [a = '0', b = '0', c = '0', d = '0'] = [...groups, ...zeros, ...behind];
  return `${a}:${b}:${c}:${(parseInt(d, 16) & 0xff00).toString(16)}::/56`;
}

function networks(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
}

function isIn(list: BlockList, address: string): boolean {
  return list.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
}
