import type { Software } from '../software.ts';

/**
 * Milliseconds between two pings to one endpoint host. WordPress takes one linkback in 15 s for the whole site, whoever
 * sends it, and answers the next one with fault 429. What says nothing of itself may be a WordPress.
 */
export const PING_GAP_MS = 20_000;

/**
 * Milliseconds between two visits to one host, be it for its pages or for its endpoint. Most links have no endpoint, so
 * the pace of pings would hold up a post for nothing.
 */
const VISIT_GAP_MS = 2_000;

/** What queues each notification it gets, or counts a hundred of them before it asks for patience. */
const TAKES_MORE: ReadonlySet<Software | undefined> = new Set<Software>(['Ghost', 'Known', 'webmention.io']);

export function pingGap(software: Software | undefined): number {
  return TAKES_MORE.has(software) ? VISIT_GAP_MS : PING_GAP_MS;
}

/** Milliseconds between two pings to the host of a URL, where this software listens; 0 where the operator lifted the pace. */
export type Pace = (url: URL, software?: Software) => number;

export function visitGap(pace: Pace, url: URL): number {
  return Math.min(pace(url), VISIT_GAP_MS);
}

/** Milliseconds until a target is looked at, when `before` other targets of its host come first. */
export function startDelay(pace: Pace, target: URL, before: number): number {
  return before * visitGap(pace, target);
}
