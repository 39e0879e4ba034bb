import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { covers, type Network } from './network.ts';

export interface AddressRules {
  /** What the operator opened; wins over every rule below but the one on mapped addresses. */
  readonly allow: readonly Network[];
  /** This machine's addresses in the form of `canonicalAddress`. */
  readonly own: ReadonlySet<string>;
  readonly port: number;
}

export type Classified = 'allowed' | { readonly denied: string };

type Range = readonly [cidr: string, what: string];

/**
 * IANA's special-purpose registry, multicast and class E, and beyond them the addresses that a cloud or an exchange
 * answers on inside public space. ipaddr.js calls some of these `unicast`, so its ranges are not asked.
 */
const SPECIAL_IPV4: readonly Range[] = [
  ['0.0.0.0/8', 'an address of "this network"'],
  ['10.0.0.0/8', 'a private address'],
  ['100.64.0.0/10', 'an address of a carrier’s internal network'],
  ['127.0.0.0/8', 'a loopback address'],
  ['168.63.129.16/32', 'a cloud’s internal service'],
  ['169.254.0.0/16', 'a link-local address'],
  ['172.16.0.0/12', 'a private address'],
  ['192.0.0.0/24', 'reserved for protocols'],
  ['192.0.2.0/24', 'reserved for documentation'],
  ['192.31.196.0/24', 'reserved for name servers'],
  ['192.52.193.0/24', 'reserved for multicast relays'],
  ['192.88.99.0/24', 'a 6to4 relay'],
  ['192.168.0.0/16', 'a private address'],
  ['192.175.48.0/24', 'reserved for name servers'],
  ['198.18.0.0/15', 'reserved for benchmarks'],
  ['198.51.100.0/24', 'reserved for documentation'],
  ['203.0.113.0/24', 'reserved for documentation'],
  ['224.0.0.0/4', 'a multicast address'],
  ['240.0.0.0/4', 'a reserved address'],
];

/** All that may be public is 2000::/3; these parts of it are not. NAT64, mapped and local forms lie outside it. */
const SPECIAL_IPV6: readonly Range[] = [
  ['2001::/23', 'reserved for protocols'],
  ['2001:db8::/32', 'reserved for documentation'],
  ['2002::/16', 'a 6to4 address'],
  ['2620:4f:8000::/48', 'reserved for name servers'],
  ['3fff::/20', 'reserved for documentation'],
];

const IPV4 = SPECIAL_IPV4.map(([cidr, what]) => [ipaddr.IPv4.parseCIDR(cidr), what] as const);
const IPV6 = SPECIAL_IPV6.map(([cidr, what]) => [ipaddr.IPv6.parseCIDR(cidr), what] as const);
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

function denial(parsed: ipaddr.IPv4 | ipaddr.IPv6): string | undefined {
  if (parsed instanceof ipaddr.IPv4) return IPV4.find(([range]) => parsed.match(range))?.[1];
  if (!parsed.match(GLOBAL_IPV6)) return 'not a public IPv6 address';
  // RFC 5214 §6.1: an interface id 0000:5efe or 0200:5efe carries the IPv4 address that a router would tunnel to.
  if (parsed.parts[5] === 0x5efe && ((parsed.parts[4] ?? 0) & 0xfdff) === 0) return 'a tunnel to an IPv4 address';
  return IPV6.find(([range]) => parsed.match(range))?.[1];
}

/** One spelling an address: IPv6 compressed in lower case. */
export function canonicalAddress(address: string): string {
  return ipaddr.parse(address).toString();
}

/**
 * Whether an address may be dialled at a port. `address` is text as DNS or a socket gives it, without brackets; what does
 * not parse, or carries a zone, is denied. `denied` reads after "it is".
 */
export function classify(address: string, { allow, own, port }: AddressRules): Classified {
  if (isIP(address) === 0 || address.includes('%')) return { denied: 'not an address' };
  const parsed = ipaddr.parse(address);
  // The system would connect to the IPv4 address inside, past all IPv4 rules; no entry of `network.allow` changes that.
  if (parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress()) return { denied: 'an IPv4 address in disguise' };
  if (allow.some((network) => covers(network, address, port))) return 'allowed';
  const denied = denial(parsed) ?? (own.has(parsed.toString()) ? 'an address of this machine' : undefined);
  return denied === undefined ? 'allowed' : { denied };
}
