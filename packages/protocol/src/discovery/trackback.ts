import { parseUrl } from '../url.ts';
import type { Finding } from './endpoint.ts';
import type { DiscoveryPage } from './page.ts';
import { rdfBlocks } from './rdf-blocks.ts';
import { chooseBlock } from './rdf-choice.ts';
import { findRelatedLink } from './related-links.ts';

function endpoint(url: string, via: 'rdf' | 'link' | 'a', lenient: boolean): Finding {
  return { found: 'endpoint', endpoint: { protocol: 'trackback', url, via, lenient }, how: describe(via, lenient) };
}

function describe(via: 'rdf' | 'link' | 'a', lenient: boolean): string {
  if (via !== 'rdf') return `A <${via} rel="trackback"> on the page names its TrackBack endpoint.`;
  const block = 'RDF in the source of the page names its TrackBack endpoint';
  return lenient ? `${block}, not quite in the form of the specification.` : `${block}.`;
}

function findByRdf({ html, url, finalUrl }: DiscoveryPage): Finding {
  const chosen = chooseBlock(rdfBlocks(html), url, finalUrl);
  if (chosen === undefined) return { found: 'nothing' };
  const parsed = parseUrl(chosen.ping);
  if (parsed.ok) return endpoint(parsed.url.href, 'rdf', chosen.lenient);
  const reason = `The page names a TrackBack endpoint in its RDF that is no usable URL: ${parsed.reason}.`;
  return { found: 'invalid', reason };
}

function findByMarkup({ html, finalUrl }: DiscoveryPage): Finding {
  let finding: Finding = { found: 'nothing' };
  findRelatedLink(html, 'trackback', finalUrl, ({ element, href, url }) => {
    // An empty one would be the page itself, which no TrackBack page means.
    const parsed = href === '' ? undefined : parseUrl(url);
    if (parsed?.ok) finding = endpoint(parsed.url.href, element, true);
    return parsed?.ok ?? false;
  });
  return finding;
}

/**
 * Finds the TrackBack endpoint of a page: the RDF block whose identifier is the page (TrackBack 1.2 "Auto-Discovery of
 * TrackBack Ping URLs"), then more forgiving readings of the blocks, then `rel=trackback`, all of those marked lenient.
 * Guessing `/trackback/` behind the page is left out: it would post to pages that never asked for it.
 */
export function findTrackback(page: DiscoveryPage): Finding {
  // Hardly any page says the word, and looking for it costs a thirtieth of walking over them.
  if (!/trackback/i.test(page.html)) return { found: 'nothing' };
  const rdf = findByRdf(page);
  if (rdf.found === 'endpoint') return rdf;
  const link = findByMarkup(page);
  return link.found === 'nothing' ? rdf : link;
}
