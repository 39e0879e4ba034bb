import { readHead } from '../document/head.ts';
import { robotsHeader, robotsMeta } from '../document/robots.ts';
import { headerValues } from '../http.ts';
import type { TellingProtocol } from './endpoint.ts';
import type { DiscoveryPage } from './page.ts';

/** Words among those for robots, and by what they keep us from telling. No standard has them; they follow `noindex`. */
const WORDS: ReadonlyMap<string, readonly TellingProtocol[]> = new Map([
  ['nolinkback', ['webmention', 'pingback', 'trackback']],
  ['nowebmention', ['webmention']],
  ['nopingback', ['pingback']],
  ['notrackback', ['trackback']],
]);
const OURS = 'hearback';

/**
 * The protocols by which a page asks not to be told although it, or the theme it has, names an endpoint: `nolinkback` and
 * its kin in `<meta name="robots">`, `<meta name="hearback">` or `X-Robots-Tag`. `noindex`, `nofollow` and `none` speak of
 * search engines and change nothing.
 */
export function declinedProtocols(page: DiscoveryPage): ReadonlySet<TellingProtocol> {
  const inHeaders = headerValues(page.headers, 'x-robots-tag').flatMap((line) => robotsHeader(line, OURS));
  return new Set([...inHeaders, ...inMarkup(page)].flatMap((word) => WORDS.get(word) ?? []));
}

function inMarkup({ html, finalUrl }: DiscoveryPage): readonly string[] {
  // Nearly no page says one of the words, and looking for them costs a thirtieth of walking over it.
  if (!/no(?:linkback|webmention|pingback|trackback)/i.test(html)) return [];
  return robotsMeta(readHead(html, finalUrl).meta, OURS);
}
