import { pageKey } from '../site.ts';
import type { OwnTarget, SiteDirectory } from './directory.ts';
import { withoutTracking } from './tracking.ts';

/** Which of our pages a URL is; `undefined` when it is a page of nobody here. */
export type Resolve = (url: URL) => OwnTarget | undefined | Promise<OwnTarget | undefined>;

/** What a host application says of one of its own URLs. */
export interface ResolvedTarget {
  /** The page's one address: every alias of a page answers with the same. */
  readonly url: string;
  readonly title?: string;
  /** It takes no linkbacks. */
  readonly closed?: boolean;
  /** It was there and is gone for good. */
  readonly gone?: boolean;
}

/**
 * `undefined` for a URL that is no page. Asked only for URLs under a configured site; may be slow, must not fetch it.
 * Tracking parameters are gone from the URL, its fragment is not (`/archive#post-123`).
 */
export type ResolveTarget = (url: string) => ResolvedTarget | undefined | Promise<ResolvedTarget | undefined>;

/** The directory, with the host application's own router in place of a map from a sitemap or feed. */
export function resolveBy(directory: SiteDirectory, resolveTarget: ResolveTarget | undefined): Resolve {
  if (!resolveTarget) return directory.resolve;
  return async (url) => {
    const own = directory.resolve(url);
    if (!own || own.state === 'closed') return own;
    const found = await resolveTarget(withoutTracking(url).href);
    if (!found) return { ...own, page: undefined, state: 'unknown' };
    const key = pageKey(found.url);
    const page = {
      key,
      url: found.url,
      title: found.title ?? '',
      gone: found.gone ?? false,
      receive: !found.closed,
      send: undefined,
    };
    return { site: own.site, key, page, state: page.gone ? 'gone' : found.closed ? 'closed' : 'open' };
  };
}
