import type { HttpReply } from '../http.ts';
import type { Discovery, Endpoint } from './endpoint.ts';
import { discoveryPage } from './page.ts';
import { findPingback } from './pingback.ts';

function describe(endpoint: Endpoint): string {
  if (endpoint.via === 'header') return 'The X-Pingback header of the page names its pingback endpoint.';
  const element = `A <${endpoint.via} rel="pingback"> on the page names its pingback endpoint`;
  return endpoint.lenient ? `${element}, not in the form of the specification.` : `${element}.`;
}

/**
 * What a fetched page offers. The status does not count: pages behind a log-in or gone from view still say where their
 * notifications go, and the endpoint knows better than we what exists.
 *
 * @param url the page as it was asked for, fragment and all
 * @example
 * readDiscovery('https://bob.example/2', reply).chosen?.url; // 'https://bob.example/xmlrpc'
 */
export function readDiscovery(url: string, reply: HttpReply): Discovery {
  const finding = findPingback(discoveryPage(reply));
  const page = { url, finalUrl: reply.finalUrl };
  if (finding.found === 'endpoint') {
    return { ...page, endpoints: [finding.endpoint], chosen: finding.endpoint, reason: describe(finding.endpoint) };
  }
  const nothing =
    reply.status >= 400
      ? `The page answered HTTP ${reply.status} and names no pingback endpoint.`
      : 'The page takes no pingbacks: it has neither an X-Pingback header nor a pingback link.';
  return { ...page, endpoints: [], chosen: null, reason: finding.found === 'invalid' ? finding.reason : nothing };
}
