import { type Finding, problem, warning } from './finding.ts';
import { latin1 } from './latin1.ts';
import type { Source } from './source.ts';
import { checkLinks } from './source-links.ts';
import { WORDPRESS_BYTES, type WordPressView, wordPressView } from './wordpress.ts';

/** Ports that WordPress lets a source be on. */
const PORTS = ['', '80', '443', '8080'];

/** What some receivers would hold against a page, in the order of how many they are. */
export function checkSource(source: Source): readonly Finding[] {
  const html = latin1(source.reply.body);
  const seen = wordPressView(html.slice(0, WORDPRESS_BYTES));
  return [...ofAddress(source), ...ofTitle(html, seen), ...checkLinks(source, html, seen), ...ofPage(source)];
}

function* ofAddress({ url, reply, sendsOn }: Source): Generator<Finding> {
  if (reply.chain.length > 1)
    yield problem(
      'redirect',
      `The page redirects to ${reply.finalUrl}.`,
      'WordPress follows no redirect of a source.',
      'Link to that address and announce it.',
    );
  if (sendsOn !== '')
    yield problem(
      'refresh',
      `The page sends its readers on to ${sendsOn} (refresh).`,
      'So it is no page to be told of.',
      'Link to that page and announce it.',
    );
  if (!PORTS.includes(url.port))
    yield problem(
      'port',
      `The page is on port ${url.port}.`,
      'WordPress takes sources on 80, 443 and 8080 only.',
      'Serve it on one of them.',
    );
  if (url.hostname.startsWith('[') || /^[\d.]+$/.test(url.hostname))
    yield warning('address', 'The page is at a bare address.', 'Most receivers take names only.', 'Give it a name.');
}

function* ofTitle(html: string, { title }: WordPressView): Generator<Finding> {
  if (title.trim() !== '') return;
  const refuses = 'WordPress refuses such a page (fault 32).';
  const somewhere = /<title>[^<]*\S[^<]*<\/title>/i.exec(html);
  if (somewhere) yield problem('title-late', 'The title comes after 150 KB.', refuses, 'Move it to the top.');
  else if (/<title\s[^>]*>/i.test(html))
    yield problem('title-attributes', 'The title element has attributes.', refuses, 'Leave them out.');
  else yield problem('title-missing', 'The page has no title.', refuses, 'Give it one.');
}

function* ofPage({ facts, reply, takesPingbacks }: Source): Generator<Finding> {
  if (reply.truncated)
    yield warning(
      'large',
      'The page is larger than 1 MiB.',
      'Nobody looks for links after that.',
      'Make it smaller, or have its links come early.',
    );
  if (!takesPingbacks)
    yield warning(
      'no-pingback',
      'The page names no pingback endpoint of its own.',
      'Typecho refuses such sources.',
      'Add <link rel="pingback" href="…">.',
    );
  if (facts.noindex)
    yield warning(
      'noindex',
      'The page asks not to be indexed (noindex).',
      'Some take that for not being public.',
      'Leave it out where the page may be found.',
    );
}
