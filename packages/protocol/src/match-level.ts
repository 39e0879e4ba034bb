import type { MatchLevel } from './document/types.ts';
import { type UrlParts, urlParts } from './identity.ts';

/** A target without a fragment is the whole page; one with a fragment is that place, or the page it is on. */
function fragmentAgrees(link: string, target: string): boolean {
  return target === '' || link === '' || link === target;
}

function withoutWww(host: string): string {
  const bare = host.startsWith('www.') ? host.slice('www.'.length) : host;
  return bare.includes('.') ? bare : host;
}

function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

/** The ladder from L2 down to L5 between two parsed URLs, fragments left to the caller. */
function pageLevel(link: UrlParts, target: UrlParts): 'L2' | 'L3' | 'L5' | undefined {
  if (link.query !== target.query) return undefined;
  if (link.host === target.host && link.path === target.path) return link.scheme === target.scheme ? 'L2' : 'L3';
  const samePage =
    withoutWww(link.host) === withoutWww(target.host) && withoutSlash(link.path) === withoutSlash(target.path);
  return samePage ? 'L5' : undefined;
}

/** An alias such as `/archive#post-123` is only the place it names, so its own fragment has to be there. */
function isAlias(link: UrlParts, alias: UrlParts | undefined): boolean {
  if (alias === undefined || pageLevel(link, alias) === undefined) return false;
  return alias.fragment === '' || alias.fragment === link.fragment;
}

/** Tells how closely one link, absolute and resolved, matches the target that the matcher was made for. */
export type Matcher = (href: string) => MatchLevel | undefined;

/** `matchLevel` for many links and one target, which is then parsed once. */
export function createMatcher(target: string, aliases: readonly string[] = []): Matcher {
  const wanted = urlParts(target);
  if (wanted === undefined) return () => undefined;
  const serialised = new URL(target).href;
  const samePage = aliases.map((alias) => urlParts(alias));
  return (href) => {
    const link = urlParts(href);
    if (link === undefined) return undefined;
    if (href === target) return 'L0';
    if (new URL(href).href === serialised) return 'L1';
    const level = pageLevel(link, wanted);
    if (level !== undefined && fragmentAgrees(link.fragment, wanted.fragment)) {
      return level !== 'L5' && link.fragment !== wanted.fragment ? 'L4' : level;
    }
    return samePage.some((alias) => isAlias(link, alias)) ? 'L6' : undefined;
  };
}

/** The same matcher without what is looser than `furthest`. */
export function within(furthest: MatchLevel, match: Matcher): Matcher {
  return (href) => {
    const level = match(href);
    return level !== undefined && level <= furthest ? level : undefined;
  };
}

/**
 * How closely a link matches a target, or `undefined` when it is no link to it: the first rung of the ladder on
 * `MatchLevel` that holds, each rung allowing what those before it do. Whole components are compared, so a prefix never
 * matches, nor does a target inside another URL's query.
 *
 * @param href absolute, resolved against the page
 * @param target as the sender gave it
 * @param aliases other URLs of the target's page by the owner's map (L6)
 *
 * @example
 * matchLevel('https://example.org/post/#c1', 'http://example.org/post'); // 'L5'
 * matchLevel('http://example.org/post/12', 'http://example.org/post/1'); // undefined
 */
export function matchLevel(href: string, target: string, aliases: readonly string[] = []): MatchLevel | undefined {
  return createMatcher(target, aliases)(href);
}
