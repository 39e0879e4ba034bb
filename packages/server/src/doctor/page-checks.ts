import { type HttpReply, headerValue, matchLevel, type WallKind } from '@hearback/protocol';
import { type Finding, problem, warning } from './finding.ts';
import type { Target } from './target.ts';
import { WORDPRESS_PAGE_MS } from './wordpress-discovery.ts';

/** What keeps programs from a page though people get to it. */
const WALLS: Readonly<Partial<Record<WallKind, 'challenge' | 'log-in'>>> = {
  challenge: 'challenge',
  captcha: 'challenge',
  login: 'log-in',
};

const BLOCKED: readonly number[] = [401, 403, 406, 429, 451];

/** Whether the page can be asked at all, and under which address. */
export function* checkPage({ get, url, facts, wall, sendsOn, advertised }: Target): Generator<Finding> {
  const { answer } = get;
  const said = wall && WALLS[wall.kind];
  if (said) yield problem(said);
  else yield* ofStatus(answer);
  if (sendsOn !== '' && !wall) yield warning('refresh', { parts: { url: sendsOn }, says: 'sent-on' });
  if (answer.chain.length > 1) yield warning('redirect', { parts: { url: answer.finalUrl } });
  if (get.ms > WORDPRESS_PAGE_MS) yield problem('page-slow', { parts: { seconds: seconds(get.ms) } });
  const coding = headerValue(answer.headers, 'content-encoding');
  if (coding !== undefined && coding !== 'identity') yield warning('compressed', { parts: { coding } });
  if (facts && facts.canonical !== '' && matchLevel(facts.canonical, url.href) === undefined)
    yield warning('canonical', { parts: { url: facts.canonical } });
  if (advertised.declined.length > 0)
    yield problem('declined', { parts: { protocols: advertised.declined.join(', ') } });
}

function* ofStatus({ status }: HttpReply): Generator<Finding> {
  if (status === 200) return;
  if (BLOCKED.includes(status)) yield problem('blocked', { parts: { status: String(status) } });
  else
    yield problem('status', {
      parts: { status: String(status) },
      ...((status === 404 || status === 410) && { says: 'status.missing' }),
    });
}

/** To a tenth. */
export function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
