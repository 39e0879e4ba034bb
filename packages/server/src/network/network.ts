import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** One entry of `network.allow`: a range of addresses that the operator opens, at one port or at all. */
export interface Network {
  /** As the operator wrote it. */
  readonly text: string;
  readonly base: ipaddr.IPv4 | ipaddr.IPv6;
  /** Leading bits of `base` that count. */
  readonly prefix: number;
  /** `undefined` opens every port there. */
  readonly port: number | undefined;
}

const ENTRY = /^(?<address>\[[^[\]]*\]|[^/[\]]*?)(?:\/(?<prefix>\d{1,3}))?(?::(?<port>\d{1,5}))?$/;

/** A bare IPv6 address ends in what looks like a port, so it is recognised before the entry is cut. */
function cut(text: string): { address: string; prefix: string | undefined; port: string | undefined } {
  if (isIP(text) === 6) return { address: text, prefix: undefined, port: undefined };
  const groups = ENTRY.exec(text)?.groups;
  return { address: groups?.address?.replace(/^\[(.*)\]$/, '$1') ?? '', prefix: groups?.prefix, port: groups?.port };
}

/**
 * Reads an entry of `network.allow`: `10.0.0.0/8`, `127.0.0.1/32:8080`, `[::1]/128:8080`, `fd00::/8`, `127.0.0.1:8080`.
 * Without a prefix it is the one address, without a port every port. Never throws; `error` is a sentence for the operator.
 */
export function parseNetwork(text: string): Network | { readonly error: string } {
  const { address, prefix, port } = cut(text.trim());
  const family = address.includes('%') ? 0 : isIP(address);
  if (family === 0) {
    return {
      error: `"${text}" is not a network: write an IP address with an optional prefix and port, like 10.0.0.0/8 or 127.0.0.1/32:8080`,
    };
  }
  const width = family === 4 ? 32 : 128;
  const bits = prefix === undefined ? width : Number(prefix);
  if (bits > width) return { error: `"${text}" is not a network: an IPv${family} prefix is at most ${width}` };
  const number = port === undefined ? undefined : Number(port);
  if (number !== undefined && (number < 1 || number > 65_535)) {
    return { error: `"${text}" is not a network: a port is 1 to 65535, and no port opens them all` };
  }
  return { text, base: ipaddr.parse(address), prefix: bits, port: number };
}

/** Whether an address (as text, without brackets or zone) and port lie in the network. */
export function covers(network: Network, address: string, port: number): boolean {
  if (network.port !== undefined && network.port !== port) return false;
  if (isIP(address) === 0 || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  return parsed.kind() === network.base.kind() && parsed.match(network.base, network.prefix);
}
