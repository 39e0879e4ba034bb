import { COMMAND_LINE, type Membership } from '../access.ts';
import type { Config } from '../config.ts';
import type { Store } from '../ports/index.ts';
import { systemClock, systemRandom } from '../system.ts';
import { addToken, type NewToken, revokeToken, signingSecret } from '../tokens.ts';
import { hashSecret } from '../web/index.ts';
import { openExistingStore } from './store.ts';

/** A link of `hearback user` lies in a terminal's history, so it is not good for long. */
const LINK_MS = 60 * 60_000;

/** Who may come in, from the command line. */
export interface Access {
  readonly store: Store;
  addToken(token: NewToken): ReturnType<typeof addToken>;
  revokeToken(id: string): ReturnType<typeof revokeToken>;
  /** With what hooks are signed in a token's name; `undefined` for an unknown id. */
  signingSecret(id: string): Promise<string | undefined>;
  /** The path of a one-time link that makes an owner, or gives the named one a new password; `undefined` for an unknown name. */
  link(name: string | undefined): Promise<string | undefined>;
  /** The path of a one-time link that gives somebody new this role. */
  invite(membership: Membership): Promise<string>;
  close(): Promise<void>;
}

export async function openAccess(config: Config): Promise<Access> {
  const store = await openExistingStore(config);
  const deps = { store, clock: systemClock, random: systemRandom, hashSecret };
  return {
    store,
    addToken: (token) => addToken(deps, token, COMMAND_LINE),
    revokeToken: (id) => revokeToken(deps, id, COMMAND_LINE),
    async signingSecret(id) {
      const token = await store.tokens.byId(id);
      return token && signingSecret(token, hashSecret);
    },
    async link(name) {
      const owner = name === undefined ? undefined : await store.owners.byName(name);
      if (name !== undefined && !owner) return undefined;
      const [secret, now] = [systemRandom.secret(), systemClock.now()];
      const offer = { until: now + LINK_MS, ...(owner && { owner: owner.id }) };
      await store.owners.offerSetUp(hashSecret(secret), offer);
      const detail = owner ? `a new password for ${owner.name}` : 'another owner';
      const { name: by, address } = COMMAND_LINE;
      await store.audit.add([{ at: now, by, address, action: 'link made', subject: '', detail }]);
      return `/admin/setup?key=${secret}`;
    },
    async invite(membership) {
      const [secret, now] = [systemRandom.secret(), systemClock.now()];
      const { name: by, address } = COMMAND_LINE;
      const invitation = { id: systemRandom.id(), membership, by, until: now + LINK_MS };
      await store.members.invite(hashSecret(secret), invitation);
      const detail = `${membership.role} of ${membership.site ?? 'all sites'}`;
      await store.audit.add([{ at: now, by, address, action: 'invited', subject: '', detail }]);
      return `/admin/setup?key=${secret}`;
    },
    close: () => store.close(),
  };
}
