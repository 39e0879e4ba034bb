import { createMatcher, type Matcher, within } from '../match-level.ts';
import { httpUrl } from '../text.ts';
import { type Anchor, anchorText } from './anchor.ts';
import { withoutBlanks } from './ascii.ts';
import { baseOf } from './base.ts';
import { namesOf } from './names.ts';
import { type Needles, needlesOf } from './needles.ts';
import type { LinkElements, Reach } from './reach.ts';
import { relTokens } from './rel.ts';
import type { FoundLink } from './types.ts';
import { type Visitor, walk } from './walk.ts';

/** Relations by which a page loads its own parts. */
const RESOURCES = new Set(
  'stylesheet icon apple-touch-icon preload prefetch modulepreload preconnect dns-prefetch manifest'.split(' '),
);
const MAX_LINKS = 20;
/**
 * Links that pass for the target at first glance; an honest page has some, a hostile one makes each cost a URL parse.
 */
const MAX_LOOKS = 10_000;
/** How far before a link its block is looked for. */
const REACH = 8_192;

/** A link to the target and where it stands in the page. */
export interface LinkAt {
  readonly link: FoundLink;
  readonly element: string;
  /** Offset of a start tag some way before the link. */
  readonly before: number;
  /** Offset of the link's own start tag, and of what follows that tag. */
  readonly at: number;
  readonly end: number;
}

export interface Links {
  /** The first 20, in document order. */
  readonly links: readonly LinkAt[];
  /** What relative URLs of the page are resolved against. */
  readonly base: string;
}

export interface LinkSearch {
  readonly finalUrl: string;
  /** What relative links are resolved against, as far as the head of the page tells. */
  readonly base: string;
  readonly target: string;
  readonly aliases?: readonly string[];
  readonly reach: Pick<Reach, 'elements' | 'furthest'>;
}

interface Criteria {
  readonly needles: Needles;
  readonly match: Matcher;
  readonly elements: LinkElements;
}

interface Pass {
  readonly links: readonly LinkAt[];
  /** The first `<base>` that can be one. */
  readonly declared: string | undefined;
}

/** One pass, with a base that is taken for granted. */
function search(html: string, { base, finalUrl, target }: LinkSearch, { needles, match, elements }: Criteria): Pass {
  const found: (Omit<LinkAt, 'link'> & { readonly link: Omit<FoundLink, 'anchor'>; readonly anchor: Anchor })[] = [];
  const names = namesOf([...Object.keys(elements), 'base']);
  let declared: string | undefined;
  let looks = 0;
  let anchor: Anchor | undefined;

  function linkOf(attribute: string | undefined, rel: string | undefined): Omit<FoundLink, 'anchor'> | undefined {
    if (attribute === undefined) return undefined;
    const raw = withoutBlanks(attribute);
    // What is the target to the letter is found however many near misses stand before it.
    if (raw !== target && (!needles.inLink(raw, base) || looks++ >= MAX_LOOKS)) return undefined;
    const href = httpUrl(raw, base);
    const level = match(href);
    if (level === undefined) return undefined;
    // It is what stands in the page that is the same string or not; resolving it may have made it so.
    const resolved = level === 'L0' ? 'L1' : level;
    return { href, rel: relTokens(rel), level: raw === target ? 'L0' : resolved };
  }

  walk(html, ({ earlierTag }) => {
    /** Tags in a link are all of interest, elsewhere only those of links are. */
    function follow(next: Anchor | undefined): void {
      anchor = next;
      visitor.hears = next !== undefined;
      visitor.elements = next === undefined ? names : undefined;
    }
    const visitor: Visitor = {
      elements: names,
      attributes: namesOf([...Object.values(elements), 'href', 'rel', 'alt']),
      hears: false,
      open(name, attributes, at, end) {
        if (name === 'base') declared ??= baseOf(attributes, finalUrl);
        anchor?.open(name, attributes);
        if (name === 'a') follow(undefined);
        const link = linkOf(attributes.get(elements[name] ?? ''), attributes.get('rel'));
        if (link === undefined || found.length === MAX_LINKS) return;
        if (name === 'link' && link.rel.some((token) => RESOURCES.has(token))) return;
        const text = anchorText();
        found.push({ link, anchor: text, element: name, before: earlierTag(REACH), at, end });
        if (name === 'a') follow(text);
      },
      close(name) {
        if (name === 'a') follow(undefined);
        else anchor?.close(name);
      },
      text: (piece) => anchor?.text(piece),
    };
    return visitor;
  });
  const links = found.map(({ link, anchor: text, ...place }) => ({
    ...place,
    link: { ...link, anchor: text.plain() },
  }));
  return { links, declared };
}

/**
 * The links of a page to the target. A `<base>` counts for the links before it too, so that one in the body costs a
 * second pass. Only attributes of live HTML elements count, never plain text. Linear on every page.
 */
export function findLinks(html: string, page: LinkSearch): Links {
  const { base, target, aliases = [], reach } = page;
  const needles = needlesOf([target, ...aliases]);
  if (!needles.inPage(html, base)) return { links: [], base };
  const match = within(reach.furthest, createMatcher(target, aliases));
  const criteria: Criteria = { needles, match, elements: reach.elements };
  const { links, declared } = search(html, page, criteria);
  if (declared === undefined || declared === base) return { links, base };
  return { links: search(html, { ...page, base: declared }, criteria).links, base: declared };
}
