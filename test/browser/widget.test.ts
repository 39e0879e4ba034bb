import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { HOSTILE_TEXT, HOSTILE_URLS } from '../../packages/server/test/web/hostile-text.ts';
import { buildWidget } from '../../packages/widget/build.ts';
import { openChromium } from './chromium.ts';

type Entry = Record<string, unknown>;

const STRICT =
  "default-src 'none'; script-src API; connect-src API; style-src 'none'; base-uri 'none'; require-trusted-types-for 'script'";

const PAGE = '/post?x=1';

let folder: string;
let script: Buffer;
let api: Awaited<ReturnType<typeof serve>>;
let blog: Awaited<ReturnType<typeof serve>>;
let chromium: Browser;
let page: Page;
/** What the API answers, and what the blog's page holds. */
let answer: { status: number; feed: unknown };
let html: string;
let asked: URL[];

async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearback-widget-'));
  await buildWidget(join(folder, 'widget.js'));
  script = readFileSync(join(folder, 'widget.js'));
  api = await serve((req, res) => {
    res.setHeader('access-control-allow-origin', '*');
    if (req.url === '/widget.js') return res.setHeader('content-type', 'text/javascript').end(script);
    asked.push(new URL(req.url ?? '', api.url));
    return res.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.feed));
  });
  blog = await serve((_, res) =>
    res
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': STRICT.replaceAll('API', api.url),
      })
      .end(html),
  );
  chromium = await openChromium();
  page = await chromium.newPage({ locale: 'de-DE' });
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => complaints.push(`dialog ${dialog.message()}`)));
  page.on('pageerror', (error) => complaints.push(String(error)));
}, 30_000);
afterAll(async () => {
  await chromium.close();
  await blog.close();
  await api.close();
  rmSync(folder, { recursive: true });
});

const complaints: string[] = [];
beforeEach(() => {
  complaints.length = 0;
  asked = [];
});

function entry(changes: Entry): Entry {
  return {
    type: 'entry',
    author: { type: 'card', name: 'Bob', photo: '', url: 'https://bob.example/' },
    published: '2026-01-31T12:00:00Z',
    'wm-source': 'https://bob.example/a',
    'wm-property': 'in-reply-to',
    name: 'A title',
    content: { text: 'So I read this.' },
    ...changes,
  };
}

async function show(
  feed: unknown,
  { status = 200, element = '<hearback-mentions></hearback-mentions>', head = '' } = {},
): Promise<void> {
  answer = { status, feed };
  html = `<!doctype html><html lang="en"><head><title>Post</title>${head}<script type="module" src="${api.url}/widget.js"></script></head><body>${element}</body></html>`;
  await page.goto(`${blog.url}${PAGE}`);
  await page.locator('[part=list], [part=empty], [part=retry]').first().waitFor();
}

test('shows who, what and when, in the words of the reader’s locale', async () => {
  await show({ children: [entry({})], paging: { total: 7 } });
  expect(await page.locator('[part=mention] [part=head]').textContent()).toBe('Bob replied A title 31.01.2026');
  expect(await page.locator('[part=text]').textContent()).toBe('So I read this.');
  expect(await page.locator('[part=more]').textContent()).toBe('And 6 more.');
  expect(await page.locator('[part=author]').getAttribute('rel')).toBe('nofollow ugc noopener');
  expect(complaints).toEqual([]);
});

test('is styled under a policy that allows no inline style', async () => {
  await show({ children: [entry({})] });
  expect(await page.locator('[part=author]').evaluate((node) => getComputedStyle(node).fontWeight)).toBe('600');
});

const ASKED: readonly [id: string, options: { element?: string; head?: string }, target: string, limit: string][] = [
  ['the address of the page', {}, PAGE, '50'],
  [
    'its canonical address',
    { head: '<link rel="canonical" href="https://alice.example/post">' },
    'https://alice.example/post',
    '50',
  ],
  [
    'the attribute',
    { element: '<hearback-mentions target="https://alice.example/other" limit="5"></hearback-mentions>' },
    'https://alice.example/other',
    '5',
  ],
  ['a limit that is none', { element: '<hearback-mentions limit="-3"></hearback-mentions>' }, PAGE, '50'],
];
test.each(ASKED)('asks for %s', async (_, options, target, limit) => {
  await show({ children: [] }, options);
  expect(
    asked.map(({ pathname, searchParams }) => [pathname, searchParams.get('target'), searchParams.get('per-page')]),
  ).toEqual([['/api/mentions.jf2', new URL(target, blog.url).href, limit]]);
});

test('asks anew when the page changes what it wants', async () => {
  await show({ children: [] });
  answer = { status: 200, feed: { children: [entry({})] } };
  await page.evaluate(() =>
    document.querySelector('hearback-mentions')?.setAttribute('target', 'https://alice.example/two'),
  );
  await page.locator('[part=mention]').waitFor();
  expect(asked.at(-1)?.searchParams.get('target')).toBe('https://alice.example/two');
});

test('says when nobody has mentioned the page', async () => {
  await show({ children: [] });
  expect(await page.locator('[part=empty]').textContent()).toBe('Nobody has mentioned this page yet.');
});

test('keeps what the page was built with when the server fails, and offers another try', async () => {
  await show({}, { status: 503, element: '<hearback-mentions><p id="built">Built in</p></hearback-mentions>' });
  expect(await page.locator('[part=status]').textContent()).toContain('could not be loaded');
  expect(await page.locator('#built').isVisible()).toBe(true);
  answer = { status: 200, feed: { children: [entry({})] } };
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('[part=mention]').waitFor();
  expect(await page.locator('#built').isVisible()).toBe(false);
});

test.each([
  ['null', null],
  ['a list', []],
  ['a text', 'x'],
  ['children that are none', { children: 'x' }],
  ['entries that are none', { children: [null, 1, 'x', {}, { author: null }] }],
])('survives %s for a feed', async (_, feed) => {
  await show(feed);
  expect(await page.locator('[part=empty]').count()).toBe(1);
  expect(complaints).toEqual([]);
});

test('what strangers wrote is text', async () => {
  const children = HOSTILE_TEXT.map(([, text]) =>
    entry({ name: text, content: { text }, author: { name: text, url: '' } }),
  );
  await show({ children });
  const texts = HOSTILE_TEXT.map(([, text]) => text);
  expect(await page.locator('[part=source]').allTextContents()).toEqual(texts);
  expect(await page.locator('[part=author]').allTextContents()).toEqual(texts);
  expect(await page.locator('[part=text]').allTextContents()).toEqual(texts);
  expect(await page.locator('hearback-mentions script, hearback-mentions img, hearback-mentions svg').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test.each(['author', 'source'])('no URL of the %s becomes anything but a web link', async (part) => {
  const source = (url: string) => (part === 'source' ? { 'wm-source': url } : { author: { name: 'Eve', url } });
  await show({ children: HOSTILE_URLS.map(([, url]) => entry(source(url))) });
  const links = await page
    .locator(`[part=${part}][href]`)
    .evaluateAll((all) => all.map((link) => [(link as HTMLAnchorElement).protocol, link.getAttributeNames().join()]));
  // Chromium takes a host with a blank, percent-encoded: a link that leads nowhere, and no more than that.
  for (const link of links) expect(link).toEqual([expect.stringMatching(/^https?:$/), 'href,part,rel']);
  expect(links.length).toBeLessThanOrEqual(2);
});
