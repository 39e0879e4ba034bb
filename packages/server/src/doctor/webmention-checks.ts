import { headerValues, parseUrl } from '@hearback/protocol';
import { type Finding, problem, warning } from './finding.ts';
import { sameAddress } from './named.ts';
import type { Target } from './target.ts';

/** How the page names its endpoint for webmentions, by header and by markup. */
export function* checkWebmention({ get, advertised, discovery }: Target): Generator<Finding> {
  const [tag] = advertised.webmentions;
  const link = advertised.links.find(({ rel }) => rel.includes('webmention'));
  const written = headerValues(get.answer.headers, 'link').filter((value) => /webmention/i.test(value));
  if (written.length > 0 && link === undefined && tag === undefined && isElsewhere(written))
    yield problem('link-header', { parts: { given: written.join(', ').slice(0, 200) }, says: 'link-header.only' });
  else if (written.length > 0 && link === undefined && isElsewhere(written))
    yield warning('link-header', { parts: { given: written.join(', ').slice(0, 200) } });
  if (link !== undefined && !/rel="webmention"/i.test(written.join(' ')))
    yield warning('link-quotes', { parts: { given: written.join(', ').slice(0, 200) } });
  const named = link ?? tag;
  if (named?.href === '') yield warning('webmention-empty');
  else if (named !== undefined && !parseUrl(named.href).ok)
    yield warning('webmention-relative', { parts: { given: named.href.slice(0, 200) } });
  const first = discovery.endpoints.find(({ protocol }) => protocol === 'webmention');
  if (link !== undefined && tag !== undefined && first !== undefined && !sameAddress(first.url, tag.url))
    yield warning('webmention-differs', { parts: { url: first.url, other: tag.url } });
}

/** The word stands in the rel of something, and not in the address of a feed. */
function isElsewhere(values: readonly string[]): boolean {
  return values.some((value) => /rel\s*=\s*["'\s]{0,3}webmention/i.test(value));
}
