import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Tells the addresses of a name, as the system does. */
export type Resolve = (name: string) => Promise<readonly string[]>;

/** Asks the system, hosts file included. */
export const systemResolve: Resolve = async (name) => (await lookup(name, { all: true })).map(({ address }) => address);

/** Where a name leads, or the address of it that nobody may be sent to. */
export type FoundAddress = { readonly address: string } | { readonly refused: string };

/** IPv6 that is routed on the Internet; what stands outside it wraps an older address or has no use yet. */
const GLOBAL_IPV6 = '2000::/3';

/** Looks like any other address, and answers with a cloud machine's secrets (Azure). */
const METADATA: readonly string[] = ['168.63.129.16'];

/**
 * Finds the one address to connect to, which is the one that was judged: asked again, a name may give another one.
 *
 * Only addresses of the open Internet are let through, and those of networks that are allowed by name. Where one address
 * of a name is refused, all are.
 *
 * @throws what the resolver throws
 */
export async function findAddress(
  hostname: string,
  { allowed, resolve }: { readonly allowed: readonly string[]; readonly resolve: Resolve },
): Promise<FoundAddress> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await resolve(host) : [host];
  const refused = addresses.find((address) => !mayBeSentTo(address, allowed));
  const [address] = addresses;
  return refused === undefined && address !== undefined ? { address } : { refused: refused ?? '' };
}

function mayBeSentTo(written: string, allowed: readonly string[]): boolean {
  if (!ipaddr.isValid(written)) return false;
  // An IPv4 address in IPv6 dress is judged as what it is.
  const address = ipaddr.process(written);
  if (allowed.some((range) => isWithin(address, range))) return true;
  if (address.range() !== 'unicast' || METADATA.includes(address.toString())) return false;
  return address.kind() === 'ipv4' || isWithin(address, GLOBAL_IPV6);
}

function isWithin(address: Address, written: string): boolean {
  const [base, bits] = written.includes('/') ? ipaddr.parseCIDR(written) : [ipaddr.process(written), undefined];
  return address.kind() === base.kind() && address.match(base, bits ?? (base.kind() === 'ipv4' ? 32 : 128));
}

type Address = ReturnType<typeof ipaddr.process>;
