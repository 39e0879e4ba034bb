import type { Http } from '@hearback/protocol';
import { createDialer, type Dialer } from '../../../src/network/dialer.ts';
import { createFetcher } from '../../../src/network/fetcher.ts';
import { createGuard, type Guard, type GuardOptions } from '../../../src/network/guard.ts';
import { createMemoryLedger, type LedgerEvent } from '../../../src/network/ledger.ts';
import { NETWORK_LIMITS, type NetworkLimits } from '../../../src/network/limits.ts';
import { type Network, parseNetwork } from '../../../src/network/network.ts';
import type { Resolver } from '../../../src/network/resolver.ts';

/** A public address for names that lead to a hostile server. */
export const PUBLIC = '93.184.216.34';

export const network = (text: string): Network => {
  const parsed = parseNetwork(text);
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed;
};

/** Sends judged addresses (`address:port`) to ports of 127.0.0.1. The socket says that it went where it was asked to go. */
export function dialMap(ports: Readonly<Record<string, number>>, claims?: string): Dialer {
  const real = createDialer();
  return {
    async dial(options) {
      const port = ports[`${options.address}:${options.port}`];
      if (port === undefined) return { ok: false, reason: 'is not in the dial map' };
      const dialed = await real.dial({ ...options, address: '127.0.0.1', port });
      if (dialed.ok) Object.defineProperty(dialed.socket, 'remoteAddress', { value: claims ?? options.address });
      return dialed;
    },
  };
}

/** Names to answers; several lists are given one a question. What is not there is NXDOMAIN. */
export function fakeDns(
  names: Readonly<Record<string, readonly string[] | readonly (readonly string[])[] | Error | 'hang'>>,
): Resolver {
  const asked = new Map<string, number>();
  return {
    resolve(name) {
      const answer = names[name] ?? Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
      const turn = asked.get(name) ?? 0;
      asked.set(name, turn + 1);
      if (answer === 'hang') return new Promise(() => {});
      if (answer instanceof Error) return Promise.reject(answer);
      const list = Array.isArray(answer[0])
        ? (answer[Math.min(turn, answer.length - 1)] as readonly string[])
        : (answer as readonly string[]);
      return Promise.resolve(list);
    },
  };
}

export interface TestNet {
  readonly guard: Guard;
  readonly http: Http;
  readonly events: readonly LedgerEvent[];
  of<K extends LedgerEvent['event']>(kind: K): Extract<LedgerEvent, { event: K }>[];
  close(): Promise<void>;
}

const USER_AGENT = 'Hearback/0 (+https://hearback.test/; verifying linkbacks)';

/** The production guard and fetcher between a fake resolver and a dial map. */
export function testNet(
  options: Partial<Omit<GuardOptions, 'limits' | 'ledger'>> & {
    readonly dialer?: Dialer;
    readonly limits?: Partial<NetworkLimits>;
  },
): TestNet {
  const ledger = createMemoryLedger();
  const limits = { ...NETWORK_LIMITS, ...options.limits };
  const guard = createGuard({
    allow: [],
    ports: [],
    isOwnHost: () => false,
    isServersPage: () => false,
    ownAddresses: () => new Set(['198.100.0.7']),
    hosts: new Map(),
    resolver: fakeDns({}),
    ...options,
    ledger,
    limits,
  });
  const http = createFetcher({ guard, dialer: options.dialer ?? dialMap({}), ledger, limits, userAgent: USER_AGENT });
  return {
    guard,
    http,
    events: ledger.events,
    of: (kind) => ledger.events.filter((event) => event.event === kind) as never,
    close: () => http.close(),
  };
}

export const get = (url: string) => ({ method: 'GET', url, redirects: 'page' }) as const;
