import { parseUrl } from '@hearback/protocol';
import { type Finding, warning } from './finding.ts';
import type { Source } from './source.ts';
import { WORDPRESS_BYTES, type WordPressView } from './wordpress.ts';

/** One line names this many links, and how many more there are. */
const NAMED = 3;

/** Which links of a source WordPress would not find. They are warnings: the page's other links are none the worse. */
export function* checkLinks({ links, url }: Source, html: string, seen: WordPressView): Generator<Finding> {
  const targets = [...new Set(links.map(({ href }) => href))].filter((href) => isElsewhere(href, url));
  if (targets.length === 0) {
    yield warning('no-links');
    return;
  }
  const lost = seen.title.trim() === '' ? [] : targets.filter((target) => !seen.finds(target));
  const late = lost.filter((target) => isLate(html, target));
  const bare = lost.filter((target) => !late.includes(target) && target.includes('&') && html.includes(target));
  const rest = lost.filter((target) => !late.includes(target) && !bare.includes(target));
  if (late.length > 0) yield warning('link-late', { parts: { links: named(late) } });
  if (bare.length > 0) yield warning('link-ampersand', { parts: { links: named(bare) } });
  if (rest.length > 0) yield warning('link-shape', { parts: { links: named(rest) } });
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
  return `${targets.slice(0, NAMED).join(', ')}${more > 0 ? ` (+${more})` : ''}`;
}
