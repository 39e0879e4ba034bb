import { type Finding, problem, warning } from './finding.ts';
import { sameAddress, xPingbacks } from './named.ts';
import { seconds } from './page-checks.ts';
import type { Target } from './target.ts';
import { WORDPRESS_PAGE_MS, wordPressEndpoint } from './wordpress-discovery.ts';

/** WordPress reads X-Pingback from the answer to HEAD, and only there; in what GET brings it looks at the markup alone. */
export function* checkHead({ get, head, html, discovery }: Target): Generator<Finding> {
  // Whoever takes no pingbacks may answer HEAD as he likes.
  if (!discovery.endpoints.some(({ protocol }) => protocol === 'pingback')) return;
  if (head.ms > WORDPRESS_PAGE_MS || (!head.answer.ok && head.answer.kind === 'timeout')) {
    yield problem(
      'head-slow',
      `The answer to HEAD took ${seconds(head.ms)}.`,
      'WordPress asks that first, waits 2 seconds, and then does not tell you.',
      'Answer HEAD from the same cache as GET.',
    );
    return;
  }
  const [header] = xPingbacks(get.answer);
  const [onHead] = head.answer.ok ? xPingbacks(head.answer) : [];
  if (header !== undefined && onHead === undefined) {
    const status = head.answer.ok ? `answers HTTP ${head.answer.status}` : 'fails';
    const [level, why] =
      wordPressEndpoint(html) === undefined
        ? [problem, 'WordPress reads the header there only, finds no tag either, and does not tell you.']
        : [warning, 'WordPress reads the header there only, and has to fetch the whole page for the tag.'];
    yield level(
      'head-lacks',
      `The X-Pingback header comes with GET and not with HEAD, which ${status}.`,
      why,
      'Send the header with both.',
    );
  } else if (header !== undefined && onHead !== undefined && !sameAddress(header, onHead) && header !== onHead)
    yield problem(
      'head-differs',
      `HEAD names ${onHead} for pingbacks and GET ${header}.`,
      'WordPress goes by HEAD and others by GET.',
      'Let both name the same address.',
    );
}
