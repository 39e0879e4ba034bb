import { urlParts } from '../identity.ts';
import { httpUrl } from '../text.ts';
import { withoutBlanks } from './ascii.ts';
import { baseOf } from './base.ts';
import { markupOf } from './markup.ts';
import { namesOf } from './names.ts';
import { needlesOf } from './needles.ts';
import { reachOf } from './reach.ts';
import type { PageInput } from './types.ts';
import { walk } from './walk.ts';

/** URLs that are parsed, as for the links of a page. */
const MAX_LOOKS = 10_000;

/** What a page links to at one host. */
export interface LinksAt {
  /** Absolute, each once, in document order. */
  readonly addresses: readonly string[];
  /** False when there are more than were asked for. */
  readonly complete: boolean;
}

function withoutWww(host: string | undefined): string | undefined {
  return host?.replace(/^www\./, '');
}

/**
 * The addresses at a host, with or without its `www.`, that a page links to: to find among them the other names of a page
 * (L6) that only the host's own router knows. Links are what they are for `readPage`. Linear on every page; never throws.
 *
 * @example
 * linksAt(page, 'https://me.example/post', 500).addresses; // ['https://me.example/?p=12']
 */
export function linksAt(
  page: Pick<PageInput, 'body' | 'headers' | 'finalUrl' | 'protocols'>,
  target: string,
  max: number,
): LinksAt {
  const html = markupOf(page);
  const { elements } = reachOf(page.protocols);
  const wanted = withoutWww(urlParts(target)?.host);
  if (wanted === undefined) return { addresses: [], complete: true };
  const hrefs = new Set<string>();
  let base: string | undefined;
  walk(html, () => ({
    elements: namesOf([...Object.keys(elements), 'base']),
    attributes: namesOf([...Object.values(elements), 'href']),
    hears: false,
    open(name, attributes) {
      if (name === 'base') base ??= baseOf(attributes, page.finalUrl);
      const href = attributes.get(elements[name] ?? '');
      if (href !== undefined) hrefs.add(withoutBlanks(href));
    },
    close() {},
  }));
  const against = base ?? page.finalUrl;
  const needles = needlesOf([`https://${wanted}/`]);
  const addresses = new Set<string>();
  let looks = 0;
  for (const href of hrefs) {
    if (!needles.inLink(href, against)) continue;
    if (looks++ === MAX_LOOKS) return { addresses: [...addresses], complete: false };
    const url = httpUrl(href, against);
    if (withoutWww(urlParts(url)?.host) !== wanted || addresses.has(url)) continue;
    if (addresses.size === max) return { addresses: [...addresses], complete: false };
    addresses.add(url);
  }
  return { addresses: [...addresses], complete: true };
}
