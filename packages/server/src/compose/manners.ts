import type { Config } from '../config.ts';
import { type Pace, PING_GAP_MS } from '../outbound/pace.ts';
import type { Random } from '../ports/index.ts';
import type { OpenNetwork } from './network.ts';

const FIRST_DELAY_MS = 10_000;

/** Milliseconds before a source is first fetched: random, and none for networks that the operator opened. */
export function firstDelay(
  { limits }: Pick<Config, 'limits'>,
  network: OpenNetwork,
  random: Random,
): (url: URL) => number {
  return (url) => (limits === 'off' || network.isOpened(url) ? 0 : Math.floor(random.fraction() * FIRST_DELAY_MS));
}

/** Milliseconds between two notifications to one host; none where limits are off, or in networks that the operator opened. */
export function paceOf({ limits }: Pick<Config, 'limits'>, network: OpenNetwork): Pace {
  return (url) => (limits === 'off' || network.isOpened(url) ? 0 : PING_GAP_MS);
}
