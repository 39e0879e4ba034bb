import { type ContentChoice, identity } from '@hearback/protocol';
import type { GivenSettings } from './site-settings.ts';

/** Which links of a site's pages are told. */
export interface LinkChoice extends ContentChoice {
  /** Those to the site's own pages too. */
  readonly internal: boolean;
  /** Those that are marked `rel=nofollow` as well. */
  readonly nofollow: boolean;
}

/** What holds until the owner says otherwise: `nofollow` speaks to search engines. */
export const USUAL_LINKS: LinkChoice = { internal: false, nofollow: true };

/** Whom to tell that a site is to be built anew, because what its readers are shown has changed. */
export interface BuildHook {
  readonly url: string;
  /** For whoever wants one with the call, as GitHub does. */
  readonly token?: string | undefined;
}

/** GitHub takes no call without a token, so a hook that lacks one is refused where it is given. */
export function wantsToken(url: string): boolean {
  const { hostname = '', pathname = '' } = URL.parse(url) ?? {};
  return hostname === 'api.github.com' && pathname.endsWith('/dispatches');
}

/** What came of the last call of a build hook. */
export interface BuildSaid {
  readonly at: number;
  readonly ok: boolean;
  readonly reason: string;
}

/** A site whose pages may be targets and sources. */
export interface Site {
  /** Path segment of its endpoints: `example.org`, `127.0.0.1-8080`, `example.org-blog`. */
  readonly id: string;
  /** Where its pages live; origin and path prefix. */
  readonly url: string;
  readonly name: string;
  readonly feed: string | undefined;
  readonly sitemap: string | undefined;
  /** Where the site is built, on this machine. */
  readonly folder?: string | undefined;
  /** The usual ones unless told. */
  readonly links?: LinkChoice | undefined;
  readonly buildHook?: BuildHook | undefined;
  readonly buildSaid?: BuildSaid | undefined;
  readonly receive: boolean;
  /** Its pages may be announced; `false` means that nothing is ever sent. */
  readonly send: boolean;
  /** New posts of its feed are announced by themselves, not only when somebody asks. */
  readonly announce: boolean;
  /** Whether small copies of authors' pictures are kept and shown; so unless told. */
  readonly avatars?: boolean | undefined;
  /** How it hears, as far as somebody set it; see `settingsOf`. */
  readonly settings?: GivenSettings | undefined;
  /** Keys of the configuration that give something of this: there the desk has no say. */
  readonly fixed?: readonly string[] | undefined;
}

/** Which part of its pages is the content. */
export function choiceOf({ links }: Pick<Site, 'links'>): ContentChoice {
  return { content: links?.content, ignore: links?.ignore };
}

/** Whether several posts on a page make it a list of them: not where the owner said which part is the content. */
export function mayBeList({ links }: Pick<Site, 'links'>): boolean {
  return links?.content === undefined;
}

/** What names the pages of a site to whoever watches it: of several the one that tells most. */
export function listingOf({ folder, feed, sitemap }: Pick<Site, 'folder' | 'feed' | 'sitemap'>): string | undefined {
  return folder ?? feed ?? sitemap;
}

/** A page of a site, from its sitemap or feed. */
export interface OwnPage {
  /** Identity of the page within its site; see `pageKey`. */
  readonly key: string;
  readonly url: string;
  readonly title: string;
  /** It was in the map once and is not any more, and asking for it gave 404 or 410. */
  readonly gone: boolean;
  /** The owner's switches; `undefined` follows the site. */
  readonly receive: boolean | undefined;
  readonly send: boolean | undefined;
  /** The switches that the configuration sets: there the desk has no say. */
  readonly fixed?: readonly ('receive' | 'send')[];
  /** When it appeared, milliseconds since the epoch; `undefined` when no listing says it. */
  readonly published?: number | undefined;
}

/** `example.org`, `127.0.0.1-8080`, `example.org-blog`: readable, and safe as one path segment. */
export function siteId(url: URL): string {
  const path = url.pathname.replace(/^\/+|\/+$/g, '');
  return [url.host, path]
    .filter(Boolean)
    .join('-')
    .replace(/[^A-Za-z0-9.-]+/g, '-')
    .toLowerCase();
}

/** Identity of a page among one's own: http and https are one site, so the scheme is no part of it. */
export function pageKey(url: URL | string): string {
  return identity(url).replace(/^https?:\/\//, '');
}

/** Key of a site's own address, without trailing slash: what its pages' keys begin with. */
export type SiteRoot = string;

export function rootOf(site: Pick<Site, 'url'>): SiteRoot {
  return pageKey(site.url).replace(/\/$/, '');
}

/** Whether the page with this key lies under a root: whole path segments only. */
export function liesUnder(root: SiteRoot, key: string): boolean {
  const next = key[root.length];
  return key.startsWith(root) && (next === undefined || next === '/' || next === '?');
}

/**
 * Whether a page lies under a site: equal host and port, path prefix by whole segments. Compared as parsed values, never
 * as text: `https://evil.example/?example.org` and `https://example.org.evil.example/` contain the name and are foreign.
 */
export function owns(site: Pick<Site, 'url'>, url: URL): boolean {
  return liesUnder(rootOf(site), pageKey(url));
}
