import { identity, isBareOrigin, parseUrl, type Referral } from '@hearback/protocol';
import type { Resolve } from '../pages/resolve.ts';
import { dayOf } from '../ports/counts.ts';
import type { Clock, Store, Visits } from '../ports/index.ts';
import { createMemory } from './memory.ts';

/** Counts visits by links. The visitor's address is looked at here, in memory, and goes nowhere. */
export interface VisitCounter {
  /** Notes a visit; one of the same visitor by the same link on the same day is no other one. */
  note(referral: Referral): Promise<void>;
  /** So many are noted that they ought to be written down. */
  isFull(): boolean;
  /**
   * Writes down what was noted since the last time. To be called when what the visits tell of is stored, or those that tell
   * of a new link would not count for it.
   */
  flush(): Promise<void>;
}

export interface VisitDeps {
  readonly store: Pick<Store, 'traffic'>;
  readonly resolve: Resolve;
  readonly clock: Clock;
}

/** Visitors of a day that are remembered, so that whoever reloads a page or invents visits counts once. */
const REMEMBERED = 20_000;
/** Noted before they are written together. */
const MOST_NOTED = 500;
/** A clock that is ahead would keep all lines that come until then from being counted. */
const AHEAD_MS = 60_000;

export function createVisitCounter({ store, resolve, clock }: VisitDeps): VisitCounter {
  const visitors = createMemory(REMEMBERED);
  /** How far the logs had been read when this began. */
  const begun = new Map<string, number>();
  const read = new Map<string, number>();
  let noted = new Map<string, Visits>();

  /** Whether a line was counted in an earlier reading: logs are read again and again, with more at their end. */
  async function wasCounted(site: string, at: number): Promise<boolean> {
    if (!begun.has(site)) begun.set(site, await store.traffic.logPlace(site));
    if (at <= (begun.get(site) ?? 0)) return true;
    if (at <= clock.now() + AHEAD_MS) read.set(site, Math.max(at, read.get(site) ?? 0));
    return false;
  }

  async function flush(): Promise<void> {
    const [visits, places] = [[...noted.values()], [...read].map(([site, at]) => ({ site, at }))];
    noted = new Map();
    read.clear();
    if (visits.length > 0 || places.length > 0) await store.traffic.add(visits, places);
  }

  return {
    async note({ source, target, client, at }) {
      const from = parseUrl(source);
      const to = parseUrl(target);
      const own = from.ok && to.ok ? await resolve(to.url) : undefined;
      if (!from.ok || own?.state !== 'open') return;
      const site = own.site.id;
      if (at !== undefined && (await wasCounted(site, at))) return;
      const day = dayOf(at ?? clock.now());
      const sourceKey = isBareOrigin(from.url) ? undefined : identity(from.url);
      const { hostname: host } = from.url;
      const key = `${day} ${site} ${own.key} ${sourceKey ?? host}`;
      if (client !== undefined && !visitors.isNew(`${key} ${client}`)) return;
      const count = (noted.get(key)?.count ?? 0) + 1;
      noted.set(key, { site, targetKey: own.key, sourceKey, host, day, count });
    },
    isFull: () => noted.size >= MOST_NOTED,
    flush,
  };
}
