import { withoutBlanks, wordsIn } from '../document/ascii.ts';
import { namesOf } from '../document/names.ts';
import type { Attributes } from '../document/walk.ts';
import { walk } from '../document/walk.ts';

export interface RelatedLink {
  readonly element: 'link' | 'a';
  /** As it stands there, trimmed; `''` names the page itself, or its `<base>`. */
  readonly href: string;
  /** Resolved against the page's first `<base>`, wherever it stands, and the URL given. */
  readonly url: string;
}

const ELEMENTS = namesOf(['base', 'link', 'a']);
/** Says for certain that the page has none, so that the walk can end at the first element that is accepted. */
const HAS_BASE = /<base[\s/]/i;
const ATTRIBUTES = namesOf(['rel', 'href']);
/** HTML drops line ends and tabs from URLs; an endpoint that has them inside is broken and not to be guessed at. */
const BROKEN = /[\t\r\n]/;

function resolve(href: string, base: string): string | undefined {
  return BROKEN.test(href) || !URL.canParse(href, base) ? undefined : new URL(href, base).href;
}

function isRelated(attributes: Attributes, token: string): boolean {
  return wordsIn(attributes.get('rel')?.toLowerCase()).includes(token);
}

/**
 * Shows `<link>` and `<a>` elements that have `token` among the words of their `rel` and an `href` that resolves, in
 * document order, until `accept` says true. A `<base>` counts for the elements before it too, so they wait for it.
 * Comments, scripts, templates and escaped markup are not elements. Linear on every page.
 */
export function findRelatedLink(
  html: string,
  token: string,
  pageUrl: string,
  accept: (link: RelatedLink) => boolean,
): void {
  let base = HAS_BASE.test(html) ? undefined : pageUrl;
  let waiting: Omit<RelatedLink, 'url'>[] = [];

  function isAccepted(against: string): boolean {
    const shown = waiting;
    waiting = [];
    return shown.some((link) => {
      const url = resolve(link.href, against);
      return url !== undefined && accept({ ...link, url });
    });
  }

  walk(html, ({ stop }) => ({
    elements: ELEMENTS,
    attributes: ATTRIBUTES,
    hears: false,
    open(element, attributes) {
      const given = attributes.get('href');
      if (given === undefined) return;
      const href = withoutBlanks(given);
      if (element === 'base' && href !== '') base ??= resolve(href, pageUrl);
      if ((element === 'link' || element === 'a') && isRelated(attributes, token)) waiting.push({ element, href });
      if (base !== undefined && isAccepted(base)) stop();
    },
    close() {},
  }));
  if (base === undefined) isAccepted(pageUrl);
}
