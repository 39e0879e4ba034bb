import type { Job } from '../job.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import { retryAt } from '../jobs/retry.ts';
import type { Clock, Random, Store } from '../ports/index.ts';
import type { Akismet } from './akismet.ts';
import { pairHash } from './pair-hash.ts';
import { type RefreshDeps, refreshList } from './refresh-list.ts';
import { createRetention } from './retention.ts';

export interface ChoreDeps extends Omit<RefreshDeps, 'lists'> {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** Days that a mention may wait; 0 for ever. */
  readonly holdDays: number;
  readonly akismet?: Akismet | undefined;
  /** See `createLookAgain`. */
  readonly lookAgain?: () => Promise<JobOutcome>;
  /** See `createReporting`. */
  readonly reports?: () => Promise<JobOutcome>;
  /** Strangers' pages may be asked as often as it takes. */
  readonly isUnlimited?: boolean | undefined;
  readonly report: (sentence: string) => void;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * 60_000;
const HASHES_KEPT = 365 * DAY;
const NOTICES_KEPT = 30 * DAY;
const SEARCHED_KEPT = 180 * DAY;
const SENDERS_KEPT = 30 * DAY;
/** Rows of one transaction: others wait for it. */
const BATCH = 200;

export const TIDY = 'tidy';
export const RECHECK = 'recheck';
export const REPORTS = 'reports';

/**
 * Looks at what was brought from elsewhere that stand in the queue at once: what is announced meanwhile must find room there,
 * and a domain that wrote to the blog for ten years must not keep all others waiting.
 */
const BROUGHT = { most: 100, mostOfGroup: 4 };

/** Handler of `chore` jobs: `tidy` once a day, `recheck` while looks are due, `reports` when a site's week or month is to be reported, `list ID` once a day for each list, `learn spam|ham ID` for each lesson, `imports` each minute while there are some. */
export function createChores(deps: ChoreDeps): (job: Job) => Promise<JobOutcome> {
  const { store, clock, random, report } = deps;
  const retain = createRetention(deps);

  async function tidy(): Promise<JobOutcome> {
    const now = clock.now();
    const before = deps.holdDays === 0 ? 0 : now - deps.holdDays * DAY;
    let forgotten = 0;
    for (;;) {
      const times = { before, hashesBefore: now - HASHES_KEPT, sendersBefore: now - SENDERS_KEPT, at: now };
      const count = await store.forgotten.forget({ moderation: 'pending', ...times, limit: BATCH, hashOf: pairHash });
      forgotten += count;
      if (count < BATCH) break;
    }
    await store.notices.tidy(now - NOTICES_KEPT);
    await store.linkingPages.tidy(now - SEARCHED_KEPT);
    if (forgotten > 0)
      report(`${forgotten} mentions waited ${deps.holdDays} days without a decision and were forgotten.`);
    const { removed, isPartial } = await retain();
    if (removed > 0) report(`${removed} rows were removed that are older than their sites keep them.`);
    const at = clock.now() + (isPartial ? MINUTE : DAY);
    return { outcome: 'later', at, reason: isPartial ? 'There is more.' : 'Once a day.', keepAttempts: false };
  }

  async function refresh(id: string): Promise<JobOutcome> {
    const list = (await store.blockLists.list()).find((one) => one.id === id);
    if (!list) return { outcome: 'done' };
    const reason = await refreshList({ ...deps, lists: store.blockLists }, list);
    report(reason);
    // Not all at midnight: whoever keeps a list has many readers.
    return {
      outcome: 'later',
      at: Math.round(clock.now() + DAY * (0.95 + random.fraction() / 10)),
      reason,
      keepAttempts: false,
    };
  }

  async function learn(as: string, id: string, job: Job): Promise<JobOutcome> {
    const mention = await store.mentions.byId(id);
    if (!deps.akismet || !mention || (as !== 'spam' && as !== 'ham')) return { outcome: 'done' };
    const problem = await deps.akismet.learn(mention, as);
    if (problem === undefined) return { outcome: 'done' };
    const at = retryAt(job.attempts, clock.now(), random);
    return at === undefined ? { outcome: 'buried', reason: problem } : { outcome: 'later', at, reason: problem };
  }

  async function lineUp(): Promise<JobOutcome> {
    const at = clock.now();
    const left = await store.imports.lineUp({
      at,
      ...(deps.isUnlimited ? { most: 1000, mostOfGroup: 1000 } : BROUGHT),
    });
    if (left === 0) return { outcome: 'done' };
    const reason = `${left} of what was imported are still to be looked at.`;
    return { outcome: 'later', at: at + (deps.isUnlimited ? 1000 : MINUTE), reason, keepAttempts: false };
  }

  return async (job) => {
    const [what = '', one = '', two = ''] = job.subject.split(' ');
    if (what === TIDY) return tidy();
    if (what === RECHECK && deps.lookAgain) return deps.lookAgain();
    if (what === REPORTS && deps.reports) return deps.reports();
    if (what === 'list') return refresh(one);
    if (what === 'imports') return lineUp();
    return what === 'learn' ? learn(one, two, job) : { outcome: 'done' };
  };
}
