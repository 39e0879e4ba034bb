import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Finds the client behind the proxies that the operator named: the rightmost hop of `X-Forwarded-For` that is not one of
 * them. What stands to the left of it was written by a stranger.
 */
export function createCallerFinder(
  trusted: readonly string[],
): (peer: string | undefined, forwardedFor: string | undefined) => string | undefined {
  const networks = trusted.map((cidr) =>
    ipaddr.parseCIDR(cidr.includes('/') ? cidr : `${cidr}/${cidr.includes(':') ? 128 : 32}`),
  );

  function isTrusted(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
    return networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));
  }

  return (peer, forwardedFor) => {
    // Nobody to look behind, and already in its shortest form: parsing it would cost as much as reading the pingback.
    if (networks.length === 0 && peer !== undefined && isIPv4(peer)) return peer;
    let client = peer === undefined ? undefined : parse(peer);
    const hops = (forwardedFor ?? '').split(',').reverse();
    for (const hop of hops) {
      const address = parse(hop.trim());
      if (!client || !address || !isTrusted(client)) break;
      client = address;
    }
    return client?.toString() ?? peer;
  };
}

/** An IPv4 address written as IPv6 (`::ffff:192.0.2.1`, what a dual-stack socket reports) is the IPv4 address. */
function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  return ipaddr.isValid(text) ? ipaddr.process(text) : undefined;
}
