import { type Inbox, parseUrl } from '@hearback/protocol';
import { isStorageTrouble } from '../errors.ts';
import type { Resolve } from '../pages/resolve.ts';
import type { Clock, Random, Store } from '../ports/index.ts';

interface UnusableDeps {
  readonly store: Pick<Store, 'refusals'>;
  readonly clock: Clock;
  readonly random: Pick<Random, 'id'>;
  readonly resolve: Resolve;
}

/** Lines of a minute. Whoever sends more is trying parsers out, and his thousand spellings would push all others off the ring. */
const MOST_A_MINUTE = 60;
const MINUTE = 60_000;
const SECOND = 1_000;
const MORE =
  'The source is not a usable address: more of these came within a minute than are kept one by one. They are counted, at most one a second.';

/** Keeps a line of what names no two usable pages among the refused, where its owner can find it. */
export function createUnusable({ store, clock, random, resolve }: UnusableDeps): NonNullable<Inbox['unusable']> {
  let [minute, kept, more] = [Number.NEGATIVE_INFINITY, 0, Number.NEGATIVE_INFINITY];

  return async ({ protocol, source, target, reason }) => {
    const at = clock.now();
    // A clock that was set back begins anew.
    if (Math.abs(at - minute) >= MINUTE) [minute, kept] = [at, 0];
    kept += 1;
    const isMore = kept > MOST_A_MINUTE;
    if (isMore && Math.abs(at - more) < SECOND) return;
    if (isMore) more = at;
    const said = isMore ? { source: '', target: '', reason: MORE } : { source, target, reason };
    try {
      const page = parseUrl(said.target);
      const own = page.ok ? await resolve(page.url) : undefined;
      await store.refusals.add({ id: random.id(), site: own?.site.id ?? '', protocol, ...said, at });
    } catch (error) {
      // It is refused whether or not a line of it can be kept.
      if (!isStorageTrouble(error)) throw error;
    }
  };
}
