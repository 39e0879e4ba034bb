import { hostAndPort, urlParts } from '../identity.ts';
import { httpUrl, parsedHttpUrl, plainText } from '../text.ts';
import { withoutBlanks } from './ascii.ts';
import { isBlock, isGap } from './blocks.ts';
import type { LinkPlace } from './link-place.ts';
import { openElements } from './open-elements.ts';
import type { Place } from './places.ts';
import { relTokens } from './rel.ts';
import { type Attributes, type Visitor, walk } from './walk.ts';

/** A link of a page to another host. */
export interface OutsideLink {
  /** Host and port. */
  readonly host: string;
  /** At most 100 characters; images count with their `alt`. */
  readonly anchor: string;
  readonly place: Place;
  /** Readers do not see it: an element that it is in hides what is in it. */
  readonly hidden: boolean;
  /** It asks not to be counted: `nofollow`, `ugc` or `sponsored`. */
  readonly marked: boolean;
  /** It is one of the links to the target. */
  readonly toTarget: boolean;
  /** It has a class of microformats (`u-in-reply-to`, `u-syndication`), which machines read and readers need not see. */
  readonly forMachines: boolean;
}

/** What a page is beside its links to the target: what somebody needs to know who judges whether it is spam. */
export interface Surroundings {
  /** What readers see as the page's own words, without quotations, comments, navigation and footer; at most 20,000 characters. */
  readonly text: string;
  /** What visitors wrote, at most 5,000 characters. */
  readonly comments: string;
  /** Words that readers see, that stand in quotations, that are hidden, and that are links to other hosts. */
  readonly words: number;
  readonly quotedWords: number;
  readonly hiddenWords: number;
  readonly linkWords: number;
  /** The first 600 in document order. */
  readonly outside: readonly OutsideLink[];
  /** All of them, and how many hosts they go to (counted up to 2,000). */
  readonly outsideLinks: number;
  readonly outsideHosts: number;
  readonly insideLinks: number;
  /** Text of headings from `h1` to `h4`, at most 40 of them. */
  readonly headings: readonly string[];
  /** `content` of `<meta name=keywords>`, at most 1,000 characters. */
  readonly keywords: string;
  readonly description: string;
  /** Where the page sends its reader on without a click; `''` when it stays. */
  readonly sendsOn: string;
}

const MAX_TEXT = 20_000;
const MAX_COMMENTS = 5_000;
const MAX_LINKS = 600;
const MAX_HOSTS = 2_000;
const MAX_ANCHOR = 100;
const MAX_HEADINGS = 40;
const MAX_SCRIPT_LOOK = 200_000;
const UNCOUNTED = new Set(['nofollow', 'ugc', 'sponsored']);
const HEADING = /^h[1-4]$/;
const SENDING_SCRIPT =
  /(?:(?:window|document|self|top|parent)\s*\.\s*)?location(?:\s*\.\s*href)?\s*=\s*["'](https?:[^"'\s]{1,500})["']|location\s*\.\s*(?:replace|assign)\s*\(\s*["'](https?:[^"'\s]{1,500})["']/i;
/** What it has in it; looking for that alone is a great deal cheaper, and few pages have it. */
const SENDING_WORD = /location/i;
const MACHINE_CLASS = /(?:^|\s)u-[a-z]/;

/** Chinese, Japanese and Thai, which put no space between words. */
function isUnspaced(code: number): boolean {
  return (code >= 0x3041 && code < 0xa000) || (code >= 0x0e00 && code < 0x0e80);
}

function isLetter(code: number): boolean {
  if (code < 128) return (code > 47 && code < 58) || ((code | 32) > 96 && (code | 32) < 123);
  return (
    code >= 0xc0 &&
    (code < 0x2000 || code > 0x206f) &&
    (code < 0x3000 || code > 0x303f) &&
    (code < 0xff00 || code > 0xff0f)
  );
}

/** Words, two characters of an unspaced script for one. By hand: expressions with scripts in them took half of the whole pass. */
function countWords(text: string): number {
  let words = 0;
  let unspaced = 0;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x0e00 && isUnspaced(code)) {
      unspaced += 1;
      inside = false;
    } else if (!isLetter(code)) inside = false;
    else if (!inside) {
      inside = true;
      words += 1;
    }
  }
  return words + Math.ceil(unspaced / 2);
}

