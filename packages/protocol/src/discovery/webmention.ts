import { isHtml } from '../document/content-type.ts';
import { headerValue } from '../http.ts';
import { identity } from '../identity.ts';
import { parseUrl } from '../url.ts';
import type { Finding } from './endpoint.ts';
import { readLinkHeaders } from './link-header.ts';
import type { DiscoveryPage } from './page.ts';
import { findRelatedLink } from './related-links.ts';

const PLAIN = 'webmention';
/** What endpoints were called before the word was registered; looked for where there is no plain one. */
const LEGACY = ['http://webmention.org/', 'http://webmention.org'];

interface Candidate {
  readonly url: string;
  readonly via: 'header' | 'link' | 'a';
}

/**
 * Absolute, with its query, which belongs to the endpoint (Webmention §3.1.3); `undefined` for what cannot be asked.
 */
function usable(url: string): string | undefined {
  const parsed = parseUrl(url);
  return parsed.ok ? parsed.url.href : undefined;
}

function inHeaders({ headers, finalUrl }: DiscoveryPage, relation: string): Candidate | undefined {
  for (const { href, rel, anchor } of readLinkHeaders(headers)) {
    if (!rel.includes(relation) || !URL.canParse(href, finalUrl)) continue;
    if (anchor !== undefined && !isThePage(anchor, finalUrl)) continue;
    const url = usable(new URL(href, finalUrl).href);
    if (url !== undefined) return { url, via: 'header' };
  }
  return undefined;
}

function isThePage(anchor: string, finalUrl: string): boolean {
  return URL.canParse(anchor, finalUrl) && identity(new URL(anchor, finalUrl)) === identity(finalUrl);
}

/** Webmention §3.1.2 looks for elements in HTML only; a page that does not name its type may well be some. */
function inHtml({ headers, html, finalUrl }: DiscoveryPage, relation: string): Candidate | undefined {
  const type = headerValue(headers, 'content-type');
  if ((type !== undefined && !isHtml(type)) || !/webmention/i.test(html)) return undefined;
  let found: Candidate | undefined;
  findRelatedLink(html, relation, finalUrl, ({ element, url }) => {
    const endpoint = usable(url);
    if (endpoint !== undefined) found = { url: endpoint, via: element };
    return found !== undefined;
  });
  return found;
}

function describe(via: Candidate['via'], relation: string): string {
  const where = via === 'header' ? 'A Link header of the page' : `A <${via} rel="${relation}"> on the page`;
  const old = relation === PLAIN ? '' : ', under the relation of the time before the specification';
  return `${where} names its webmention endpoint${old}.`;
}

/**
 * Finds the webmention endpoint of a page (Webmention §3.1.2): the first `Link` header, then the first of `<link>` and
 * `<a>` in document order, relative to the URL after redirects. An empty `href` is the page itself, a missing one is
 * none (webmention.rocks 15, 20). Relations from before the specification come last and are marked lenient.
 */
export function findWebmention(page: DiscoveryPage): Finding {
  for (const relation of [PLAIN, ...LEGACY]) {
    const found = inHeaders(page, relation) ?? inHtml(page, relation);
    if (found !== undefined) {
      const endpoint = { protocol: 'webmention', ...found, lenient: relation !== PLAIN } as const;
      return { found: 'endpoint', endpoint, how: describe(found.via, relation) };
    }
  }
  return { found: 'nothing' };
}
