import { Hono } from 'hono';
import { en } from '../words/en/index.ts';
import { wordsOf } from '../words/words.ts';
import type { WebDeps } from './deps.ts';
import { healthRoutes } from './health-routes.ts';
import { languageOf } from './language.ts';
import { wantsJson } from './negotiate.ts';
import { PAGE_HEADERS, plainPage } from './plain-page.ts';
import { statusOf } from './status.ts';
import { statusJson, statusPage } from './status-page.ts';

/** What a sender and a supervisor may ask. */
export function publicRoutes(deps: Pick<WebDeps, 'store' | 'clock' | 'statusIds' | 'directory' | 'notes'>): Hono {
  const routes = new Hono();

  // Whoever opens the bare address is most likely the owner.
  routes.get('/', (c) => c.redirect('/admin', 302));

  routes.get('/status/:id', async (c) => {
    const { status, view } = await statusOf(deps, c.req.param('id'));
    const language = languageOf(c);
    if (wantsJson(c.req.raw)) {
      const said = view ? statusJson(view) : { summary: en.status[status].sentence };
      return c.json({ status, ...said }, 200, { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    }
    const page = view ? statusPage(language, view) : plainPage(language, wordsOf(language).status[status]);
    return c.html(page, 200, PAGE_HEADERS);
  });

  routes.route('/', healthRoutes(deps));
  return routes;
}
