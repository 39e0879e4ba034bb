import type { Decision } from '@hearback/protocol';
import type { Timer } from '../jobs/loop.ts';
import type { LinkState } from '../mention.ts';
import type { Mentions } from '../ports/index.ts';
import type { Verification } from './verification.ts';

type Result = Verification['result'];

/** Replies that wait for the check of the source, for owners who want faults 16 and 17 at once. */
export interface VerifiedReply {
  /** What to answer for a stored mention; `accepted` is the answer when the link is there, or no look is possible now. */
  decide(id: string, accepted: Decision): Promise<Decision>;
  /** The answer for a source that the guard never asks, as late as for one that does not answer. */
  unfetched(): Promise<Decision>;
  /** Hears what each check found, from whoever works on the queue. */
  looked(id: string, result: Result): void;
}

/**
 * When every reply of "cannot be read" leaves, in milliseconds after the notification: a port that is closed, filtered
 * or forbidden, a page that is gone and a name that does not exist all take the same time. Also the longest wait.
 */
const PADDED_MS = 10_000;

/** How often the store is asked for what another process found. */
const LOOK_MS = 200;

const NO_LINK: Decision = { outcome: 'refused', because: 'no-link' };
const UNREADABLE: Decision = { outcome: 'refused', because: 'source-missing' };

/** What a check that nobody told of here found: the queue may be worked on by another process. */
const LAST_RESULT: Readonly<Record<LinkState, Result>> = {
  live: 'linked',
  absent: 'unlinked',
  lost: 'unlinked',
  unverified: 'later',
  unreachable: 'later',
};

/**
 * The check itself stays a job of the queue: the victim is still asked one at a time and once a notification, and a crash
 * while a reply waits loses nothing. Only the reply waits.
 * @param isShared other processes check too, and what they find has to be looked up
 */
export function createVerifiedReply(
  mentions: Pick<Mentions, 'byId'>,
  timer: Timer,
  { isShared = false } = {},
): VerifiedReply {
  const waiting = new Map<string, Set<(result: Result) => void>>();

  function nextLook(id: string) {
    const { promise, resolve } = Promise.withResolvers<Result>();
    const others = waiting.get(id) ?? new Set();
    waiting.set(id, others.add(resolve));
    const forget = () => {
      others.delete(resolve);
      if (others.size === 0) waiting.delete(id);
    };
    return { found: promise, forget };
  }

  function padding() {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    return { over: promise, cancel: timer(PADDED_MS, () => resolve(undefined)) };
  }

  async function lastLook(id: string): Promise<{ readonly result: Result; readonly at: number | undefined }> {
    const mention = await mentions.byId(id);
    return { result: LAST_RESULT[mention?.link ?? 'unverified'], at: mention?.checkedAt };
  }

  /** What is known when nobody has told in time. A page may be mended meanwhile, so an old "no link" says nothing of it. */
  async function knownSince(id: string, lastAt: number | undefined): Promise<Result | undefined> {
    const { result, at } = await lastLook(id);
    return result === 'unlinked' && at === lastAt ? undefined : result;
  }

  /** Looks for a check after the one of `lastAt`; where the store is away it looks again. */
  function othersLook(id: string, lastAt: number | undefined) {
    const { promise, resolve } = Promise.withResolvers<Result>();
    let cancel = () => {};
    let isOver = false;
    async function ask(): Promise<void> {
      const { result, at } = await lastLook(id).catch(() => ({ result: 'later' as const, at: lastAt }));
      if (at !== lastAt) resolve(result);
      else if (!isOver) cancel = timer(LOOK_MS, () => void ask());
    }
    cancel = timer(LOOK_MS, () => void ask());
    const forget = () => {
      isOver = true;
      cancel();
    };
    return { found: promise, forget };
  }

  return {
    async decide(id, accepted) {
      const look = nextLook(id);
      const late = padding();
      let others: ReturnType<typeof othersLook> | undefined;
      try {
        const last = await lastLook(id);
        if (last.result === 'linked' || last.result === 'unchanged') return accepted;
        if (isShared) others = othersLook(id, last.at);
        const heard = await Promise.race([look.found, late.over, ...(others ? [others.found] : [])]);
        const result = heard ?? (await knownSince(id, last.at));
        if (result === undefined || result === 'linked') return accepted;
        if (result === 'unlinked' || result === 'unread') return NO_LINK;
        await late.over;
        return UNREADABLE;
      } finally {
        late.cancel();
        look.forget();
        others?.forget();
      }
    },
    async unfetched() {
      await padding().over;
      return UNREADABLE;
    },
    looked(id, result) {
      for (const tell of waiting.get(id) ?? []) tell(result);
    },
  };
}
