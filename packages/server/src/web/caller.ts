import { isIP, isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What proxies say of the client that they speak for; repeated lines joined by commas. */
export interface ForwardedHeaders {
  readonly 'x-forwarded-for'?: string | undefined;
  /** RFC 7239. */
  readonly forwarded?: string | undefined;
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Hops of either header that are looked at, from the right: nobody stands behind more proxies of his own. */
const MOST_HOPS = 20;

/**
 * Finds the client behind the proxies that the operator named: the rightmost hop of `X-Forwarded-For` that is not one of
 * them. What stands to the left of it was written by a stranger, and so was anything that is no address. `Forwarded` is
 * read where the other is missing; where both are there and name different clients, one of them was passed on from a
 * stranger, and the proxy's own address counts.
 */
export function createCallerFinder(
  trusted: readonly string[],
): (peer: string | undefined, headers: ForwardedHeaders) => string | undefined {
  const isTrusted = trustOf(trusted);

  function behind(peer: Address, hops: readonly (string | undefined)[]): Address {
    let client = peer;
    for (const hop of hops.slice(-MOST_HOPS).reverse()) {
      const address = hop === undefined ? undefined : addressOf(hop);
      if (!address || !isTrusted(client)) break;
      client = address;
    }
    return client;
  }

  return (peer, { 'x-forwarded-for': list, forwarded }) => {
    if (peer === undefined) return undefined;
    // Nobody to look behind, and already in its shortest form: parsing it would cost as much as reading the pingback.
    if (trusted.length === 0 && isIPv4(peer)) return peer;
    const socket = addressOf(peer);
    if (!socket) return peer;
    if (!isTrusted(socket)) return socket.toString();
    const first = list === undefined ? undefined : behind(socket, list.split(','));
    const second = forwarded === undefined ? undefined : behind(socket, forwarded.split(',').map(forOf));
    if (first && second && first.toString() !== second.toString()) return socket.toString();
    return (first ?? second ?? socket).toString();
  };
}

/** Whether an address is one of these proxies. Entries were checked with the configuration. */
export function trustOf(trusted: readonly string[]): (address: Address) => boolean {
  const networks = trusted.map((cidr) => {
    const bare = cidr.replace(/^\[(.*)\]/, '$1');
    return ipaddr.parseCIDR(bare.includes('/') ? bare : `${bare}/${bare.includes(':') ? 128 : 32}`);
  });
  return (address) =>
    networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network as never, bits));
}

/** `for=192.0.2.43`, `for="[2001:db8::1]:4711"` among the parameters of one hop (RFC 7239 §4). */
function forOf(hop: string): string | undefined {
  const given = hop.split(';').flatMap((pair) => /^\s*for\s*=\s*(?:"([^"\\]*)"|([^\s"]*))\s*$/i.exec(pair) ?? []);
  return given.length === 3 ? (given[1] ?? given[2]) : undefined;
}

/**
 * An address as proxies write it, some with the port. An IPv4 address written as IPv6 (`::ffff:192.0.2.1`, what a
 * dual-stack socket reports) is the IPv4 address. `isIP` knows only the full form: not `127.1`, not `0x7f000001`.
 */
export function addressOf(text: string): Address | undefined {
  const trimmed = text.trim();
  const withPort = /^(?:\[([^\]]+)\](?::\d{1,5})?|(\d[\d.]*):\d{1,5})$/.exec(trimmed);
  const bare = (withPort?.[1] ?? withPort?.[2] ?? trimmed).replace(/%.*$/s, '');
  return isIP(bare) === 0 ? undefined : ipaddr.process(bare);
}
