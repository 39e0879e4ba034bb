import { Hono } from 'hono';
import { sitesWith } from '../../access.ts';
import type { WebDeps } from '../deps.ts';
import { buildHookRoutes } from './build-hook.tsx';
import { page } from './layout.tsx';
import { Marked } from './marked.tsx';
import { Permitted } from './permitted.tsx';
import { SiteCard } from './site-card.tsx';
import { sitePages } from './site-pages.tsx';
import { siteSettings } from './site-settings.tsx';
import type { DeskEnv } from './visitor.ts';

/** The sites: what to copy into their pages, and what is set for each of them. */
export function siteRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { directory } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/', async (c) => {
    await directory.refresh();
    const reached = sitesWith(c.var.visitor.memberships, 'see');
    const cards = directory
      .sites()
      .filter(({ id }) => reached === undefined || reached.includes(id))
      .map((site) => ({ site, pages: directory.isMapped(site.id) ? directory.pages(site.id).length : undefined }));
    return c.html(
      page({
        title: c.var.words.layout.sections.sites,
        section: 'sites',
        visitor: c.var.visitor,
        children: (
          <>
            <h1>{c.var.words.layout.sections.sites}</h1>
            {c.req.query('welcome') && <p role="status">{c.var.words.snippets.welcome}</p>}
            {cards.length === 0 && (
              <p class="empty">
                <Marked text={c.var.words.snippets.noSite} />
              </p>
            )}
            {cards.map((card) => (
              <SiteCard {...card} publicUrl={deps.publicUrl()} />
            ))}
            <Permitted right="change">
              <ul class="rules">
                <li>
                  <span>
                    <a href="/admin/moving">{c.var.words.moving.title}</a>: {c.var.words.moving.what}
                  </span>
                </li>
                <li>
                  <span>
                    <a href="/admin/removals">{c.var.words.removals.title}</a>: {c.var.words.moving.removalsWhat}
                  </span>
                </li>
              </ul>
            </Permitted>
          </>
        ),
      }),
    );
  });

  routes.route('/', siteSettings(deps));
  routes.route('/', sitePages(deps));
  routes.route('/', buildHookRoutes(deps));
  return routes;
}
