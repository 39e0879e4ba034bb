import type { HttpReply } from '../http.ts';
import type { TellingProtocol } from './endpoint.ts';
import { type HeaderLink, readLinkHeaders } from './link-header.ts';
import { declinedProtocols } from './opt-out.ts';
import { discoveryPage } from './page.ts';
import { matchPingbackPattern } from './pingback-pattern.ts';
import { findRelatedLink, type RelatedLink } from './related-links.ts';

/** All that names an endpoint on a page, whether anybody would take it or not: for whoever is to mend the page. */
export interface Advertised {
  /** What the pattern of Pingback 1.0 §2.3 takes, wherever in the page it stands. */
  readonly pattern: string | undefined;
  /** Elements for Pingback as an HTML reader sees them, in document order; ten at most. */
  readonly pingbacks: readonly RelatedLink[];
  /** The same for Webmention. */
  readonly webmentions: readonly RelatedLink[];
  /** Those of the `Link` headers that have one of the two words in their `rel`. */
  readonly links: readonly HeaderLink[];
  /** Protocols by which the page asks not to be told. */
  readonly declined: readonly TellingProtocol[];
}

const MOST = 10;

/**
 * Reads everything on a page that speaks of an endpoint, the broken and the useless too; what a sender is to use is for
 * `readDiscovery` to say. Never throws, and is linear on every page.
 *
 * @example
 * readAdvertised(reply).pingbacks[0]?.href; // '/xmlrpc', which Pingback does not allow
 */
export function readAdvertised(reply: HttpReply): Advertised {
  const page = discoveryPage(reply.finalUrl, reply);

  function elements(token: 'pingback' | 'webmention'): readonly RelatedLink[] {
    const found: RelatedLink[] = [];
    if (page.html.toLowerCase().includes(token))
      findRelatedLink(page.html, token, page.finalUrl, (link) => found.push(link) === MOST);
    return found;
  }

  return {
    pattern: matchPingbackPattern(page.raw),
    pingbacks: elements('pingback'),
    webmentions: elements('webmention'),
    links: readLinkHeaders(page.headers).filter(({ rel }) => rel.includes('pingback') || rel.includes('webmention')),
    declined: [...declinedProtocols(page)],
  };
}
