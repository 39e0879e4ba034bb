import { parseUrl } from '@hearback/protocol';
import { type Finding, warning } from './finding.ts';
import type { Source } from './source.ts';
import { WORDPRESS_BYTES, type WordPressView, wordPressView } from './wordpress.ts';

/** Ports that WordPress lets a source be on. */
const PORTS = ['', '80', '443', '8080'];
/** One line names this many links, and how many more there are. */
const NAMED = 3;

/** What some receivers would hold against a page, in the order of how many they are. */
export function checkSource(source: Source): readonly Finding[] {
  const html = latin1(source.reply.body);
  const seen = wordPressView(html.slice(0, WORDPRESS_BYTES));
  return [...ofAddress(source), ...ofTitle(html, seen), ...ofLinks(source, html, seen), ...ofPage(source)];
}

function* ofAddress({ url, reply, sendsOn }: Source): Generator<Finding> {
  if (reply.chain.length > 1)
    yield warning(
      'redirect',
      `The page redirects to ${reply.finalUrl}. WordPress follows no redirect of a source: link to that address and announce it.`,
    );
  if (sendsOn !== '')
    yield warning(
      'refresh',
      `The page sends its readers on to ${sendsOn} (refresh), so it is not told of: link to that page and announce it.`,
    );
  if (!PORTS.includes(url.port))
    yield warning('port', `The page is on port ${url.port}. WordPress takes sources on 80, 443 and 8080 only.`);
  if (url.hostname.startsWith('[') || /^[\d.]+$/.test(url.hostname))
    yield warning('address', 'The page is at a bare address. Most receivers take names only.');
}

function* ofTitle(html: string, { title }: WordPressView): Generator<Finding> {
  if (title.trim() !== '') return;
  const refuses = 'WordPress refuses such a page (fault 32)';
  const somewhere = /<title>[^<]*\S[^<]*<\/title>/i.exec(html);
  if (somewhere) yield warning('title-late', `The title comes after 150 KB. ${refuses}: move it to the top.`);
  else if (/<title\s[^>]*>/i.test(html))
    yield warning('title-attributes', `The title element has attributes. ${refuses}: leave them out.`);
  else yield warning('title-missing', `The page has no title. ${refuses}: give it one.`);
}

function* ofLinks({ links, url }: Source, html: string, seen: WordPressView): Generator<Finding> {
  const targets = [...new Set(links.map(({ href }) => href))].filter((href) => isElsewhere(href, url));
  if (targets.length === 0) {
    yield warning('no-links', 'The content of the page links to nobody else, so there is nobody to tell.');
    return;
  }
  const lost = title(seen) ? targets.filter((target) => !seen.finds(target)) : [];
  const late = lost.filter((target) => isLate(html, target));
  const bare = lost.filter((target) => !late.includes(target) && target.includes('&') && html.includes(target));
  const rest = lost.filter((target) => !late.includes(target) && !bare.includes(target));
  if (late.length > 0)
    yield warning('link-late', `Some links come after 150 KB, where WordPress does not look: ${named(late)}.`);
  if (bare.length > 0)
    yield warning(
      'link-ampersand',
      `In some links “&” is not written “&amp;”, and WordPress does not find them: ${named(bare)}.`,
    );
  if (rest.length > 0)
    yield warning(
      'link-shape',
      `WordPress would not find some links: ${named(rest)}. It looks for a lower-case <a> whose address is written in full, with text and neither a picture nor a heading or paragraph in it.`,
    );
}

function* ofPage({ facts, reply, takesPingbacks }: Source): Generator<Finding> {
  if (reply.truncated) yield warning('large', 'The page is larger than 1 MiB; nobody looks for links after that.');
  if (!takesPingbacks)
    yield warning(
      'no-pingback',
      'The page names no pingback endpoint of its own. Typecho refuses such sources: add <link rel="pingback" href="…">.',
    );
  if (facts.noindex)
    yield warning('noindex', 'The page asks not to be indexed (noindex). Some take that for not being public.');
}

function title({ title: text }: WordPressView): boolean {
  return text.trim() !== '';
}

function isElsewhere(href: string, page: URL): boolean {
  const parsed = parseUrl(href);
  return parsed.ok && parsed.url.host !== page.host;
}

function isLate(html: string, target: string): boolean {
  const written = [target, target.replaceAll('&', '&amp;')].map((text) => html.indexOf(text)).filter((at) => at >= 0);
  return written.length > 0 && Math.min(...written) + target.length > WORDPRESS_BYTES;
}

function named(targets: readonly string[]): string {
  const more = targets.length - NAMED;
  return `${targets.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** A character for each byte: markup is ASCII, and places are counted in bytes. */
function latin1(body: Uint8Array): string {
  return new TextDecoder('iso-8859-1').decode(body);
}
