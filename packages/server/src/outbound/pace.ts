/**
 * Milliseconds between two pings to one endpoint host. WordPress takes one linkback in 15 s for the whole site, whoever
 * sends it, and answers the next one with fault 429.
 */
export const PING_GAP_MS = 20_000;

/**
 * Milliseconds between two page views of one host while endpoints are looked for. Most links have none, so the pace of
 * pings would hold up a post for nothing.
 */
const DISCOVERY_GAP_MS = 2_000;

/** Milliseconds between two pings to the host of a URL; 0 where the operator lifted the pace. */
export type Pace = (url: URL) => number;

/** Milliseconds until a target is looked at, when `before` other targets of its host come first. */
export function startDelay(pace: Pace, target: URL, before: number): number {
  return before * Math.min(pace(target), DISCOVERY_GAP_MS);
}
