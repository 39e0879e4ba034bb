import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { sitesWith } from '../../../access.ts';
import { dayOf } from '../../../ports/counts.ts';
import type { WebDeps } from '../../deps.ts';
import { linksAddress, readLinks, writeLinks } from '../../links/filter.ts';
import { page } from '../layout.tsx';
import { Marked } from '../marked.tsx';
import { Scripts } from '../overview/page.tsx';
import { periodOf } from '../overview/period.ts';
import { CHARTS_POLICY, pageOf } from '../overview/routes.tsx';
import { reached } from '../reached.ts';
import type { DeskEnv } from '../visitor.ts';
import { changesPage } from './changes.tsx';
import { exportRoutes } from './export.ts';
import { LinkFilter } from './filter-form.tsx';
import { importRoutes } from './import.tsx';
import { COUNT_UP_TO, orderOf, readPage } from './order.ts';
import { readSums, readTiePlan } from './read-sums.ts';
import { reportRoutes } from './report.tsx';
import { SavedViews } from './saved.tsx';
import { savedRoutes } from './saved-routes.ts';
import { searchedRoutes } from './searched.tsx';
import { ExportLinks, Nothing, NothingYet, Older } from './shown.tsx';
import { SiteForm } from './site-of.tsx';
import { type SiteName, SumTable, TieTable } from './sums.tsx';
import { LinkTable } from './table.tsx';
import { LINK_TABS, type LinkTab, LinkTabs } from './tabs.tsx';
import { TiePicture, tieAnchor } from './tie-picture.tsx';
import { readTimes, TimeCharts } from './time.tsx';

