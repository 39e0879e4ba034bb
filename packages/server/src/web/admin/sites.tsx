import { Hono } from 'hono';
import { type Membership, sitesWith } from '../../access.ts';
import type { Site } from '../../site.ts';
import type { WebDeps } from '../deps.ts';
import { buildHookRoutes } from './build-hook.tsx';
import { page } from './layout.tsx';
import { Marked } from './marked.tsx';
import { Permitted } from './permitted.tsx';
import { SiteCard } from './site-card.tsx';
import { sitePages } from './site-pages.tsx';
import { siteSettings } from './site-settings.tsx';
import { useWords } from './speaking.tsx';
import type { DeskEnv } from './visitor.ts';

/** Each with all that is to be copied into its pages. */
const PAGE = 20;
/** With more, what is to be copied is folded away, so that the list can be looked over. */
const FEW = 2;

/** The sites: what to copy into their pages, and what is set for each of them. */
export function siteRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { directory } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/', async (c) => {
    await directory.refresh();
    const q = (c.req.query('q') ?? '').trim().slice(0, 200);
    const from = Number(/^\d{1,6}$/.exec(c.req.query('from') ?? '')?.[0] ?? 0);
    const all = mine(c.var.visitor.memberships);
    const found = q === '' ? all : all.filter((site) => isNamed(site, q.toLowerCase()));
    const cards = found
      .slice(from, from + PAGE)
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
            {all.length > PAGE && <Find q={q} />}
            {cards.length === 0 && (
              <p class="empty">
                <Marked text={all.length === 0 ? c.var.words.snippets.noSite : c.var.words.site.noneFound} />
              </p>
            )}
            {cards.map((card) => (
              <SiteCard {...card} publicUrl={deps.publicUrl()} isOneOfMany={cards.length > FEW} />
            ))}
            {found.length > from + PAGE && (
              <p class="pages">
                <a href={`/admin/sites?${new URLSearchParams({ q, from: String(from + PAGE) })}`} rel="next">
                  {c.var.words.site.more}
                </a>
              </p>
            )}
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

  function mine(memberships: readonly Membership[]): readonly Site[] {
    const ids = sitesWith(memberships, 'see');
    return ids === undefined ? directory.sites() : ids.flatMap((id) => directory.byId(id) ?? []);
  }

  routes.route('/', siteSettings(deps));
  routes.route('/', sitePages(deps));
  routes.route('/', buildHookRoutes(deps));
  return routes;
}

function isNamed({ id, name, url }: Site, words: string): boolean {
  return [id, name, url].some((text) => text.toLowerCase().includes(words));
}

function Find({ q }: { q: string }) {
  const { site } = useWords();
  return (
    <search>
      <form method="get" action="/admin/sites" class="filter">
        <label>
          {site.findHint}
          <input name="q" type="search" value={q} maxlength={200} />
        </label>
        <button type="submit" class="secondary">
          {site.find}
        </button>
      </form>
    </search>
  );
}
