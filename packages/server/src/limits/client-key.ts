import ipaddr from 'ipaddr.js';

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/**
 * Who counts as one client: an IPv4 address, or the /64 of an IPv6 one, of which every home has more addresses than
 * there are clients in the world. What is no address is its own client.
 */
export function clientKey(address: string): string {
  if (IPV4.test(address) || !ipaddr.IPv6.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4' ? parsed.toString() : `${(parsed as ipaddr.IPv6).parts.slice(0, 4).join(':')}/64`;
}
