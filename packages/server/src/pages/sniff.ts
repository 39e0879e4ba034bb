import { type HeaderLine, headerValue, isHtml } from '@hearback/protocol';

const HEAD_BYTES = 4_096;
/** What may stand before the first element; an HTML document type says itself what the document is. */
const PREAMBLE = /^(?:\s+|\ufeff|ï»¿|<\?[^>]*>|<!--[\s\S]*?-->)+/;

/**
 * What a listing is, told by how it begins: servers send feeds with every Content-Type there is. Only where the beginning
 * says nothing the Content-Type decides. UTF-16 is read as if it were ASCII with holes.
 */
export function kindOfListing(body: Uint8Array, headers: readonly HeaderLine[]): 'feed' | 'sitemap' | 'page' {
  const start = new TextDecoder('windows-1252').decode(body.subarray(0, HEAD_BYTES)).replaceAll('\0', '');
  const text = start.replace(PREAMBLE, '');
  const root = /^<(?:[\w-]+:)?([\w-]+)/.exec(text)?.[1]?.toLowerCase();
  if (root === 'urlset' || root === 'sitemapindex') return 'sitemap';
  if (root === 'rss' || root === 'feed' || root === 'rdf' || text.startsWith('{')) return 'feed';
  if (root === 'html' || /^<!doctype\s+html/i.test(text)) return 'page';
  return isHtml(headerValue(headers, 'content-type')) && !/^<!doctype/i.test(text) ? 'page' : 'feed';
}
