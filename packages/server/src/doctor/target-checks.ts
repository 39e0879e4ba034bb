import { checkEndpoint } from './endpoint-checks.ts';
import { type Finding, problem, warning } from './finding.ts';
import { checkOwn } from './own-checks.ts';
import { checkPage } from './page-checks.ts';
import { checkPingback } from './pingback-checks.ts';
import type { Target } from './target.ts';
import { checkWebmention } from './webmention-checks.ts';

const HIDDEN = /<(?:link|a)\s[^<>]{0,200}rel\s?=\s?["']?[^"'<>]{0,100}webmention/i;

/**
 * What keeps notifications about a page from arriving, in the order in which a sender meets it.
 *
 * @param isMeant somebody says that the page is to be told; otherwise one that names no endpoint may just not want to
 */
export function checkTarget(target: Target, isMeant: boolean): readonly Finding[] {
  const { discovery, get, endpoints } = target;
  const page = [...checkPage(target)];
  // Of a page that is not shown nothing more is to be said: what came instead has no endpoint.
  if (get.answer.status !== 200 && discovery.endpoints.length === 0) return [...page, ...checkOwn(target)];
  const named = [...checkPingback(target), ...checkWebmention(target)];
  const isSaid = named.length > 0 || page.some(({ code }) => ['declined', 'challenge', 'log-in'].includes(code));
  const absent = discovery.endpoints.length === 0 && !isSaid ? [absence(target, isMeant)] : [];
  const asked = endpoints.flatMap((look) => [...checkEndpoint(target, look)]);
  return [...page, ...absent, ...named, ...asked, ...checkOwn(target)];
}

function absence({ html, own }: Target, isMeant: boolean): Finding {
  if (HIDDEN.test(html)) return problem('webmention-hidden');
  const level = isMeant || own !== undefined ? problem : warning;
  return level('not-advertised');
}
