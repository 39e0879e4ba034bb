import type { JobOutcome } from '../jobs/outcome.ts';
import type { Clock, Store } from '../ports/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Plans that one turn goes through: enough for monthly looks at eight million links. */
const BATCH = 200;

export interface LookAgainDeps {
  readonly store: Pick<Store, 'backlinks'>;
  readonly clock: Clock;
  /** Whose server a fetch of this URL burdens. */
  readonly victimOf: (url: URL) => string;
}

/** One turn of the chore that puts the looks that are due into the queue: every minute while there are any. */
export function createLookAgain({ store, clock, victimOf }: LookAgainDeps): () => Promise<JobOutcome> {
  function groupOf(source: string): string {
    const url = URL.parse(source);
    return url === null ? source : victimOf(url);
  }

  return async () => {
    const now = clock.now();
    await store.backlinks.lineUpDue(now, BATCH, groupOf);
    const next = (await store.backlinks.nextDue()) ?? now + HOUR;
    const at = Math.min(Math.max(next, now + MINUTE), now + HOUR);
    return { outcome: 'later', at, reason: 'Looks at what links here are due at their times.', keepAttempts: false };
  };
}
