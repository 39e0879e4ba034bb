import { parseUrl } from '@hearback/protocol';
import { type Finding, problem, warning } from './finding.ts';
import { checkHead } from './head-checks.ts';
import { sameAddress, xPingbacks } from './named.ts';
import { checkTag } from './tag-checks.ts';
import type { Target } from './target.ts';
import { WORDPRESS_PORTS } from './wordpress-discovery.ts';

/** How the page names its endpoint for pingbacks, by header and by tag. */
export function* checkPingback(target: Target): Generator<Finding> {
  const { get, advertised, url, discovery } = target;
  const takesPingbacks = discovery.endpoints.some(({ protocol }) => protocol === 'pingback');
  if (takesPingbacks && !WORDPRESS_PORTS.includes(url.port))
    yield problem('port', { parts: { port: url.port }, says: 'port.target' });
  // It drops links without a query whose path is empty or `/` before it looks for an endpoint.
  if (takesPingbacks && url.pathname === '/' && url.search === '') yield warning('front-page');
  const headers = xPingbacks(get.answer);
  if (headers.length > 1) yield problem('x-pingback-twice', { parts: { many: headers.length } });
  const [header] = headers;
  if (header !== undefined) yield* ofHeader(header.trim());
  yield* checkHead(target);
  yield* checkTag(target);
  const [tag] = advertised.pingbacks;
  if (header && tag && parseUrl(header.trim()).ok && tag.href !== '' && !sameAddress(header, tag.url))
    yield warning('pingback-differs', { parts: { url: header, other: tag.url } });
  if (advertised.links.some(({ rel }) => rel.includes('pingback')) && header === undefined)
    yield warning('link-pingback');
}

function* ofHeader(header: string): Generator<Finding> {
  if (header === '') yield problem('x-pingback-empty');
  else if (!parseUrl(header).ok) yield problem('x-pingback-relative', { parts: { given: header.slice(0, 200) } });
}
