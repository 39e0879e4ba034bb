import { identity } from '../identity.ts';
import { httpUrl, plainText } from '../text.ts';
import { parseUrl } from '../url.ts';
import { type Anchor, anchorText } from './anchor.ts';
import { withoutBlanks } from './ascii.ts';
import { contentRegions, type Region } from './content-region.ts';
import { readHead } from './head.ts';
import { markupOf } from './markup.ts';
import type { LinkElements } from './reach.ts';
import { refreshOf } from './refresh.ts';
import { relTokens } from './rel.ts';
import { readSelector } from './selector.ts';
import type { PageInput } from './types.ts';
import { type Attributes, type Visitor, walk } from './walk.ts';

const MAX_LINKS = 5_000;
const MAX_TITLE = 250;
const REGIONS: readonly Region[] = ['entry', 'article', 'main', 'body'];
const NO_ATTRIBUTES: Attributes = new Map();
const LINKS: LinkElements = { a: 'href', area: 'href', blockquote: 'cite', q: 'cite', ins: 'cite', del: 'cite' };

export interface ContentLink {
  /**
   * Absolute http(s): as it stands in the page where it is absolute there (Pingback 1.0 §3: "as given on the source
   * page"; some receivers look for that very text), else resolved. The fragment is kept.
   */
  readonly href: string;
  readonly rel: readonly string[];
  readonly anchor: string;
}

export interface ContentLinks {
  readonly title: string;
  /** In document order, each URL once, at most 5,000. */
  readonly links: readonly ContentLink[];
  /** What a reader reads there, white space collapsed; tells an edit of the post from one of the pages around it. */
  readonly text: string;
  /** How many posts the page marks as such (entries, else articles that are no comments); a list of posts has several. */
  readonly posts: number;
  /** Where the page sends its readers by itself (`<meta http-equiv="refresh">`); `''` when it does not. */
  readonly refresh: string;
}

/** What its owner says of the page, in selectors that `readSelector` takes; one that it does not take counts for nothing. */
export interface ContentChoice {
  /** Which elements are the content. A page without one of them has none. */
  readonly content?: string | undefined;
  /** Which elements are no content, wherever they stand. */
  readonly ignore?: string | undefined;
}

interface Candidate {
  readonly href: string;
  readonly rel: readonly string[];
  readonly regions: readonly Region[];
  readonly anchor: Anchor;
}

/**
 * The links that the author of a page set in what the page is about: where `choice` says, else in the content of its
 * `h-entry`, else in its `<article>`, else in `<main>`, else in all but `nav`, `header`, `footer` and `aside`. They are
 * whom a sender tells.
 * `a` and `area` with `href`, and the `cite` of quotations; only http(s), resolved like `readPage` does; not the places
 * of the page itself.
 */
export function contentLinks(
  page: Pick<PageInput, 'body' | 'headers' | 'finalUrl'>,
  choice: ContentChoice = {},
): ContentLinks {
  const html = markupOf(page);
  const head = readHead(html, page.finalUrl);
  const self = identity(page.finalUrl);
  const content = testOf(choice.content);
  const regions = contentRegions({ content, ignore: testOf(choice.ignore) });
  const candidates: Candidate[] = [];
  const texts: Record<Region, string[]> = { chosen: [], entry: [], article: [], main: [], body: [] };
  let anchor: Anchor | undefined;
  let inTitle = false;

  walk(html, () => {
    const visitor: Visitor = {
      elements: undefined,
      hears: true,
      open(name, attributes) {
        regions.open(name, attributes);
        if (name === 'title') inTitle = true;
        anchor?.open(name, attributes);
        if (name === 'a') anchor = undefined;
        const given = attributes.get(LINKS[name] ?? '');
        if (given === undefined || candidates.length >= MAX_LINKS) return;
        const raw = withoutBlanks(given);
        const resolved = httpUrl(raw, head.base);
        if (resolved === '' || identity(resolved) === self) return;
        const text = anchorText();
        candidates.push({
          href: asGiven(raw, resolved),
          rel: relTokens(attributes.get('rel')),
          regions: regions.of(attributes),
          anchor: text,
        });
        if (name === 'a') anchor = text;
      },
      close(name) {
        regions.close(name);
        if (name === 'title') inTitle = false;
        if (name === 'a') anchor = undefined;
        else anchor?.close(name);
      },
      text(piece) {
        anchor?.text(piece);
        if (inTitle) return;
        for (const region of regions.of(NO_ATTRIBUTES)) texts[region].push(piece);
      },
    };
    return visitor;
  });

  const chosen = content ? 'chosen' : (REGIONS.find((region) => regions.seen.has(region)) ?? 'body');
  const unique = new Map<string, Candidate>();
  for (const candidate of candidates) {
    if (candidate.regions.includes(chosen) && !unique.has(candidate.href)) unique.set(candidate.href, candidate);
  }
  const links = [...unique.values()];
  return {
    title: plainText(head.title, MAX_TITLE) || plainText(head.heading, MAX_TITLE),
    links: links.map(({ href, rel, anchor }) => ({ href, rel, anchor: anchor.plain() })),
    text: texts[chosen].join('').replace(/\s+/g, ' ').trim(),
    posts: regions.posts(),
    refresh: refreshOf(head),
  };
}

function testOf(selector: string | undefined) {
  const reading = selector === undefined ? undefined : readSelector(selector);
  return reading?.ok ? reading.matches : undefined;
}

/** Only ASCII: what has other characters goes over the wire percent-encoded, as it is asked for. */
function asGiven(raw: string, resolved: string): string {
  return /^https?:\/\/[!-~]+$/i.test(raw) && parseUrl(raw).ok ? raw : resolved;
}
