import type { Clock, Store } from '../../ports/index.ts';
import { gatheringJob, jobFor } from './pace.ts';

/** Puts notices back into the outbox: those of these ids that ended, or all that failed. Answers how many. */
export type ResendNotices = (which: { readonly ids: readonly string[] } | 'failed') => Promise<number>;

const MOST = 1_000;

export function createResendNotices({ store, clock }: { readonly store: Store; readonly clock: Clock }): ResendNotices {
  return async (which) => {
    const found =
      which === 'failed'
        ? await store.notices.list({ state: 'failed', limit: MOST })
        : await Promise.all(which.ids.map((id) => store.notices.byId(id)));
    let again = 0;
    for (const notice of found) {
      const recipient = notice && (await store.recipients.byId(notice.recipient));
      if (!notice || notice.state === 'waiting' || !recipient) continue;
      const now = clock.now();
      await store.transaction(async ({ notices, jobs }) => {
        const change = { state: 'waiting', attempts: 0, tryAt: now, batch: null, updatedAt: now } as const;
        await notices.change([notice.id], change);
        await jobs.enqueue(
          recipient.kind === 'webhook' ? jobFor(recipient, notice.id, now) : gatheringJob(recipient.id, now),
        );
      });
      again += 1;
    }
    return again;
  };
}
