import { parseUrl } from '@hearback/protocol';
import { authorKey } from '../author-key.ts';
import { isPublicSuffix } from '../domain.ts';
import type { Clock, Erased, Random, Store, SuppressedKind, Whom, Wish } from '../ports/index.ts';
import { createSuppression } from './suppression.ts';

interface RemovalDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
}

/** What is given to whoever asked. What is kept of it here does not say who they are. */
export interface Receipt {
  /** To lift it by; `undefined` where they may come back. */
  readonly id: string | undefined;
  readonly kind: SuppressedKind;
  /** As it was asked for. */
  readonly whom: string;
  readonly at: number;
  readonly wish: Wish;
  readonly erased: Erased;
}

export type Removed =
  | { readonly ok: true; readonly receipt: Receipt }
  /** Nothing was deleted: it is one of the owner's own sites. */
  | { readonly ok: false; readonly own: string }
  /** Nor was it: everybody may have a site under it, and it was not said that all of them are meant. */
  | { readonly ok: false; readonly suffix: string };

/** Whom somebody means by what they typed; `undefined` for what is neither an address, a host nor a name. */
export function readWhom(text: string, kind: SuppressedKind | undefined): Whom | undefined {
  const word = text.trim();
  if (kind === 'author') return authorKey(word) === '' ? undefined : { author: word };
  const url = parseUrl(word);
  if (url.ok && kind !== 'host') return { url: url.url.href };
  const host = url.ok ? url : parseUrl(`http://${word}/`);
  if (!host.ok || kind === 'page') return undefined;
  if (!url.ok && (/[/:?#@]/.test(word) || !word.includes('.'))) return undefined;
  return { host: host.url.hostname };
}

export function kindOfWhom(whom: Whom): SuppressedKind {
  if ('author' in whom) return 'author';
  return 'host' in whom ? 'host' : 'page';
}

/**
 * Deletes for good what came from somebody or names them, and lets nothing of theirs in again. First the second: whatever
 * arrives while the first is done finds the door closed.
 */
export async function removeOnRequest(
  deps: RemovalDeps,
  whom: Whom,
  options: { readonly wish: Wish; readonly mayReturn: boolean; readonly wholeSuffix?: boolean },
): Promise<Removed> {
  const { store, clock, random } = deps;
  const own = (await store.sites.list()).find(({ url }) => isOf(whom, url));
  if (own) return { ok: false, own: own.url };
  if ('host' in whom && isPublicSuffix(whom.host) && !options.wholeSuffix) return { ok: false, suffix: whom.host };
  const [kind, at] = [kindOfWhom(whom), clock.now()];
  const asked = { id: random.id(), kind, at, wish: options.wish };
  const kept = options.mayReturn
    ? undefined
    : await store.suppressions.add({ ...asked, hash: await createSuppression(deps).hashOf(whom) });
  const erased = await store.forget(whom);
  if (kept) await store.suppressions.count(kept.id, erased);
  const text = 'author' in whom ? whom.author : 'host' in whom ? whom.host : whom.url;
  return { ok: true, receipt: { id: kept?.id, kind, whom: text, at, wish: options.wish, erased } };
}

/** A whole site of the owner's, or a page of it. An author may well write there: that is the owner's to know. */
function isOf(whom: Whom, site: string): boolean {
  if ('author' in whom) return false;
  const host = new URL(site).hostname;
  if ('url' in whom) return host === new URL(whom.url).hostname;
  return host === whom.host || host.endsWith(`.${whom.host}`);
}
