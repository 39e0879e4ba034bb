import { parseUrl } from '@hearback/protocol';
import { type Finding, problem, warning } from './finding.ts';
import { checkHead } from './head-checks.ts';
import { sameAddress, xPingbacks } from './named.ts';
import { checkTag } from './tag-checks.ts';
import type { Target } from './target.ts';

/** How the page names its endpoint for pingbacks, by header and by tag. */
export function* checkPingback(target: Target): Generator<Finding> {
  const { get, advertised } = target;
  const headers = xPingbacks(get.answer);
  if (headers.length > 1)
    yield problem(
      'x-pingback-twice',
      `The page has ${headers.length} X-Pingback headers.`,
      'Pingback allows one, and WordPress cannot go on with two.',
      'Take out one: often both the theme and the server set it.',
    );
  const [header] = headers;
  if (header !== undefined) yield* ofHeader(header.trim());
  yield* checkHead(target);
  yield* checkTag(target);
  const [tag] = advertised.pingbacks;
  if (header && tag && parseUrl(header.trim()).ok && tag.href !== '' && !sameAddress(header, tag.url))
    yield warning(
      'pingback-differs',
      `The X-Pingback header names ${header} and the markup ${tag.url}.`,
      'Clients that read only one of the two send to different places.',
      'Let both name the same address.',
    );
  if (advertised.links.some(({ rel }) => rel.includes('pingback')) && header === undefined)
    yield warning(
      'link-pingback',
      'A Link header names the pingback endpoint.',
      'Pingback has no such header, so nobody looks there.',
      'Send X-Pingback: URL instead.',
    );
}

function* ofHeader(header: string): Generator<Finding> {
  if (header === '')
    yield problem(
      'x-pingback-empty',
      'The X-Pingback header is empty.',
      'Clients go by the header when there is one, and have nothing to send to.',
      'Give it the address of the endpoint, or leave it out.',
    );
  else if (!parseUrl(header).ok)
    yield problem(
      'x-pingback-relative',
      `The X-Pingback header “${header.slice(0, 200)}” is no absolute address.`,
      'Pingback resolves nothing, so clients give the page up.',
      'Write it in full, with https:// and the host.',
    );
}
