import type { Allowances, LimitName } from '../allowances.ts';
import type { Elapsed, Waiting } from '../ports/index.ts';
import type { Tally } from './tally.ts';

/** Where a notification would wait: in the line of its source's domain, of its target, of its site. */
export interface Place {
  readonly domain: string;
  readonly target: string;
  readonly site: string;
}

/** Names a page of a site in `Waiting.targets`. */
const targetOf = (site: string, target: string): string => `${site} ${target}`;

export type Reserved =
  /** `settle(false)` gives the place back: the pair was known, or could not be stored. */
  | { readonly ok: true; readonly settle: (isNew: boolean) => void }
  /** `limited` by what came for one place, `busy` when the whole house is full. */
  | { readonly ok: false; readonly outcome: 'limited' | 'busy'; readonly retryAfter: number };

/** Turns notifications away when too many wait already, before anything of them is stored. */
export interface PendingLimits {
  /** A promise only where the store has to be asked: this is on the way of every notification. */
  reserve(place: Place, pair: string): Reserved | Promise<Reserved>;
}

export interface PendingDeps {
  readonly allowances: Pick<Allowances, 'pendingPerDomain' | 'pendingPerTarget' | 'pendingPerSite' | 'pending'>;
  readonly elapsed: Elapsed;
  readonly tally: Pick<Tally, 'count'>;
  /** Counts them in the store. */
  readonly count: () => Promise<Waiting>;
  /** Other processes take in as well: they are counted every five seconds, and not only where a line seems full. */
  readonly isShared?: boolean;
}

/** A line is counted anew at most this often: ten thousand rows take a few milliseconds. */
const RECOUNT_MS = 5_000;
const RETRY_AFTER = 300;

/**
 * Counts in memory what is accepted, and never what is done with: so the sums are too high sooner or later, and the store
 * is asked again when one of them reaches its limit. Nobody is turned away for a sum that is older than five seconds.
 */
export function createPendingLimits({ allowances, elapsed, tally, count, isShared }: PendingDeps): PendingLimits {
  const { pendingPerDomain, pendingPerTarget, pendingPerSite, pending } = allowances;
  const isLifted = ![pendingPerDomain, pendingPerTarget, pendingPerSite, pending].some(Number.isFinite);
  let lines = emptyLines();
  let countedAt: number | undefined;
  let counting: Promise<void> | undefined;
  /** Pairs on their way to the store: a hundred at once of one pair take one place. */
  const underWay = new Map<string, { readonly place: Place; calls: number }>();
  /** Places that a recount may not see yet: those under way when it began, and those taken since. */
  let unseen: Place[] | undefined;

  async function recount(): Promise<void> {
    const begun = elapsed.ms();
    unseen = [...underWay.values()].map(({ place }) => place);
    try {
      const { domains, targets, sites, total } = await count();
      lines = { domains: new Map(domains), targets: new Map(targets), sites: new Map(sites), total };
      // Each of these may be in the sums already: too many by a few is what a limit may err by.
      for (const place of unseen) add(place, 1);
      countedAt = begun;
    } finally {
      unseen = undefined;
      counting = undefined;
    }
  }

  function full({ domain, target, site }: Place): LimitName | undefined {
    if ((lines.domains.get(domain) ?? 0) >= pendingPerDomain) return 'pendingPerDomain';
    if ((lines.targets.get(targetOf(site, target)) ?? 0) >= pendingPerTarget) return 'pendingPerTarget';
    if ((lines.sites.get(site) ?? 0) >= pendingPerSite) return 'pendingPerSite';
    return lines.total >= pending ? 'pending' : undefined;
  }

  function add({ domain, target, site }: Place, by: 1 | -1): void {
    change(lines.domains, domain, by);
    change(lines.targets, targetOf(site, target), by);
    change(lines.sites, site, by);
    lines.total += by;
  }

  function take(place: Place, pair: string): Reserved {
    const known = underWay.get(pair);
    const name = known ? undefined : full(place);
    if (name) {
      tally.count(name);
      return { ok: false, outcome: name === 'pending' ? 'busy' : 'limited', retryAfter: RETRY_AFTER };
    }
    if (known) known.calls += 1;
    else {
      underWay.set(pair, { place, calls: 1 });
      add(place, 1);
      unseen?.push(place);
    }
    return { ok: true, settle: (isNew) => settle(place, pair, known === undefined, isNew) };
  }

  async function takeAfterRecount(place: Place, pair: string): Promise<Reserved> {
    counting ??= recount();
    await counting;
    return take(place, pair);
  }

  /** Nobody waits for it; where the store is away whoever is accepted hears of that. */
  function recountMeanwhile(): void {
    counting ??= recount();
    counting.catch(() => {});
  }

  return {
    reserve(place, pair) {
      if (isLifted) return FREE;
      if (countedAt === undefined) return takeAfterRecount(place, pair);
      const isOld = elapsed.ms() - countedAt >= RECOUNT_MS;
      if (isOld && full(place)) return takeAfterRecount(place, pair);
      if (isOld && isShared) recountMeanwhile();
      return take(place, pair);
    },
  };

  function settle(place: Place, pair: string, hasPlace: boolean, isNew: boolean): void {
    const call = underWay.get(pair);
    if (call) call.calls -= 1;
    if (call?.calls === 0) underWay.delete(pair);
    if (hasPlace && !isNew) add(place, -1);
    else if (!hasPlace && isNew) add(place, 1);
  }
}

const FREE: Reserved = { ok: true, settle() {} };

function emptyLines() {
  return {
    domains: new Map<string, number>(),
    targets: new Map<string, number>(),
    sites: new Map<string, number>(),
    total: 0,
  };
}

function change(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
