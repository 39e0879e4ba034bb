import { headerValue } from '@hearback/protocol';
import { type Finding, problem, warning } from './finding.ts';
import { sameAddress, xPingbacks } from './named.ts';
import { seconds } from './page-checks.ts';
import type { Target } from './target.ts';
import { WORDPRESS_PAGE_MS, wordPressEndpoint } from './wordpress-discovery.ts';

/** What WordPress looks for no tag in. */
const NO_PAGE = /(?:image|audio|video|model)\//i;

/** WordPress reads X-Pingback from the answer to HEAD, and only there; in what GET brings it looks at the markup alone. */
export function* checkHead({ get, head, html, discovery }: Target): Generator<Finding> {
  // Whoever takes no pingbacks may answer HEAD as he likes.
  if (!discovery.endpoints.some(({ protocol }) => protocol === 'pingback')) return;
  if (head.ms > WORDPRESS_PAGE_MS || (!head.answer.ok && head.answer.kind === 'timeout')) {
    yield problem('head-slow', { parts: { seconds: seconds(head.ms) } });
    return;
  }
  // It then asks no more, whatever the markup names.
  if (!head.answer.ok) {
    yield problem('head-fails', { parts: { reason: head.answer.reason.replace(/\.$/, '') } });
    return;
  }
  const [header] = xPingbacks(get.answer);
  const [onHead] = xPingbacks(head.answer);
  const type = headerValue(head.answer.headers, 'content-type') ?? '';
  if (onHead === undefined && NO_PAGE.test(type) && wordPressEndpoint(html) !== undefined)
    yield problem('head-type', { parts: { type: type.slice(0, 100) } });
  else if (header !== undefined && onHead === undefined) {
    const parts = { answer: `HTTP ${head.answer.status}` };
    if (wordPressEndpoint(html) === undefined) yield problem('head-lacks', { parts, says: 'head-lacks.untagged' });
    else yield warning('head-lacks', { parts });
  } else if (header !== undefined && onHead !== undefined && !sameAddress(header, onHead) && header !== onHead)
    yield problem('head-differs', { parts: { other: onHead, url: header } });
}
