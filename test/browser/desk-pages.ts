import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { WebDeps } from '../../packages/server/src/web/deps.ts';
import { type Listening, listen } from '../../packages/server/src/web/listen.ts';
import { hashSecret } from '../../packages/server/src/web/session/secret.ts';
import { createWeb } from '../../packages/server/src/web/web.ts';
import { type House, openHouse } from '../../packages/server/test/web/house.ts';
import { setUpOwner } from '../../packages/server/test/web/visitor.ts';
import { type Furnished, furnish } from '../outputs/furnished.ts';
import { ROUTES } from '../outputs/sinks.ts';

/** A desk that a browser can open, with something of everything in it or with nothing at all. */
export interface OpenDesk {
  readonly house: House;
  readonly url: string;
  /** Every page that it has, each at a few addresses. */
  readonly pages: readonly string[];
  /** A page of a browser that is logged in. */
  open(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

const NOTHING: Furnished = { held: [], deliveries: [], statuses: [], sites: [] };
const KEY = 'key-of-the-set-up-link';

/** @param texts what strangers wrote; without any, nobody has written yet */
export async function openDesk(
  chromium: Browser,
  texts: readonly string[],
  changes: Partial<WebDeps> = {},
): Promise<OpenDesk> {
  const house = await openHouse({ changes });
  const victims = { waiting: () => texts.map((_, n) => ({ victim: `b${n}.example`, waitMs: 90_000 })) };
  const limits = { ...house.deps.limits, victims };
  const server: Listening = await listen(createWeb({ ...house.deps, limits, publicUrl: () => server.url }), {
    host: '127.0.0.1',
    port: 0,
  });
  const owner = await setUpOwner(house);
  const furnished = texts.length > 0 ? await furnish(house, texts) : NOTHING;
  // The last, for a new offer ends the one before.
  await house.store.owners.offerSetUp(hashSecret(KEY));
  const [name = '', value = ''] = owner.cookie.split('=');
  return {
    house,
    url: server.url,
    pages: await pagesOf(server.url, owner.cookie, furnished),
    async open(options) {
      const context = await chromium.newContext(options);
      await context.addCookies([{ name, value, url: server.url }]);
      return context.newPage();
    },
    async close() {
      await server.close();
      await house.close();
    },
  };
}

/** The table of sinks has every route of the application, so that a page that is added is in here by itself. */
async function pagesOf(url: string, cookie: string, furnished: Furnished): Promise<string[]> {
  const paths = Object.entries(ROUTES)
    .filter(([name]) => /^GET \/(?:admin\/|status\/)/.test(name))
    .flatMap(([name, judge]) => (judge.by === 'browser' ? judge.paths(furnished).slice(0, 2) : [name.slice(4)]))
    .filter((path) => !path.includes(':'))
    .map((path) => (path === '/admin/setup' ? `${path}?key=${KEY}` : path));
  const pages = [];
  for (const path of [...paths, '/admin/none']) {
    const reply = await fetch(`${url}${path}`, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
    await reply.body?.cancel();
    if ((reply.headers.get('content-type') ?? '').startsWith('text/html')) pages.push(path);
  }
  return pages;
}

/** What is folded away is for readers too. */
export function openDetails(page: Page): Promise<void> {
  return page.locator('details').evaluateAll((all) => {
    for (const one of all) one.setAttribute('open', '');
  });
}
