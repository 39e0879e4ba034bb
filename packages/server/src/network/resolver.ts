import { Resolver as DnsResolver } from 'node:dns/promises';

export interface Resolver {
  /**
   * All IPv4 and IPv6 addresses of a name, as text; never empty. Rejects with a Node DNS error (`code` such as `ENOTFOUND`)
   * when there are none to be had. Stops asking when the signal fires. The time limit is the caller's.
   */
  resolve(name: string, signal: AbortSignal): Promise<readonly string[]>;
}

/**
 * DNS by c-ares. `dns.lookup` would take one of four libuv threads for as long as a dead name server likes, and
 * password hashing waits on the same threads; it would also honour the hosts file and search domains unasked.
 */
export function createResolver(): Resolver {
  return {
    async resolve(name, signal) {
      // One a lookup: only so can its queries be cancelled alone, and a change of name server is noticed.
      const dns = new DnsResolver();
      const cancel = () => dns.cancel();
      signal.addEventListener('abort', cancel, { once: true });
      try {
        const [a, aaaa] = await Promise.allSettled([dns.resolve4(name), dns.resolve6(name)]);
        const addresses = [a, aaaa].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
        if (addresses.length === 0 && a.status === 'rejected') throw a.reason;
        return addresses;
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    },
  };
}