/** The backlinks: what is known of each, in a table, in sums, over time, and in ties. */
export function linkRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, directory, clock } = deps;
  const routes = new Hono<DeskEnv>();

  const siteIn = (c: Context<DeskEnv>) => directory.byId(c.req.query('site') ?? '')?.id;
  const sitesFor = (c: Context<DeskEnv>, asked: string | undefined): readonly string[] | 'all' =>
    asked !== undefined ? [asked] : (sitesWith(c.var.visitor.memberships, 'see') ?? 'all');
  const reachedBy = (c: Context<DeskEnv>) => reached(directory, c.var.visitor.memberships, 'see');
  const nameOf = (id: string) => directory.byId(id)?.name ?? id;
  const siteNameIn = (c: Context<DeskEnv>, site: string | undefined): SiteName => {
    const sites = reachedBy(c);
    return site === undefined && (sites === 'many' || sites.length > 1) ? nameOf : undefined;
  };
  const siteForm = (c: Context<DeskEnv>, tab: LinkTab, site: string | undefined, fields?: Child) => (
    <SiteForm action={`/admin/links${LINK_TABS[tab]}`} sites={reachedBy(c)} selected={site}>
      {fields}
    </SiteForm>
  );
  const isEmpty = async (site: string | undefined) =>
    (await store.ledger.count({ ...(site && { site }), decision: 'any' }, 1)) === 0;

  function shown(c: Context<DeskEnv>, tab: LinkTab, site: string | undefined, children: Child, head?: Child) {
    const { links } = c.var.words;
    return page({
      title: `${links.title}: ${links.tabs[tab]}`,
      section: 'links',
      visitor: c.var.visitor,
      head,
      children: (
        <>
          <h1>{links.title}</h1>
          <LinkTabs tab={tab} site={site} />
          {children}
        </>
      ),
    });
  }

  routes.get('/', async (c) => {
    const query = new URL(c.req.url).searchParams;
    const now = clock.now();
    const read = readLinks(query, { directory, now });
    const { asked, filter, wrong } = read;
    const order = orderOf(query.get('order') ?? undefined);
    const { visitor } = c.var;
    const { links, write } = c.var.words;
    const site = filter.site ?? '';
    const isWrong = wrong.length > 0;
    const found = isWrong ? undefined : await readPage(store.ledger, filter, order, query.get('after') ?? undefined);
    const nothing = found?.rows.length === 0;
    const kept = writeLinks(asked, { order: order === 'newest' ? undefined : order });
    const views = await store.savedViews.list(visitor.owner.id, site);
    const body =
      nothing && (await isEmpty(filter.site)) ? (
        <>
          {siteForm(c, 'table', filter.site)}
          <NothingYet />
        </>
      ) : (
        <>
          {isWrong && <p role="alert">{wrong.map((field) => links.wrong(links.fields[field])).join(' ')}</p>}
          <LinkFilter read={read} order={order} sites={reachedBy(c)} />
          <SavedViews visitor={visitor} views={views} site={site} query={kept} />
          {found && (
            <p>
              {found.count < COUNT_UP_TO ? links.found(found.count) : links.foundMore(write.number(COUNT_UP_TO))}{' '}
              {found.isTooMany && links.tooMany}
            </p>
          )}
          {nothing ? <Nothing /> : found && <LinkTable rows={found.rows} now={now} />}
          {found?.next && <Older href={linksAddress(asked, { order, after: found.next })} />}
          {found && !nothing && <ExportLinks query={writeLinks(asked)} />}
        </>
      );
    return c.html(shown(c, 'table', filter.site, body), isWrong ? 422 : 200);
  });

  for (const [tab, what] of [
    ['pages', 'page'],
    ['domains', 'domain'],
  ] as const)
    routes.get(`/${tab}`, async (c) => {
      const site = siteIn(c);
      const now = clock.now();
      const sites = sitesFor(c, site);
      const { sums, next } = await readSums(store, { site, what, by: 'live' }, c.req.query('after'));
      const visits = await store.traffic.sums({
        ...{ sites, from: dayOf(now) - 29, to: dayOf(now), by: what === 'page' ? 'targetKey' : 'domain' },
        keys: sums.map(({ key }) => key),
      });
      const urlOf = (key: string) => pageOf(deps, sites, key);
      const body = (
        <>
          {siteForm(c, tab, site)}
          {sums.length === 0 ? (
            <NothingYet />
          ) : (
            <SumTable what={what} sums={sums} visits={visits} now={now} urlOf={urlOf} siteName={siteNameIn(c, site)} />
          )}
          {next && (
            <Older href={`/admin/links/${tab}?${new URLSearchParams({ ...(site && { site }), after: next })}`} />
          )}
        </>
      );
      return c.html(shown(c, tab, site, body));
    });

  routes.get('/ties', async (c) => {
    const site = siteIn(c);
    const { links } = c.var.words;
    const show = (['both', 'they', 'you'] as const).find((one) => one === c.req.query('show')) ?? 'both';
    const { sums, next } = await readSums(
      store,
      { site, what: 'domain', by: show === 'they' ? 'live' : 'told', mutual: show === 'both' },
      c.req.query('after'),
    );
    const drawn = c.req.query('after') === undefined ? await readTiePlan(store, site) : undefined;
    const address = (change: Readonly<Record<string, string>>) =>
      `/admin/links/ties?${new URLSearchParams({ ...(site && { site }), show, ...change })}`;
    const body = (
      <>
        <p>{links.tie.what}</p>
        {siteForm(c, 'ties', site, <input type="hidden" name="show" value={show} />)}
        {drawn && (
          <TiePicture
            plan={drawn.plan}
            site={site}
            nameOf={nameOf}
            tiesAddress={(kind) => address({ show: kind })}
            rowAddress={(domain) => {
              const after = drawn.afterOf(domain);
              return `${address({ show: 'you', ...(after && { after }) })}#${tieAnchor(domain)}`;
            }}
          />
        )}
        <nav class="chips" aria-label={links.tie.choose}>
          <ul>
            {(['both', 'they', 'you'] as const).map((one) => (
              <li>
                <a class="chip" href={address({ show: one })} aria-current={one === show ? 'page' : undefined}>
                  {links.tie[one]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {sums.length === 0 ? (
          <p class="empty">
            <Marked text={links.tie.nobody} href="/admin/sites" />
          </p>
        ) : (
          <TieTable ties={sums} now={clock.now()} siteName={siteNameIn(c, site)} />
        )}
        {next && <Older href={address({ after: next })} />}
      </>
    );
    return c.html(shown(c, 'ties', site, body));
  });

  routes.get('/time', async (c) => {
    const site = siteIn(c);
    const period = periodOf(c.req.query('days'), site, clock.now());
    const times = await readTimes(store.counts, sitesFor(c, site), period);
    c.header('Content-Security-Policy', CHARTS_POLICY);
    const body = (await isEmpty(site)) ? (
      <>
        {siteForm(c, 'time', site)}
        <NothingYet />
      </>
    ) : (
      <TimeCharts period={period} sites={reachedBy(c)} times={times} />
    );
    return c.html(shown(c, 'time', site, body, <Scripts />));
  });

  routes.get('/changes', async (c) => {
    const { body, site, status } = await changesPage(deps, c);
    return c.html(shown(c, 'happened', site, body), status);
  });

  routes.route('/views', savedRoutes(deps));
  routes.route('/report', reportRoutes(deps));
  routes.route('/export', exportRoutes(deps));
  routes.route('/import', importRoutes(deps));
  routes.route('/searched', searchedRoutes(deps));
  return routes;
}
