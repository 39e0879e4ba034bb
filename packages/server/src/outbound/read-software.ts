import type { Discovery } from '@hearback/protocol';
import type { Software } from '../software.ts';

/** Services whose endpoint is on a host of theirs. */
const SERVICES: ReadonlyMap<string, Software> = new Map([
  ['webmention.io', 'webmention.io'],
  ['micro.blog', 'micro.blog'],
]);

/** How software signs the pages that it makes. */
const SIGNATURES: readonly (readonly [RegExp, Software])[] = [
  [/^wordpress\b/i, 'WordPress'],
  [/^ghost\b/i, 'Ghost'],
  [/^known\b/i, 'Known'],
  [/^drupal\b/i, 'Drupal'],
  [/^typecho\b/i, 'Typecho'],
  [/^serendipity\b/i, 'Serendipity'],
];

/**
 * What listens at the chosen endpoint; `undefined` for what says nothing of itself. The page's own word counts only when
 * the endpoint is on its host: a site made by Ghost may have its linkbacks taken by anything. That the endpoint has the
 * name of WordPress's counts before it.
 */
export function softwareOf({ chosen, finalUrl, generator }: Discovery): Software | undefined {
  if (!chosen) return undefined;
  const endpoint = new URL(chosen.url);
  const service = SERVICES.get(endpoint.host);
  if (service) return service;
  if (/\/(?:xmlrpc|wp-trackback)\.php$|\/wp-json\//.test(endpoint.pathname)) return 'WordPress';
  if (endpoint.host !== new URL(finalUrl).host) return undefined;
  return SIGNATURES.find(([signature]) => signature.test(generator))?.[1];
}
