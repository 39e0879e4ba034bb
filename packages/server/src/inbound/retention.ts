import type { Clock, StepPlace, Store } from '../ports/index.ts';
import { type KeepDays, settingsOf } from '../site-settings.ts';
import { pairHash } from './pair-hash.ts';

const DAY = 24 * 60 * 60_000;

interface RetentionBudget {
  /** Rows of one transaction: others wait for it. */
  readonly rows: number;
  /** Steps that are looked through at once; most are only read. */
  readonly steps: number;
  /** Batches of one run: a million old rows are not to hold up the house for minutes. */
  readonly batches: number;
  /** Sites of one run: each costs three looks into an index, and there may be ten thousand. */
  readonly sites: number;
}

const BUDGET: RetentionBudget = { rows: 200, steps: 1_000, batches: 25, sites: 500 };
/** The counts of single pages and domains; the charts show ninety days. */
const COUNTS_KEPT_DAYS = 400;

interface Retained {
  /** Rows that were removed. */
  readonly removed: number;
  /** There is more to do, and another run should follow soon. */
  readonly isPartial: boolean;
}

/** Applies what each site says of how long things are kept; each call is one run of bounded length. */
export function createRetention(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  { rows, steps, batches: most, sites: mostSites }: RetentionBudget = BUDGET,
) {
  /** Where the last run left the traces; after a restart they are gone through from the beginning, which does no harm. */
  let place: StepPlace | undefined;
  /** The last site that is done with; `''` before the first. */
  let doneSite = '';

  return async (): Promise<Retained> => {
    const now = clock.now();
    const kept = new Map((await store.sites.list()).map((site) => [site.id, settingsOf(site).keepDays]));
    let [removed, batches] = [0, 0];

    async function drain(removeSome: () => Promise<number>): Promise<boolean> {
      while (batches < most) {
        batches += 1;
        const count = await removeSome();
        removed += count;
        if (count < rows) return true;
      }
      return false;
    }

    async function siteIsDone(site: string, days: KeepDays): Promise<boolean> {
      const at = { site, limit: rows };
      for (const moderation of ['spam', 'rejected'] as const) {
        if (days[moderation] === 0) continue;
        const before = now - days[moderation] * DAY;
        const isDone = await drain(() =>
          store.expiry.mentions({ ...at, moderation, before, at: now, hashOf: pairHash }),
        );
        if (!isDone) return false;
      }
      return drain(() => store.expiry.refusals({ ...at, before: now - days.refused * DAY }));
    }

    async function tracesAreDone(): Promise<boolean> {
      const before = new Map(
        [...kept].flatMap(([site, { traces }]) => (traces === 0 ? [] : [[site, now - traces * DAY] as const])),
      );
      if (before.size === 0) return true;
      do {
        if (batches >= most) return false;
        batches += 1;
        const step = await store.expiry.steps({ before, after: place, limit: steps });
        removed += step.removed;
        place = step.next;
      } while (place);
      return true;
    }

    const rest = [...kept].filter(([site]) => site > doneSite);
    let isDone = rest.length <= mostSites;
    // A site that has nothing to remove costs three looks into an index, and those do not count.
    for (const [site, days] of rest.slice(0, mostSites)) {
      const [started, had] = [batches, removed];
      if (!(await siteIsDone(site, days))) {
        isDone = false;
        break;
      }
      if (removed === had) batches = started;
      doneSite = site;
    }
    if (isDone) isDone = await tracesAreDone();
    if (isDone) doneSite = '';
    await store.counts.drop(Math.floor(now / DAY) - COUNTS_KEPT_DAYS);
    return { removed, isPartial: !isDone };
  };
}
