import { authorKey } from '../author-key.ts';
import { suffixesOf } from '../domain.ts';
import { pageName, pageNames } from '../page-name.ts';
import type { Clock, Random, Store, Whom } from '../ports/index.ts';
import { createRecently } from '../recently.ts';
import { whenKnown } from '../when-known.ts';

/** Somebody as a mention shows them; what is not known yet is left out. */
export interface Seen {
  readonly source: string;
  readonly finalUrl?: string | undefined;
  readonly author?: { readonly name: string; readonly url: string } | undefined;
}

/** Knows again whom somebody asked to have removed, by hashes that nobody can read back without the store's own key. */
export interface Suppression {
  covers(seen: Seen): boolean | Promise<boolean>;
  hashOf(whom: Whom): Promise<string>;
}

interface SuppressionDeps {
  readonly store: Pick<Store, 'suppressions' | 'secrets'>;
  readonly clock: Clock;
  readonly random: Pick<Random, 'secret'>;
}

const ENCODER = new TextEncoder();

export function createSuppression({ store, clock, random }: SuppressionDeps): Suppression {
  let key: ReturnType<typeof readKey> | undefined;
  /** Most stores have none, so that is known in memory and costs no hash. */
  const isAny = createRecently(clock, () => store.suppressions.any());

  async function readKey() {
    const secret = ENCODER.encode(await store.secrets.keep('suppression', random.secret()));
    return crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  }

  async function hash(name: string): Promise<string> {
    key ??= readKey();
    const digest = new Uint8Array(await crypto.subtle.sign('HMAC', await key, ENCODER.encode(name)));
    return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  async function hasAny(seen: Seen): Promise<boolean> {
    return store.suppressions.has(await Promise.all([...new Set(namesIn(seen))].map(hash)));
  }

  return {
    hashOf: (whom) => hash(nameOf(whom)),
    covers: (seen) => whenKnown(isAny(), (any) => any && hasAny(seen)),
  };
}

function nameOf(whom: Whom): string {
  if ('host' in whom) return `host ${whom.host.toLowerCase()}`;
  return 'url' in whom ? `page ${pageName(whom.url)}` : `author ${authorKey(whom.author)}`;
}

/** Everything under which they may have been removed. */
function namesIn({ source, finalUrl, author }: Seen): readonly string[] {
  const urls = [source, finalUrl, author?.url].filter((url) => url !== undefined && URL.canParse(url)) as string[];
  return [
    ...urls.flatMap((url) => [
      ...pageNames(url).map((name) => `page ${name}`),
      ...suffixesOf(new URL(url).hostname).map((host) => `host ${host}`),
    ]),
    ...[author?.url, author?.name].filter(Boolean).map((text) => `author ${authorKey(text ?? '')}`),
  ];
}
