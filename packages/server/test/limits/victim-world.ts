import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HttpReply, HttpRequest } from '@hearback/protocol';
import { putTables } from '../../../../test/support/tables.ts';
import { type Allowances, USUAL_ALLOWANCES } from '../../src/allowances.ts';
import { createNeverFetch } from '../../src/limits/never-fetch.ts';
import { createTally } from '../../src/limits/tally.ts';
import { createVictims, type TollHttp, type VictimDeps } from '../../src/limits/victims.ts';
import type { Standing } from '../../src/limits/whom.ts';
import { victimOf } from '../../src/network/victim.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 0, 1, 12);

/** One request that left, and when, in milliseconds that really went by. */
export interface Departure {
  readonly at: number;
  readonly url: URL;
  readonly addresses: readonly string[];
  /** The same for all that one request led to. */
  readonly errand: number;
  endedAt: number | undefined;
}

const PAGE: HttpReply = {
  ok: true,
  status: 200,
  finalUrl: '',
  headers: [['content-type', 'text/html']],
  body: new Uint8Array(10),
  truncated: false,
  chain: [],
};

/**
 * A real store, and a web of names with addresses and redirects whose every request is written down. Time goes by only
 * where the test says so; the clock on the wall is another thing, and wrong as often as the test likes.
 */
export async function openVictimWorld(changes: Partial<Allowances> = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'hearback-limits-'));
  const time = { real: 0, wall: NOON, booted: -12_345 };
  await putTables(openSqliteStore, directory);
  const store = await openSqliteStore({ directory, clock: { now: () => time.wall } });
  const departures: Departure[] = [];
  let errands = 0;
  const addressesOf = new Map<string, readonly string[]>();
  const redirects = new Map<string, string>();
  const replies = new Map<string, Partial<HttpReply>>();
  const standings = new Map<string, Standing>();
  /** What a request does once it has left; it is over when this is. */
  const onDepart = { now: async (_: Departure): Promise<void> => {} };

  const http: TollHttp = {
    async request(request: HttpRequest, toll) {
      const own: Departure[] = [];
      const errand = ++errands;
      let url = new URL(request.url);
      for (;;) {
        const addresses = addressesOf.get(url.hostname) ?? ['198.51.100.1'];
        const entered = (await toll?.enter(url, addresses)) ?? { ok: true };
        if (!entered.ok) {
          for (const one of own) one.endedAt = time.real;
          return entered;
        }
        const departure: Departure = { at: time.real, url, addresses, errand, endedAt: undefined };
        departures.push(departure);
        own.push(departure);
        await onDepart.now(departure);
        const next = redirects.get(url.href);
        if (next === undefined) break;
        url = new URL(next);
      }
      for (const one of own) one.endedAt = time.real;
      return { ...PAGE, finalUrl: url.href, ...replies.get(url.href) };
    },
  };

  /** A process that starts now; only the store knows what was before. */
  function start(more: Partial<VictimDeps> = {}) {
    const elapsed = { ms: () => time.real - time.booted };
    const tally = createTally(elapsed);
    const victims = createVictims({
      http,
      budgets: store.budgets,
      allowances: { ...USUAL_ALLOWANCES, ...changes },
      clock: { now: () => time.wall },
      elapsed,
      tally,
      neverFetch: createNeverFetch([]),
      victimOf: (url) => victimOf(url.href),
      blockOf: (address) => victimOf(`http://${address.includes(':') ? `[${address}]` : address}/`),
      standingOf: async (url) => standings.get(url.hostname) ?? 'unknown',
      pause: async (ms) => pass(ms),
      ...more,
    });
    return { victims, tally, elapsed };
  }

  function pass(ms: number): void {
    time.real += ms;
    time.wall += ms;
  }

  return {
    store,
    time,
    departures,
    addressesOf,
    redirects,
    replies,
    standings,
    onDepart,
    start,
    pass,
    async [Symbol.asyncDispose]() {
      await store.close();
      rmSync(directory, { recursive: true });
    },
  };
}

export const get = (url: string): HttpRequest => ({ method: 'GET', url, redirects: 'page' });

/** The first of each errand. */
export const firstOfEach = (departures: readonly Departure[]): Departure[] =>
  departures.filter(({ errand }, index) => departures.findIndex((one) => one.errand === errand) === index);

/** The most of these moments that lie within one span of time. */
export function mostWithin(times: readonly number[], spanMs: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.max(0, ...sorted.map((at, index) => sorted.slice(index).filter((other) => other < at + spanMs).length));
}

/** The least time between two neighbours. */
export function leastGap(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.min(Number.POSITIVE_INFINITY, ...sorted.slice(1).map((at, index) => at - (sorted[index] ?? 0)));
}
