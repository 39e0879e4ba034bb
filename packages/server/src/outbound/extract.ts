import { identity, parseUrl } from '@hearback/protocol';
import { owns, type Site } from '../site.ts';

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
 * its first spelling is the one sent. Links to the own site are kept with the reason, so that the owner sees why
 * nothing happened. `rel=nofollow` speaks to search engines and changes nothing here; bare hosts are pages like others.
 */
export function extractTargets(hrefs: readonly string[], source: URL, site: Pick<Site, 'url'>): Targets {
  const seen = new Set([identity(source)]);
  const links: TargetLink[] = [];
  let told = 0;
  let rest = 0;
  for (const href of hrefs) {
    const parsed = parseUrl(href);
    if (!parsed.ok || seen.has(identity(parsed.url))) continue;
    seen.add(identity(parsed.url));
    if (owns(site, parsed.url)) links.push({ target: href, skip: 'Links to your own site are not told.' });
    else if (told === MAX_TARGETS) rest += 1;
    else {
      told += 1;
      links.push({ target: href, skip: undefined });
    }
  }
  return { links, rest };
}
