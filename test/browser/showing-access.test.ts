import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { picture } from '../../packages/server/test/support/pictures.ts';
import { type House, openHouse, POST } from '../../packages/server/test/web/house.ts';
import { type Blog, openBlog } from './blog.ts';
import { openChromium } from './chromium.ts';

let blog: Blog;
let house: House;
let chromium: Browser;
/** What a real server answers for a page with all that there is. */
let fragment: (lang: string) => Promise<string>;
let json: (lang: string) => Promise<unknown>;

beforeAll(async () => {
  blog = await openBlog();
  house = await openHouse({ publicUrl: blog.api });
  const kinds = ['mention', 'reply', 'like', 'repost', 'bookmark', 'rsvp'] as const;
  for (const kind of [...kinds, ...kinds]) {
    const name = kind === 'like' ? 'مريم' : 'Bob';
    const mention = await house.seed({
      moderation: 'approved',
      entry: { kind, author: { name, url: '', photo: 'https://p.example/x' } },
    });
    if (kind !== 'like') continue;
    const made = { name: `${'a'.repeat(22)}.png`, bytes: picture('png') };
    await house.store.avatars.save({ mention, site: house.site.id, photo: 'https://p.example/x', fetchedAt: 1, made });
  }
  const ask = (path: string, lang: string) =>
    house.web.fetch(new Request(`${blog.api}${path}?target=${encodeURIComponent(POST)}&lang=${lang}&limit=1`));
  fragment = async (lang) => (await ask('/fragment', lang)).text();
  json = async (lang) => (await ask('/fragment.json', lang)).json();
  chromium = await openChromium();
}, 30_000);
afterAll(async () => {
  await chromium.close();
  await house.close();
  await blog.close();
});

const CSS = `:root{color-scheme:light dark} body{font:1rem/1.5 sans-serif;margin:1rem;background:Canvas;color:CanvasText}
  hearback-mentions{display:flow-root;min-height:8rem}`;

async function violations(body: string, lang: string, theme: 'light' | 'dark', width: number) {
  const answer = await json(lang);
  blog.state.answer = ({ pathname }) => (pathname === '/fragment.json' ? { json: answer } : { status: 404, json: {} });
  blog.state.page = { css: CSS, lang, body: `<main><h1>Post</h1>${body}</main>` };
  const page = await chromium.newPage({ colorScheme: theme, viewport: { width, height: 800 } });
  try {
    await page.goto(`${blog.url}/post`);
    await page.locator('hearback-mentions [part=list], .hearback').first().waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { axe: here } = window as unknown as { axe: typeof axe };
      return (await here.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    return { found, wide };
  } finally {
    await page.close();
  }
}

const WAYS = (['en', 'es'] as const).flatMap((lang) =>
  (['light', 'dark'] as const).flatMap((theme) => [800, 360].map((width) => [lang, theme, width] as const)),
);
test.each(WAYS)('nobody is kept out of the widget: %s, %s, %i px', { timeout: 30_000 }, async (lang, theme, width) => {
  const body = '<hearback-mentions></hearback-mentions>';
  expect(await violations(body, lang, theme, width)).toEqual({ found: [], wide: 0 });
});
test.each(WAYS)('nor of the fragment: %s, %s, %i px', { timeout: 30_000 }, async (lang, theme, width) => {
  expect(await violations(await fragment(lang), lang, theme, width)).toEqual({ found: [], wide: 0 });
});
