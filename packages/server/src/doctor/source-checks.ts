import { type Finding, problem, warning } from './finding.ts';
import { latin1 } from './latin1.ts';
import type { Source } from './source.ts';
import { checkLinks } from './source-links.ts';
import { WORDPRESS_BYTES, type WordPressView, wordPressView } from './wordpress.ts';
import { WORDPRESS_PORTS } from './wordpress-discovery.ts';

/** What some receivers would hold against a page, in the order of how many they are. */
export function checkSource(source: Source): readonly Finding[] {
  const html = latin1(source.reply.body);
  const seen = wordPressView(html.slice(0, WORDPRESS_BYTES));
  return [...ofAddress(source), ...ofTitle(html, seen), ...checkLinks(source, html, seen), ...ofPage(source)];
}

function* ofAddress({ url, reply, sendsOn }: Source): Generator<Finding> {
  if (reply.chain.length > 1) yield problem('redirect', { parts: { url: reply.finalUrl }, says: 'redirect.source' });
  if (sendsOn !== '') yield problem('refresh', { parts: { url: sendsOn } });
  if (!WORDPRESS_PORTS.includes(url.port)) yield problem('port', { parts: { port: url.port } });
  if (url.hostname.startsWith('[') || /^[\d.]+$/.test(url.hostname)) yield warning('address');
}

function* ofTitle(html: string, { title }: WordPressView): Generator<Finding> {
  if (title.trim() !== '') return;
  const somewhere = /<title>[^<]*\S[^<]*<\/title>/i.exec(html);
  if (somewhere) yield problem('title-late');
  else if (/<title\s[^>]*>/i.test(html)) yield problem('title-attributes');
  else yield problem('title-missing');
}

function* ofPage({ facts, reply, takesPingbacks }: Source): Generator<Finding> {
  if (reply.truncated) yield warning('large');
  if (!takesPingbacks) yield warning('no-pingback');
  if (facts.noindex) yield warning('noindex', isDated(facts) ? { says: 'noindex.after' } : {});
}

/** Nothing else that it tells robots means noindex. */
function isDated({ robots = '' }: Source['facts']): boolean {
  const said = robots.split(', ');
  return !said.includes('noindex') && !said.includes('none');
}
