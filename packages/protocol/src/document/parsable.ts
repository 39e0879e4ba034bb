import { wordsIn } from './ascii.ts';
import { namesOf } from './names.ts';
import { type Attributes, walk } from './walk.ts';

const ADDRESSES = ['href', 'src', 'data'];
/** Attributes by which one element includes another; nested a few times they include more than there is memory. */
const INCLUDES = ['itemref', 'headers'];
const LOOKED_AT = namesOf(['class', 'rel', ...ADDRESSES, ...INCLUDES]);
const PREFIX = /^(?:p|u|e|dt)-/;
/** Sizes in the utility classes of stylesheets, which would be taken for microformats and swallow what is in them. */
const SIZE = /^[hp]-(?:full|screen|auto|min|max|fit|px|[dsl]vh|lh)$/;
const MARKED = /(?:^|\s)(?:h|p|u|e|dt)-[a-z]/;
const OLD_ROOT = /\b(?:hentry|hreview|vevent|vcard|hnews|hfeed|hproduct|hresume)\b/;
/** The parser copies its lists at every element: 4,000 in one entry took it 0.2 s, 12,000 took 7 s. */
const MAX_MARKED = 4_000;
/** The property by which links to the target are found again: a date, for no other property is implied by their lack. */
export const LINK_MARK = 'x-link-to-target';

/** `{}` is what the parser collects properties and relations in, so it takes `constructor` for one it has already. */
function isInherited(name: string): boolean {
  return name in {};
}

function isSafe(token: string): boolean {
  return token !== 'include' && !SIZE.test(token) && !isInherited(token.replace(PREFIX, ''));
}

/** The parser splits at spaces only, and templates break long attributes into lines. */
function isTidy(tokens: string | undefined): boolean {
  return tokens === undefined || (!/[\t\n\f\r]/.test(tokens) && tokens.split(' ').every(isSafe));
}

function tidied(tokens: string): string {
  return wordsIn(tokens).filter(isSafe).join(' ');
}

/** Whether the parser resolves an address, by its own condition, and then throws; only a scheme or a host can be wrong. */
function isUnresolvable(address: string | undefined, base: string): boolean {
  if (address === undefined || address.includes('://') || !/^\s*(?:[/\\]{2}|[a-z][\w+.-]*:)/i.test(address))
    return false;
  return !URL.canParse(address, base);
}

function isHarmless(attributes: Attributes, base: string): boolean {
  return (
    isTidy(attributes.get('class')) &&
    isTidy(attributes.get('rel')) &&
    !INCLUDES.some((name) => attributes.has(name)) &&
    !ADDRESSES.some((name) => isUnresolvable(attributes.get(name), base))
  );
}

function mended(attributes: Attributes, base: string): Map<string, string> {
  const kept = new Map(attributes);
  for (const name of INCLUDES) kept.delete(name);
  for (const name of ADDRESSES) if (isUnresolvable(attributes.get(name), base)) kept.delete(name);
  for (const name of ['class', 'rel']) if (kept.has(name)) kept.set(name, tidied(kept.get(name) ?? ''));
  return kept;
}

/** A start tag written anew. */
function rewritten(tag: string, base: string, isLink: boolean): string {
  let text = '';
  walk(tag, () => ({
    elements: undefined,
    hears: false,
    open(name, attributes) {
      const kept = mended(attributes, base);
      if (isLink) kept.set('class', `${kept.get('class') ?? ''} dt-${LINK_MARK}`);
      text = `<${name}`;
      for (const [attribute, value] of kept)
        text += ` ${attribute}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
      text += '>';
    },
    close() {},
  }));
  return text;
}

/**
 * A page without what the parser of microformats throws at, which would cost the page all its microformats, or works on
 * without end: names that every object inherits, addresses that are no URL, `<base>` with a relative one (the base is
 * given to it), sizes, and the include pattern. The links to the target get a property more, because the parser tells
 * no offsets. Linear; only tags that need it are written anew. `undefined` for a page with more microformats than the
 * parser gets through.
 *
 * @param base what the parser is going to resolve against
 * @param links offsets of the start tags that link to the target
 */
export function parsable(html: string, base: string, links: ReadonlySet<number>): string | undefined {
  const pieces: string[] = [];
  const isOld = OLD_ROOT.test(html);
  let copied = 0;
  let marked = 0;
  walk(html, ({ stop }) => ({
    elements: undefined,
    attributes: LOOKED_AT,
    hears: false,
    open(name, attributes, at, end) {
      if (isOld ? attributes.has('class') || attributes.has('rel') : MARKED.test(attributes.get('class') ?? ''))
        marked += 1;
      if (marked > MAX_MARKED) return stop();
      const isLink = links.has(at);
      if (name !== 'base' && !isLink && isHarmless(attributes, base)) return;
      pieces.push(html.slice(copied, at), name === 'base' ? '' : rewritten(html.slice(at, end), base, isLink));
      copied = end;
    },
    close() {},
  }));
  if (marked > MAX_MARKED) return undefined;
  return pieces.length === 0 ? html : pieces.join('') + html.slice(copied);
}
