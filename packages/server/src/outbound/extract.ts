import { type ContentLink, identity, parseUrl } from '@hearback/protocol';
import { owns, type Site, USUAL_LINKS } from '../site.ts';

/** One link of a published page: to be told about, or why not. */
export interface TargetLink {
  /** As given on the page (Pingback 1.0 §3), resolved, with its fragment. */
  readonly target: string;
  /** Why it is not told; `undefined` when it is. */
  readonly skip: string | undefined;
}

export interface Targets {
  readonly links: readonly TargetLink[];
  /** Links beyond the limit, which are neither told nor kept. */
  readonly rest: number;
}

/** One post cannot be made to fan out further, whoever wrote it or imported it. */
const MAX_TARGETS = 200;

/**
 * Which links of a page of ours get told, in document order and once each: fragments apart, one page is one target, and
 * its first spelling is the one sent. Links that are not told are kept with the reason, so that the owner sees why nothing
 * happened: those to the own site and those marked `rel=nofollow`, as the site's choice is. Of several links to one page
 * a single one that is meant is enough. Bare hosts are pages like others.
 */
export function extractTargets(
  found: readonly Pick<ContentLink, 'href' | 'rel'>[],
  source: URL,
  site: Pick<Site, 'url' | 'links'>,
): Targets {
  const { internal, nofollow } = site.links ?? USUAL_LINKS;
  const meant = new Set(nofollow ? [] : found.filter(({ rel }) => !rel.includes('nofollow')).map(keyOf));
  const seen = new Set([identity(source)]);
  const links: TargetLink[] = [];
  let told = 0;
  let rest = 0;
  for (const { href } of found) {
    const parsed = parseUrl(href);
    if (!parsed.ok || seen.has(identity(parsed.url))) continue;
    const key = identity(parsed.url);
    seen.add(key);
    if (!internal && owns(site, parsed.url)) links.push({ target: href, skip: 'Links to your own site are not told.' });
    else if (!nofollow && !meant.has(key)) links.push({ target: href, skip: 'Links marked nofollow are not told.' });
    else if (told === MAX_TARGETS) rest += 1;
    else {
      told += 1;
      links.push({ target: href, skip: undefined });
    }
  }
  return { links, rest };
}

function keyOf({ href }: Pick<ContentLink, 'href'>): string {
  const parsed = parseUrl(href);
  return parsed.ok ? identity(parsed.url) : href;
}
