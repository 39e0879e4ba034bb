import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from './chromium.ts';
import { type OpenDesk, openDesk } from './desk-pages.ts';
import { SHOWN, settleIn } from './furniture.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = `${ROOT}docs/images`;

const WIDE = { viewport: { width: 1000, height: 800 }, locale: 'en-GB' };
const NARROW = { viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'es-ES' } as const;

/** `npm run screenshots` makes them anew; otherwise they are only counted. Documents show them by these names. */
const PICTURES: readonly (readonly [name: string, path: (id: string) => string, options: BrowserContextOptions])[] = [
  ['inbox', () => '/admin/inbox', WIDE],
  ['inbox-narrow', () => '/admin/inbox', NARROW],
  ['mention', (id) => `/admin/mentions/${id}`, WIDE],
  ['overview', () => '/admin/overview', WIDE],
  ['deliveries', () => '/admin/deliveries', { ...WIDE, viewport: { width: 1000, height: 740 } }],
];

describe.runIf(process.env.SCREENSHOTS)('made anew', () => {
  let chromium: Browser;
  let desk: OpenDesk;
  let id: string;
  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    chromium = await openChromium();
    desk = await openDesk(chromium, []);
    id = await settleIn(desk.house);
  }, 60_000);
  afterAll(async () => {
    await chromium.close();
    await desk.close();
  });

  const take = (page: Page, name: string) =>
    page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled', caret: 'hide' });

  test.each(PICTURES)('%s', async (name, path, options) => {
    const page = await desk.open(options);
    await page.goto(`${desk.url}${path(id)}`);
    await take(page, name);
    await page.context().close();
  });

  test('a blog that shows its mentions', async () => {
    const page = await desk.open(WIDE);
    const address = `${desk.url}/a-blog`;
    await page.route(address, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: blog(desk.url) }),
    );
    await page.goto(address);
    await page.locator('hearback-mentions blockquote').first().waitFor();
    await take(page, 'blog');
  });
});

test('the pictures of the documents are there, and no others', () => {
  const names = [...PICTURES.map(([name]) => name), 'blog'].map((name) => `${name}.png`).sort();
  expect(readdirSync(FOLDER).sort()).toEqual(names);
  for (const name of names) {
    const bytes = readFileSync(`${FOLDER}/${name}`);
    expect(bytes.subarray(1, 4).toString(), name).toBe('PNG');
    expect(bytes.length, name).toBeLessThan(200_000);
  }
  const pages = readdirSync(`${ROOT}docs`).filter((name) => name.endsWith('.md'));
  const texts = ['README.md', ...pages.map((name) => `docs/${name}`)].map((name) =>
    readFileSync(`${ROOT}${name}`, 'utf8'),
  );
  const shown = texts.flatMap((text) =>
    [...text.matchAll(/\((?:docs\/)?images\/([\w.-]+)\)/g)].map(([, name]) => name),
  );
  expect([...new Set(shown)].sort()).toEqual(names);
});

function blog(server: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bread without kneading</title>
<style>body { font: 1.1rem/1.6 Georgia, serif; max-width: 40rem; margin: 1rem auto; padding: 0 1rem } hearback-mentions { --hearback-min-height: 60rem }</style>
<script type="module" src="${server}/widget.js"></script>
<h1>Bread without kneading</h1>
<p>Four things in a bowl, a spoon, and a whole day of doing something else. That is all there is to it.</p>
<h2>What others say</h2>
<hearback-mentions target="${SHOWN}"></hearback-mentions></html>`;
}
