import type { Config } from '../config.ts';
import { victimOf } from '../network/victim.ts';
import { type Pace, pingGap } from '../outbound/pace.ts';
import type { Random } from '../ports/index.ts';
import type { OpenNetwork } from './network.ts';

/** Milliseconds before a source is first fetched: random, and none for networks that the operator opened. */
export function firstDelay(
  { allowances }: Pick<Config, 'allowances'>,
  network: OpenNetwork,
  random: Random,
): (url: URL) => number {
  const longest = allowances.firstDelay * 1000;
  return (url) => (network.isOpened(url) ? 0 : Math.floor(random.fraction() * longest));
}

/**
 * Whose server a fetch burdens; one is asked one thing at a time. In networks that the operator opened a server is a host
 * and port: on loopback the block of the address would make all sources of a test or an intranet one victim.
 */
export function victimIn({ limits }: Pick<Config, 'limits'>, network: OpenNetwork): (url: URL) => string {
  return (url) => (limits === 'off' || network.isOpened(url) ? url.host : victimOf(url.href));
}

/** Milliseconds between two notifications to one host; none where limits are off. An intranet's WordPress has its flood check too. */
export function paceOf({ limits }: Pick<Config, 'limits'>): Pace {
  return (_, software) => (limits === 'off' ? 0 : pingGap(software));
}
