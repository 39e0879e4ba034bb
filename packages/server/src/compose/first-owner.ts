import type { Clock, Random, Store } from '../ports/index.ts';
import { hashSecret } from '../web/index.ts';

export interface FirstOwnerDeps {
  readonly store: Pick<Store, 'owners'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly publicUrl: () => string;
}

/** A link that nobody used in a day was lost, or is in somebody else's log; the next start prints another. */
const SET_UP_MS = 24 * 60 * 60_000;

/** How a desk comes to its first owner. */
export interface FirstOwner {
  /** The one-time link to become the owner; `undefined` once there is one. An older link is good no more. */
  setUpLink(): Promise<string | undefined>;
  /** Makes an owner with a password of chance, for a desk that is gone tomorrow. */
  addOwner(name: string): Promise<{ readonly password: string }>;
}

export function openFirstOwner({ store, clock, random, publicUrl }: FirstOwnerDeps): FirstOwner {
  return {
    async setUpLink() {
      if ((await store.owners.count()) > 0) return undefined;
      const secret = random.secret();
      await store.owners.offerSetUp(hashSecret(secret), { until: clock.now() + SET_UP_MS });
      return `${publicUrl()}/admin/setup?key=${secret}`;
    },
    async addOwner(name) {
      const { createPasswords } = await import('../web/session/password.ts');
      const password = random.secret();
      const [id, secret, passwordHash] = [
        random.id(),
        hashSecret(random.secret()),
        await createPasswords().hash(password),
      ];
      await store.owners.offerSetUp(secret);
      await store.owners.setUp(secret, { id, name, passwordHash: passwordHash ?? '', createdAt: clock.now() });
      return { password };
    },
  };
}
