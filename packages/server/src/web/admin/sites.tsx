import { Hono } from 'hono';
import { auditedDesk } from '../../inbound/audited-desk.ts';
import type { WebDeps } from '../deps.ts';
import { buildHookRoutes } from './build-hook.tsx';
import { page } from './layout.tsx';
import { hasBadSelector } from './link-choice.tsx';
import { SiteCard, switchesOf } from './site-card.tsx';
import { sitePages } from './site-pages.tsx';
import { actorOf, type DeskEnv, noteDone } from './visitor.ts';

/** The owner's sites: what they receive and send, what to copy into their pages, and the rules made at the desk. */
export function siteRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, directory } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/', async (c) => {
    await directory.refresh();
    const sites = directory.sites();
    const cards = await Promise.all(
      sites.map(async (site) => ({
        site,
        pages: directory.isMapped(site.id) ? directory.pages(site.id).length : undefined,
        rules: await store.rules.list(site.id),
      })),
    );
    const saved = sites.find(({ id }) => id === c.req.query('saved'));
    return c.html(
      page({
        title: 'Sites',
        section: 'sites',
        visitor: c.var.visitor,
        children: (
          <>
            <h1>Sites</h1>
            {c.req.query('welcome') && (
              <p role="status">You are in. One thing is left: copy the first line below into the head of your pages.</p>
            )}
            {saved && <p role="status">Saved for {saved.name}.</p>}
            {c.req.query('refused') && (
              <p role="alert">
                Nothing was saved: parts of a page are named by simple selectors such as <code>article</code>,{' '}
                <code>.post-body</code> or <code>#content</code>, several by comma.
              </p>
            )}
            {cards.length === 0 && (
              <p class="empty">
                There is no site yet. Start the server with <code>--site https://your.example</code>, or run{' '}
                <code>npx hearback site add</code>.
              </p>
            )}
            {cards.map((card) => (
              <SiteCard {...card} publicUrl={deps.publicUrl()} visitor={c.var.visitor} />
            ))}
          </>
        ),
      }),
    );
  });

  routes.post('/:id', async (c) => {
    const site = directory.byId(c.req.param('id'));
    if (!site) return c.notFound();
    if (hasBadSelector(c.var.form)) return c.redirect('/admin/sites?refused=selector', 303);
    const switches = switchesOf(c.var.form, site);
    await store.sites.setSwitches(site.id, switches);
    if (switches.avatars === false) await store.avatars.removeAll(site.id);
    if (switches.avatars === true) await store.avatars.fetchMissing(site.id, deps.clock.now());
    const changes = Object.entries(switches).map(([name, value]) =>
      typeof value === 'boolean' ? `${name} ${value ? 'on' : 'off'}` : `${name} ${JSON.stringify(value)}`,
    );
    if (changes.length > 0) await noteDone(deps, c, 'site changed', site.id, changes.join(', '));
    await directory.refresh();
    return c.redirect(`/admin/sites?saved=${encodeURIComponent(site.id)}`, 303);
  });

  routes.post('/:id/rules', async (c) => {
    const site = directory.byId(c.req.param('id'));
    const rules = site ? await store.rules.list(site.id) : [];
    const rule = rules.find(({ id }) => id === c.var.form.get('rule'));
    if (!site || !rule) return c.notFound();
    await auditedDesk(deps.desk, deps, actorOf(c)).removeRule(rule.id);
    return c.redirect(`/admin/sites?saved=${encodeURIComponent(site.id)}`, 303);
  });

  routes.route('/', sitePages(deps));
  routes.route('/', buildHookRoutes(deps));
  return routes;
}
