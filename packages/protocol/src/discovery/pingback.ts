import { parseUrl } from '../url.ts';
import type { Finding } from './endpoint.ts';
import type { DiscoveryPage } from './page.ts';
import { matchPingbackPattern } from './pingback-pattern.ts';
import { findRelatedLink } from './related-links.ts';
import { xPingback } from './x-pingback.ts';

function endpoint(url: string, via: 'header' | 'link' | 'a', lenient: boolean): Finding {
  return { found: 'endpoint', endpoint: { protocol: 'pingback', url, via, lenient }, how: describe(via, lenient) };
}

function describe(via: 'header' | 'link' | 'a', lenient: boolean): string {
  if (via === 'header') return 'The X-Pingback header of the page names its pingback endpoint.';
  const element = `A <${via} rel="pingback"> on the page names its pingback endpoint`;
  return lenient ? `${element}, not in the form of the specification.` : `${element}.`;
}

function invalid(where: string, why: string): Finding {
  return {
    found: 'invalid',
    reason: `The page names a pingback endpoint in its ${where} that is no usable URL: ${why}.`,
  };
}

function findByMarkup(page: DiscoveryPage): Finding {
  let finding: Finding = { found: 'nothing' };
  // Most pages never say the word, and looking for it costs a thirtieth of walking over them.
  if (!/pingback/i.test(page.html)) return finding;
  findRelatedLink(page.html, 'pingback', page.finalUrl, ({ element, href, url }) => {
    // An empty one would be the page itself, which no pingback page means.
    if (href === '') return false;
    const parsed = parseUrl(url);
    if (parsed.ok) finding = endpoint(parsed.url.href, element, true);
    return parsed.ok;
  });
  return finding;
}

/**
 * Finds the pingback endpoint of a page: the header, then the specification's pattern on the raw page (Pingback 1.0
 * §2.3), then any `<link>` or `<a>` that an HTML reader would take for one, marked lenient. A header that is there and
 * broken ends the search: it would have won, so what the link says may be another server's business.
 */
export function findPingback(page: DiscoveryPage): Finding {
  const header = xPingback(page.headers);
  if (header !== undefined) {
    const parsed = parseUrl(header);
    return parsed.ok ? endpoint(parsed.url.href, 'header', false) : invalid('X-Pingback header', parsed.reason);
  }
  const link = matchPingbackPattern(page.raw);
  const parsed = link === undefined ? undefined : parseUrl(link);
  if (parsed?.ok) return endpoint(parsed.url.href, 'link', false);
  const lenient = findByMarkup(page);
  return lenient.found === 'nothing' && parsed !== undefined ? invalid('link element', parsed.reason) : lenient;
}
