import { parseUrl } from '@hearback/protocol';
import { pageKey } from '../site.ts';

/** What whoever watches a listing knows of a page beside its address; somebody who asks by hand knows nothing. */
export interface Expected {
  /**
   * `post`: a feed has it. `page`: a sitemap or a folder has it, so it may be a list of posts. `left`: its listing has it no
   * more, which means nothing by itself. `lost`: its file is there no more, or its address answers 404 for half an hour.
   */
  readonly as: 'post' | 'page' | 'left' | 'lost';
  /** The fingerprint that it has once the newest state of it is on the web. */
  readonly version?: string | undefined;
}

/**
 * Whether a redirect only spelled the address of a page anew: another scheme, a slash more or less, `index.html`, an
 * ending that web servers leave out.
 */
export function isSamePage(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function bare(url: string): string {
  const parsed = parseUrl(url);
  if (!parsed.ok) return url;
  const plain = new URL(parsed.url);
  plain.pathname = plain.pathname.replace(/\/index\.html?$/i, '/').replace(/\.html?$/i, '');
  plain.pathname = plain.pathname.replace(/(.)\/+$/, '$1');
  return pageKey(plain);
}
