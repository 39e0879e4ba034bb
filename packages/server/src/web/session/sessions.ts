import type { Owner, Session } from '../../owner.ts';
import type { Clock, Random, Store } from '../../ports/index.ts';
import { hashSecret } from './secret.ts';

const IDLE_MS = 12 * 60 * 60_000;
const ABSOLUTE_MS = 7 * 24 * 60 * 60_000;
/** A page view need not be a write: the idle time is kept to the minute. */
const TOUCH_MS = 60_000;

export interface Sessions {
  /** A new secret for the cookie; an older session of this browser ends. */
  open(owner: string, previous: string | undefined, from?: Pick<Session, 'address' | 'agent'>): Promise<string>;
  /**
   * Who holds this secret; `undefined` after twelve idle hours, seven days, or log-out. What a page asks by itself, with
   * nobody before it, does not count as anything that was done.
   */
  find(
    secret: string | undefined,
    by?: 'reader' | 'page',
  ): Promise<{ readonly owner: Owner; readonly session: Session } | undefined>;
  close(secret: string | undefined): Promise<void>;
}

export function createSessions({ store, clock, random }: { store: Store; clock: Clock; random: Random }): Sessions {
  async function close(secret: string | undefined): Promise<void> {
    if (secret) await store.sessions.close(hashSecret(secret));
  }

  return {
    async open(owner, previous, from) {
      await close(previous);
      const secret = random.secret();
      const now = clock.now();
      await store.sessions.open(
        {
          tokenHash: hashSecret(secret),
          owner,
          csrf: random.secret(),
          createdAt: now,
          seenAt: now,
          ...from,
        },
        now - ABSOLUTE_MS,
      );
      return secret;
    },
    async find(secret, by = 'reader') {
      const session = secret ? await store.sessions.byHash(hashSecret(secret)) : undefined;
      if (!session) return undefined;
      const now = clock.now();
      // One from the future was opened under a clock that went wrong: it would outlive its seven days by as much.
      const fromTheFuture = session.createdAt - now >= IDLE_MS;
      if (now - session.seenAt >= IDLE_MS || now - session.createdAt >= ABSOLUTE_MS || fromTheFuture) {
        await store.sessions.close(session.tokenHash);
        return undefined;
      }
      if (by === 'reader' && now - session.seenAt >= TOUCH_MS) await store.sessions.touch(session.tokenHash, now);
      const owner = await store.owners.byId(session.owner);
      return owner && { owner, session };
    },
    close,
  };
}
