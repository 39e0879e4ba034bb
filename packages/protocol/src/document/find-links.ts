import { createMatcher } from '../match-level.ts';
import { httpUrl, plainText } from '../text.ts';
import { namesOf } from './names.ts';
import { needlesOf } from './needles.ts';
import type { FoundLink } from './types.ts';
import { type Visitor, walk } from './walk.ts';

/** Which attributes of which elements are links. */
export type LinkElements = Readonly<Record<string, string>>;

/** Pingback, TrackBack and Refback; images and media are links for Webmention only. */
const LINK_ELEMENTS: LinkElements = {
  a: 'href',
  area: 'href',
  link: 'href',
  blockquote: 'cite',
  q: 'cite',
  ins: 'cite',
  del: 'cite',
};
/** Relations by which a page loads its own parts (UN-23). */
const RESOURCES = new Set(
  'stylesheet icon apple-touch-icon preload prefetch modulepreload preconnect dns-prefetch manifest'.split(' '),
);
const MAX_LINKS = 20;
/** Links that pass for the target at first glance; an honest page has some, a hostile one makes each cost a URL parse. */
const MAX_LOOKS = 10_000;
const MAX_ANCHOR = 200;
const MAX_RAW_ANCHOR = 4_000;
const MAX_REL = 16;

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

/** Lower-case tokens of a `rel` attribute, each once. */
export function relTokens(rel: string | undefined): string[] {
  const tokens = (rel ?? '').toLowerCase().split(/[ \t\n\f\r]+/, MAX_REL * 2);
  return [...new Set(tokens)].filter((token) => token !== '' && token.length <= 40).slice(0, MAX_REL);
}

/** Text on the two sides of these belongs to one word. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const REACH = 8_192;

interface Search {
  readonly html: string;
  readonly base: string;
  readonly finalUrl: string;
  readonly target: string;
  readonly mayMatch: (href: string, base: string) => boolean;
  readonly match: (href: string) => FoundLink['level'] | undefined;
  readonly elements: LinkElements;
}

/** One pass with a base that is taken for granted. `declared` is the first `<base>` that can be one. */
function search({ html, base, finalUrl, target, mayMatch, match, elements }: Search): {
  links: LinkAt[];
  declared: string | undefined;
} {
  const links: LinkAt[] = [];
  const names = namesOf([...Object.keys(elements), 'base']);
  const attributeNames = namesOf([...Object.values(elements), 'href', 'rel', 'alt']);
  let declared: string | undefined;
  let looks = 0;
  let anchor: string | undefined;

  function endLink(): void {
    const last = links.at(-1);
    if (anchor !== undefined && last !== undefined) {
      links[links.length - 1] = { ...last, link: { ...last.link, anchor: plainText(anchor, MAX_ANCHOR) } };
    }
    anchor = undefined;
    visitor.hears = false;
    visitor.elements = names;
  }

  function levelOf(attribute: string): { href: string; level: FoundLink['level'] } | undefined {
    const raw = attribute.trim();
    if (!mayMatch(raw, base) || looks++ >= MAX_LOOKS) return undefined;
    const href = httpUrl(raw, base);
    const level = match(href);
    return level === undefined ? undefined : { href, level: raw === target ? 'L0' : level };
  }

  const visitor: Visitor = { elements: names, attributes: attributeNames, hears: false, open() {}, close() {} };
  walk(html, ({ earlierTag }) =>
    Object.assign(visitor, {
      open(name, attributes, at, end) {
        if (name === 'base') declared ??= httpUrl(attributes.get('href') ?? '', finalUrl) || undefined;
        if (anchor !== undefined)
          anchor += name === 'img' ? ` ${attributes.get('alt') ?? ''} ` : INLINE.has(name) ? '' : ' ';
        if (name === 'a') endLink();
        const attribute = attributes.get(elements[name] ?? '');
        const found = attribute === undefined ? undefined : levelOf(attribute);
        if (found === undefined || links.length === MAX_LINKS) return;
        const rel = relTokens(attributes.get('rel'));
        if (name === 'link' && rel.some((token) => RESOURCES.has(token))) return;
        links.push({
          link: { href: found.href, anchor: '', rel, level: found.level },
          element: name,
          before: earlierTag(REACH),
          at,
          end,
        });
        if (name !== 'a') return;
        anchor = '';
        visitor.hears = true;
        visitor.elements = undefined;
      },
      close(name) {
        if (anchor === undefined) return;
        if (name === 'a') endLink();
        else if (!INLINE.has(name)) anchor += ' ';
      },
      text(piece) {
        if (anchor !== undefined && anchor.length < MAX_RAW_ANCHOR) anchor += piece;
      },
    } satisfies Partial<Visitor>),
  );
  endLink();
  return { links, declared };
}

export interface LinkSearch {
  readonly finalUrl: string;
  /** What relative links are resolved against, as far as the head of the page tells. */
  readonly base: string;
  readonly target: string;
  readonly aliases?: readonly string[];
}

/**
 * The links of a page to the target. A `<base>` counts for the links before it too, so that one in the body costs a second
 * pass. Only attributes of live HTML elements count, never plain text (attack 169). Linear on every page.
 */
export function findLinks(html: string, page: LinkSearch, elements: LinkElements = LINK_ELEMENTS): Links {
  const { base, finalUrl, target, aliases = [] } = page;
  const needles = needlesOf([target, ...aliases]);
  if (!needles.inPage(html, base)) return { links: [], base };
  const common = { html, finalUrl, target, mayMatch: needles.inLink, match: createMatcher(target, aliases), elements };
  const { links, declared } = search({ ...common, base });
  if (declared === undefined || declared === base) return { links, base };
  return { links: search({ ...common, base: declared }).links, base: declared };
}
