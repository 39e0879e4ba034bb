import type { Config } from '../config.ts';
import { createDialer } from '../network/dialer.ts';
import { createFetcher } from '../network/fetcher.ts';
import { createGuard } from '../network/guard.ts';
import { readHosts } from '../network/hosts-file.ts';
import { NO_LEDGER } from '../network/ledger.ts';
import { NETWORK_LIMITS } from '../network/limits.ts';
import { covers, type Network, parseNetwork } from '../network/network.ts';
import { ownAddresses } from '../network/own-addresses.ts';
import { createResolver } from '../network/resolver.ts';
import { userAgent } from '../network/user-agent.ts';
import { CONTACT, VERSION } from '../version.ts';

/** The guarded network of this process. `isOwnHost` is asked for each request, so that sites added later count. */
export function openNetwork(
  config: Pick<Config, 'allowNetwork' | 'allowPort'>,
  isOwnHost: (name: string, port: number) => boolean,
) {
  const allow = config.allowNetwork.map(parseNetwork).filter((network): network is Network => !('error' in network));
  const guard = createGuard({
    allow,
    ports: config.allowPort,
    isOwnHost,
    ownAddresses,
    hosts: allow.length > 0 ? readHosts('/etc/hosts') : new Map(),
    resolver: createResolver(),
    ledger: NO_LEDGER,
    limits: NETWORK_LIMITS,
  });
  const http = createFetcher({
    guard,
    dialer: createDialer(),
    ledger: NO_LEDGER,
    limits: NETWORK_LIMITS,
    userAgent: userAgent(VERSION, CONTACT),
  });
  return {
    http,
    /** Why the guard would never ask this URL, told from its text alone. */
    refuses(url: URL): string | undefined {
      const passport = guard.inspect(url);
      return passport.ok ? undefined : passport.reason;
    },
    /** The URL names an address that the operator opened; a host name is not looked up for this. */
    isOpened(url: URL): boolean {
      const passport = guard.inspect(url);
      return (
        passport.ok &&
        (passport.known ?? []).some((address) => allow.some((network) => covers(network, address, passport.port)))
      );
    },
  };
}

export type OpenNetwork = ReturnType<typeof openNetwork>;
