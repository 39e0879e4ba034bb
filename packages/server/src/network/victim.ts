import { isIPv4, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';
import { getDomain } from 'tldts';

/** `URL` has written the address in its one full form, so the first three numbers are the /24. */
function blockOfIPv4(address: string): string {
  return `${address.slice(0, address.lastIndexOf('.'))}.0/24`;
}

function blockOfIPv6(address: string): string {
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/48`).toString()}/48`;
}

/**
 * Whom a request to this URL would burden: the registrable domain (private suffixes such as `blogspot.com` count as
 * suffixes, so its blogs are apart), the /24 or /48 of an address, the name itself where there is no domain. Pure. What
 * is no URL is its own group.
 */
export function victimOf(url: string): string {
  const host = URL.parse(url)
    ?.hostname.replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
  if (!host) return url;
  if (isIPv4(host)) return blockOfIPv4(host);
  if (isIPv6(host)) return blockOfIPv6(host);
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}
