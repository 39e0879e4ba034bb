import { type Context, Hono } from 'hono';
import { may, sitesWith } from '../../../access.ts';
import { DELIVERY_STATUSES } from '../../../delivery.ts';
import type { Store } from '../../../ports/index.ts';
import type { WebDeps } from '../../deps.ts';
import { reached } from '../reached.ts';
import type { DeskEnv } from '../visitor.ts';
import { overviewPage } from './page.tsx';
import { listOf, type Period, periodOf } from './period.ts';
import { seriesOf } from './series.ts';

const ROWS = 10;
const ARRIVALS = ['approved', 'pending', 'rejected', 'spam', 'absent', 'refused'] as const;
const TAB = { approved: 'approved', pending: 'held', rejected: 'rejected', spam: 'spam' } as const;

/** Scripts of ours, and no other; whatever they set they set by themselves, without a style in the page. */
export const CHARTS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The first page: what arrived and what became of it, in charts and in their tables. */
export function overviewRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, directory, clock } = deps;

  function sitesFor(c: Context<DeskEnv>, asked: string | undefined): readonly string[] | 'all' {
    if (asked !== undefined) return [asked];
    return sitesWith(c.var.visitor.memberships, 'see') ?? 'all';
  }

  return new Hono<DeskEnv>().get('/', async (c) => {
    const now = clock.now();
    const asked = directory.byId(c.req.query('site') ?? '')?.id;
    const period = periodOf(c.req.query('days'), asked, now);
    const sites = sitesFor(c, asked);
    const isHouse = may(c.var.visitor.memberships, 'see', undefined) && asked === undefined;
    const [counted, overdue] = await Promise.all([
      readCounts(store, period, sites),
      isHouse ? store.counts.overdue(now) : undefined,
    ]);
    c.header('Content-Security-Policy', CHARTS_POLICY);
    return c.html(
      overviewPage({
        ...counted,
        visitor: c.var.visitor,
        period,
        sites: reached(directory, c.var.visitor.memberships, 'see'),
        overdue,
        now,
        urlOf: (key) => pageOf(deps, sites, key),
      }),
    );
  });
}

async function readCounts({ counts }: Pick<Store, 'counts'>, period: Period, sites: readonly string[] | 'all') {
  const { from, to, site } = period;
  const asked = { sites, from, to };
  const [mentions, refused, deliveries, targets, sources, ever] = await Promise.all([
    counts.daily({ ...asked, name: 'mention' }),
    counts.daily({ ...asked, name: 'refused' }),
    counts.daily({ ...asked, name: 'delivery' }),
    counts.top({ ...asked, name: 'target' }, ROWS),
    counts.top({ ...asked, name: 'source' }, ROWS),
    counts.top({ sites, from: 0, to, name: 'mention' }, ARRIVALS.length),
  ]);
  const turnedAway = refused.map((row) => ({ ...row, key: 'refused' }));
  return {
    arrivals: seriesOf([...mentions, ...turnedAway], ARRIVALS, period, (name, first, last) =>
      name in TAB
        ? listOf('inbox', { show: TAB[name as keyof typeof TAB], site, from: first, to: last })
        : listOf('refused', { site }),
    ),
    deliveries: seriesOf(deliveries, DELIVERY_STATUSES, period, (status, first, last) =>
      listOf('deliveries', { status, site, from: first, to: last }),
    ),
    targets,
    sources,
    /** Of all days, since what waits may be older than what is shown. */
    held: ever.find(({ key }) => key === 'pending')?.count ?? 0,
    isEmpty: ever.length === 0 && deliveries.length === 0,
  };
}

/** The address of one of our pages, from its map where it has one. */
export function pageOf({ directory }: Pick<WebDeps, 'directory'>, sites: readonly string[] | 'all', key: string) {
  const url = `https://${key}`;
  const own = URL.canParse(url) ? directory.resolve(new URL(url)) : undefined;
  const page = own && (sites === 'all' || sites.includes(own.site.id)) ? own.page : undefined;
  return page ? { url: page.url, title: page.title } : { url, title: '' };
}