/** The URL of `5; url=https://…`; `''` for a page that reloads itself. */
function refreshOf(content: string, base: string): string {
  const url = /^\s*\d{1,9}(?:\.\d*)?\s*[;,]\s*url\s*=\s*["']?([^"'\s]{1,2048})/i.exec(content)?.[1];
  return url === undefined ? '' : httpUrl(url, base);
}

/** Collects text as it goes by, without ever holding much more than is wanted. */
function gatherer(max: number) {
  let text = '';
  return {
    add(piece: string): void {
      if (text.length < max) text += piece;
    },
    plain: () =>
      text
        .replace(/\s{2,}|[^\S ]/g, ' ')
        .trim()
        .slice(0, max),
  };
}

/**
 * Looks at everything around the links to the target. One pass, linear on every page, never throws. Of what it answers
 * nothing is believed or shown: it is for judging only.
 *
 * @param page `base` as for the links; `targets` are offsets of the start tags that link to the target; `placed` hears where
 * each of them stands
 */
export function readSurroundings(
  html: string,
  page: {
    readonly base: string;
    readonly finalUrl: string;
    readonly targets: ReadonlySet<number>;
    readonly placed?: (at: number, place: LinkPlace) => void;
  },
): Surroundings {
  const { base, targets } = page;
  const own = urlParts(page.finalUrl)?.host ?? '';
  const { innermost, hides, push, pop, linkPlace } = openElements(html);
  const text = gatherer(MAX_TEXT);
  const comments = gatherer(MAX_COMMENTS);
  const words = { seen: 0, quoted: 0, hidden: 0, link: 0 };
  const outside: (Omit<OutsideLink, 'anchor'> & { anchor: string })[] = [];
  const hosts = new Set<string>();
  const headings: string[] = [];
  let counts = { outside: 0, inside: 0 };
  let anchor: { text: string; readonly link: (typeof outside)[number] | undefined } | undefined;
  let heading: string | undefined;
  let title = false;
  let keywords = '';
  let description = '';
  let sendsOn = '';

  function endAnchor(): void {
    if (anchor !== undefined) words.link += countWords(anchor.text);
    if (anchor?.link !== undefined) anchor.link.anchor = plainText(anchor.text, MAX_ANCHOR);
    anchor = undefined;
  }

  function addLink(attributes: Attributes, at: number): void {
    const url = parsedHttpUrl(withoutBlanks(attributes.get('href') ?? ''), base);
    if (url === undefined) return;
    const host = hostAndPort(url);
    if (host === own && !targets.has(at)) {
      counts = { ...counts, inside: counts.inside + 1 };
      return;
    }
    counts = { ...counts, outside: counts.outside + 1 };
    if (hosts.size < MAX_HOSTS) hosts.add(host);
    const { place, hidden } = innermost();
    const link = {
      host,
      anchor: '',
      place,
      hidden: hidden || hides(attributes),
      marked: relTokens(attributes.get('rel')).some((token) => UNCOUNTED.has(token)),
      toTarget: targets.has(at),
      forMachines: MACHINE_CLASS.test(attributes.get('class') ?? ''),
    };
    // A link to the target is kept however many stand before it.
    const isKept = outside.length < MAX_LINKS || link.toTarget;
    if (isKept) outside.push(link);
    anchor = { text: '', link: isKept ? link : undefined };
  }

  function gap(name: string): void {
    if (!isGap(name)) return;
    text.add(' ');
    comments.add(' ');
    if (anchor !== undefined) anchor.text += ' ';
    if (heading !== undefined) heading += ' ';
  }

  walk(html, () => {
    const visitor: Visitor = {
      elements: undefined,
      hears: true,
      open(name, attributes, at) {
        if (name === 'title') title = true;
        else if (name === 'meta') addMeta(attributes);
        // A paragraph that was not closed ends where the next block begins.
        if (isBlock(name) && innermost().name === 'p') pop('p');
        gap(name);
        if (name === 'a') endAnchor();
        push(name, attributes);
        if (targets.has(at)) page.placed?.(at, linkPlace(name, attributes));
        if (name === 'a' || name === 'area') addLink(attributes, at);
        else if (name === 'img' && anchor !== undefined) anchor.text += ` ${attributes.get('alt') ?? ''} `;
        if (HEADING.test(name)) heading = '';
      },
      close(name) {
        if (name === 'title') title = false;
        if (name === 'a') endAnchor();
        if (HEADING.test(name) && heading !== undefined) {
          if (headings.length < MAX_HEADINGS) headings.push(plainText(heading, MAX_ANCHOR));
          heading = undefined;
        }
        gap(name);
        pop(name);
      },
      text(piece) {
        if (title) return;
        if (anchor !== undefined && anchor.text.length < 1_000) anchor.text += piece;
        if (heading !== undefined && heading.length < 1_000) heading += piece;
        const { hidden, place, quoted } = innermost();
        const count = countWords(piece);
        if (hidden) {
          words.hidden += count;
          return;
        }
        words.seen += count;
        if (quoted) words.quoted += count;
        else if (place === 'content') text.add(piece);
        else if (place === 'comment') comments.add(piece);
      },
    };
    return visitor;
  });
  endAnchor();

  function addMeta(attributes: Attributes): void {
    const content = attributes.get('content') ?? '';
    const name = (attributes.get('name') ?? attributes.get('property') ?? '').toLowerCase();
    if (name === 'keywords') keywords ||= plainText(content, 1_000);
    else if (name === 'description' || name === 'og:description') description ||= plainText(content, 500);
    else if (attributes.get('http-equiv')?.toLowerCase() === 'refresh') sendsOn ||= refreshOf(content, base);
  }

  const looked = html.slice(0, MAX_SCRIPT_LOOK);
  const script = SENDING_WORD.test(looked) ? SENDING_SCRIPT.exec(looked) : null;
  return {
    text: text.plain(),
    comments: comments.plain(),
    words: words.seen,
    quotedWords: words.quoted,
    hiddenWords: words.hidden,
    linkWords: words.link,
    outside,
    outsideLinks: counts.outside,
    outsideHosts: hosts.size,
    insideLinks: counts.inside,
    headings: headings.filter(Boolean),
    keywords,
    description,
    sendsOn: sendsOn || httpUrl(script?.[1] ?? script?.[2] ?? '', base),
  };
}
