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

/** Hosts whose letters are looked for in each link before it is parsed; with more of them parsing is cheaper. */
const MOST_NEEDLES = 20;

/** What a page links to at one host, or at some. */
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
 * The addresses at a host, or at some hosts, with or without `www.`, that a page links to: to find among them the other names
 * of a page (L6) that only the host's own router knows, or all that somebody's page links to at one's sites. Links are what
 * they are for `readPage`. Linear on every page; never throws.
 *
 * @param target any address at the host, or one for each host
 *
 * @example
 * linksAt(page, 'https://me.example/post', 500).addresses; // ['https://me.example/?p=12']
 */
export function linksAt(
  page: Pick<PageInput, 'body' | 'headers' | 'finalUrl' | 'protocols'>,
  target: string | readonly string[],
  max: number,
): LinksAt {
  const html = markupOf(page);
  const { elements } = reachOf(page.protocols);
  const targets = typeof target === 'string' ? [target] : target;
  const wanted = new Set(targets.map((one) => withoutWww(urlParts(one)?.host)).filter((host) => host !== undefined));
  if (wanted.size === 0) return { addresses: [], complete: true };
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
  const needles = wanted.size > MOST_NEEDLES ? undefined : needlesOf([...wanted].map((host) => `https://${host}/`));
  const addresses = new Set<string>();
  let looks = 0;
  for (const href of hrefs) {
    if (needles && !needles.inLink(href, against)) continue;
    if (looks++ === MAX_LOOKS) return { addresses: [...addresses], complete: false };
    const url = httpUrl(href, against);
    if (!wanted.has(withoutWww(urlParts(url)?.host) ?? '') || addresses.has(url)) continue;
    if (addresses.size === max) return { addresses: [...addresses], complete: false };
    addresses.add(url);
  }
  return { addresses: [...addresses], complete: true };
}
