import type { HttpReply } from '../http.ts';
import type { Discovery, Endpoint, Finding } from './endpoint.ts';
import { generatorOf } from './generator.ts';
import { declinedProtocols } from './opt-out.ts';
import type { DiscoveryPage } from './page.ts';
import { discoveryPage } from './page.ts';
import { findPingback } from './pingback.ts';
import { findTrackback } from './trackback.ts';
import { findWebmention } from './webmention.ts';

/** One for each protocol, the preferred one first: Webmention, then Pingback, then TrackBack. */
const FINDERS: readonly ((page: DiscoveryPage) => Finding)[] = [findWebmention, findPingback, findTrackback];

const NAMES: Readonly<Record<Endpoint['protocol'], string>> = {
  webmention: 'Webmention',
  pingback: 'Pingback',
  trackback: 'TrackBack',
};

function choice([chosen, ...others]: readonly Extract<Finding, { found: 'endpoint' }>[]): string {
  if (chosen === undefined) return '';
  if (others.length === 0) return chosen.how;
  const names = others.map(({ endpoint }) => NAMES[endpoint.protocol]).join(' and ');
  return `${chosen.how} It takes ${names} too; ${NAMES[chosen.endpoint.protocol]} is chosen, and only that is used.`;
}

/** What is found for a protocol by which the page asks not to be told. */
function withheld(finding: Finding, declined: ReadonlySet<Endpoint['protocol']>): Finding {
  if (finding.found !== 'endpoint' || !declined.has(finding.endpoint.protocol)) return finding;
  const name = NAMES[finding.endpoint.protocol];
  return { found: 'invalid', reason: `The page names a ${name} endpoint and asks robots not to use it.` };
}

function absence(findings: readonly Finding[], status: number): string {
  const broken = findings.find((finding) => finding.found === 'invalid');
  if (broken !== undefined) return broken.reason;
  return status >= 400
    ? `The page answered HTTP ${status} and names no endpoint for linkbacks.`
    : 'The page takes no linkbacks: neither its headers nor its HTML name a Webmention, Pingback or TrackBack endpoint.';
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
  const page = discoveryPage(url, reply);
  const declined = declinedProtocols(page);
  const findings = FINDERS.map((find) => withheld(find(page), declined));
  const found = findings.filter((finding) => finding.found === 'endpoint');
  return {
    url,
    finalUrl: reply.finalUrl,
    endpoints: found.map(({ endpoint }) => endpoint),
    chosen: found[0]?.endpoint ?? null,
    generator: generatorOf(page),
    reason: choice(found) || absence(findings, reply.status),
  };
}
