import { isIPv4, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';
import { getDomain } from 'tldts';

function block(address: string, prefix: number): string {
  const base = isIPv4(address)
    ? ipaddr.IPv4.networkAddressFromCIDR(`${address}/${prefix}`)
    : ipaddr.IPv6.networkAddressFromCIDR(`${address}/${prefix}`);
  return `${base.toString()}/${prefix}`;
}

/**
 * Whom a request to this URL would burden: the registrable domain (private suffixes such as `blogspot.com` count as
 * suffixes, so its blogs are apart; attack 112), the /24 or /48 of an address, the name itself where there is no domain.
 * Pure. What is no URL is its own group.
 */
export function victimOf(url: string): string {
  const host = URL.parse(url)
    ?.hostname.replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
  if (!host) return url;
  if (isIPv4(host)) return block(host, 24);
  if (isIPv6(host)) return block(host, 48);
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}
