import { urlParts } from '../identity.ts';
import { parseUrl } from '../url.ts';
import { isNoBlog, isRobot } from './elsewhere.ts';

/** One request for a page, from wherever it is known: a log, a beacon, the host application. */
export interface Visit {
  readonly method: string;
  readonly status: number;
  /** Absolute URL of the page that was asked for. */
  readonly page: string;
  /** The `Referer` header; `''` when there was none. */
  readonly referrer: string;
  readonly userAgent: string;
  /** What browsers say of a request that nobody waits for: `Sec-Purpose`, or `Purpose` and `X-Moz` of old. */
  readonly purpose: string;
  /** Milliseconds since the epoch; `undefined` for what happens now. */
  readonly at: number | undefined;
  /** The visitor's address, where it is known. */
  readonly client: string | undefined;
}

/** A visit that says "source links to target". Nothing in it is verified. */
export interface Referral {
  readonly source: string;
  readonly target: string;
  readonly at: number | undefined;
  readonly client: string | undefined;
}

/** Why a visit tells nothing about a link. */
export type NoReferral =
  | 'no-page-view'
  | 'prefetch'
  | 'no-referrer'
  | 'unusable-page'
  | 'unusable-referrer'
  | 'same-host'
  | 'robot'
  | 'no-blog';

export type ReferralReading =
  | { readonly ok: true; readonly referral: Referral }
  | { readonly ok: false; readonly because: NoReferral };

/** Files that other sites embed or fetch: their referrer is a page that uses them, not one that links to a post. */
const NO_PAGE =
  /\.(?:css|m?js|map|json|xml|rss|atom|txt|ico|png|jpe?g|gif|webp|avif|svg|bmp|woff2?|ttf|otf|eot|mp[34]|webm|ogg|wasm|zip|gz)$/i;

function no(because: NoReferral): ReferralReading {
  return { ok: false, because };
}

function withoutWww(host: string | undefined): string | undefined {
  return host?.replace(/^www\./, '');
}

/**
 * Which visits count: a 200 to a GET of a page, with an http(s) `Referer` of another host. User names, oversized and
 * ambiguous URLs are refused by `parseUrl`. Whether the page may be a target, and whether the other page links to it,
 * is for others to find out. Never throws.
 *
 * @example
 * readReferral({ ...visit, page: 'https://me.example/post', referrer: 'https://bob.example/answer' });
 */
export function readReferral(visit: Visit): ReferralReading {
  if (visit.method !== 'GET' || visit.status !== 200) return no('no-page-view');
  if (/prefetch|prerender|preview/i.test(visit.purpose)) return no('prefetch');
  if (visit.referrer === '') return no('no-referrer');
  const page = parseUrl(visit.page);
  if (!page.ok) return no('unusable-page');
  if (NO_PAGE.test(page.url.pathname)) return no('no-page-view');
  const from = parseUrl(visit.referrer);
  if (!from.ok) return no('unusable-referrer');
  if (withoutWww(urlParts(from.url)?.host) === withoutWww(urlParts(page.url)?.host)) return no('same-host');
  if (isRobot(visit.userAgent)) return no('robot');
  if (isNoBlog(from.url.hostname)) return no('no-blog');
  const withoutFragment = (text: string) => text.replace(/#.*$/s, '');
  return {
    ok: true,
    referral: {
      source: withoutFragment(visit.referrer),
      target: withoutFragment(visit.page),
      at: visit.at,
      client: visit.client,
    },
  };
}

/**
 * Whether a URL names a site and no page of it. Browsers send no more than that across sites unless a site asks them
 * to, so it says that some page there may link here.
 */
export function isBareOrigin(url: URL): boolean {
  return url.pathname === '/' && url.search === '';
}
