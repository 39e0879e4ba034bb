import type { Config } from '../config.ts';
import { createFetcher } from '../network/fetcher.ts';
import { createGuard } from '../network/guard.ts';
import { readHosts } from '../network/hosts-file.ts';
import { covers, type Network, parseNetwork } from '../network/network.ts';
import { userAgent } from '../network/user-agent.ts';
import { CONTACT, VERSION } from '../version.ts';
import { realWorld, type World } from './world.ts';

type NetworkWorld = Pick<World, 'resolver' | 'dialer' | 'ledger' | 'networkLimits' | 'ownAddresses'>;

/** The guarded network of this process. `isOwnHost` is asked for each request, so that sites added later count. */
export function openNetwork(
  config: Pick<Config, 'allowNetwork' | 'allowPort'>,
  isOwnHost: (name: string, port: number) => boolean,
  { resolver, dialer, ledger, networkLimits: limits, ownAddresses }: NetworkWorld = realWorld(),
  isServersPage: (url: URL) => boolean = () => false,
) {
  const allow = config.allowNetwork.map(parseNetwork).filter((network): network is Network => !('error' in network));
  const guard = createGuard({
    allow,
    ports: config.allowPort,
    isOwnHost,
    isServersPage,
    ownAddresses,
    hosts: allow.length > 0 ? readHosts('/etc/hosts') : new Map(),
    resolver,
    ledger,
    limits,
  });
  const http = createFetcher({
    guard,
    dialer,
    ledger,
    limits,
    userAgent: userAgent(VERSION, CONTACT),
  });
  /**
   * Of a notification's source three things are asked, one after the other; a `WeakMap` would cost as much as the answer. The
   * fetcher does not ask here: each hop is judged anew.
   */
  let last: { readonly url: URL; readonly passport: ReturnType<typeof guard.inspect> } | undefined;
  function inspected(url: URL) {
    if (last?.url !== url) last = { url, passport: guard.inspect(url) };
    return last.passport;
  }
  return {
    http,
    /** Why the guard would never ask this URL, told from its text alone. */
    refuses(url: URL): string | undefined {
      const passport = inspected(url);
      return passport.ok ? undefined : passport.reason;
    },
    /** The operator opened this address, at the port that the URL asks. */
    isOpenedAddress(address: string, url: URL): boolean {
      const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
      return allow.some((network) => covers(network, address, port));
    },
    /** The URL names an address that the operator opened; a host name is not looked up for this. */
    isOpened(url: URL): boolean {
      if (allow.length === 0) return false;
      const passport = inspected(url);
      return passport.ok && passport.opened;
    },
  };
}

export type OpenNetwork = ReturnType<typeof openNetwork>;
