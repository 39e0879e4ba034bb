import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HOSTILE_TEXT, HOSTILE_URLS } from '../../packages/server/test/web/hostile-text.ts';
import { type Blog, group, mention, openBlog, showing, type Page as Written } from './blog.ts';
import { openChromium } from './chromium.ts';

const PAGE = '/post?x=1';
let blog: Blog;
let chromium: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  blog = await openBlog();
  chromium = await openChromium();
  page = await chromium.newPage({ locale: 'de-DE' });
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => complaints.push(`dialog ${dialog.message()}`)));
  page.on('pageerror', (error) => complaints.push(String(error)));
}, 30_000);
afterAll(async () => {
  await chromium.close();
  await blog.close();
});
beforeEach(() => {
  complaints.length = 0;
  blog.state.asked = [];
});

async function show(json: unknown, { status = 200, ...written }: Written & { status?: number } = {}): Promise<void> {
  blog.state.answer = () => ({ status, json });
  blog.state.page = written;
  await page.goto(`${blog.url}${PAGE}`);
  await page.locator('[part=list], [part=faces], [part=empty], [part=retry]').first().waitFor();
}
const replies = (...all: readonly Record<string, unknown>[]) => showing(group('replies', all.map(mention)));

test('shows who, what and when, in the words of the reader’s locale', async () => {
  await show(replies({}));
  expect(await page.locator('[part=mention] [part=head]').textContent()).toBe('Bob replied A title 31.01.2026');
  expect(await page.locator('[part=text]').textContent()).toBe('So I read this.');
  expect(await page.locator('[part=title]').textContent()).toBe('Replies 1');
  expect(complaints).toEqual([]);
});

test.each([
  ['noopener', 'noopener'],
  ['nofollow ugc noopener', 'nofollow ugc noopener'],
  ['', 'nofollow ugc noopener'],
  ['opener', 'nofollow ugc noopener'],
])('links that are to be “%s” are “%s”', async (told, rel) => {
  await show(showing(group('likes', [mention({ rel: told })]), group('replies', [mention({ rel: told })])));
  const rels = await page
    .locator('hearback-mentions a')
    .evaluateAll((all) => all.map((one) => one.getAttribute('rel')));
  expect(rels).toEqual([rel, rel, rel]);
});

test('likes are a row of faces, each with its name for screen readers', async () => {
  const photo = `${blog.api}/avatar/x.png`;
  await show(
    showing(group('likes', [mention({ verb: 'liked this' }), mention({ name: 'Élan', verb: 'liked this', photo })])),
  );
  expect(await page.getByRole('link').all()).toHaveLength(2);
  expect(await page.getByRole('link', { name: 'Bob liked this' }).textContent()).toBe('B');
  const img = page.getByRole('link', { name: 'Élan liked this' }).locator('img');
  expect(await img.evaluate((one: HTMLImageElement) => [one.src, one.alt, one.width, one.height])).toEqual([
    ...[photo, '', 40, 40],
  ]);
});

test('is styled under a policy that allows no inline style', async () => {
  await show(replies({}));
  expect(await page.locator('[part=author]').evaluate((node) => getComputedStyle(node).fontWeight)).toBe('600');
});

test('takes style from the page by custom properties and parts', async () => {
  const css =
    'hearback-mentions{--hearback-link:rgb(1,2,3)} hearback-mentions::part(replies){border:3px solid} hearback-mentions::part(date){color:rgb(4,5,6)}';
  await show(replies({}), { css });
  const style = (part: string, name: 'color' | 'borderTopWidth') =>
    page.locator(part).evaluate((node, key) => getComputedStyle(node)[key], name);
  expect(await style('[part=source]', 'color')).toBe('rgb(1, 2, 3)');
  expect(await style('[part~=replies]', 'borderTopWidth')).toBe('3px');
  expect(await style('[part=date]', 'color')).toBe('rgb(4, 5, 6)');
});

const ASKED: readonly [id: string, written: Written, expected: Record<string, string>][] = [
  ['the address of the page', {}, { target: PAGE, limit: '20', sort: '', lang: 'en' }],
  [
    'its canonical address',
    { head: '<link rel="canonical" href="https://alice.example/post">' },
    { target: 'https://alice.example/post' },
  ],
  [
    'what the attributes say',
    {
      body: '<hearback-mentions target="https://alice.example/other" limit="5" sort="oldest" lang="es"></hearback-mentions>',
    },
    { target: 'https://alice.example/other', limit: '5', sort: 'oldest', lang: 'es' },
  ],
  ['the language of the page', { lang: 'fr' }, { lang: 'fr' }],
];
test.each(ASKED)('asks for %s', async (_, written, expected) => {
  await show(showing(), written);
  const [asked, ...others] = blog.state.asked;
  expect(others).toEqual([]);
  expect(asked?.pathname).toBe('/fragment.json');
  for (const [name, value] of Object.entries(expected))
    expect(asked?.searchParams.get(name)).toBe(name === 'target' ? new URL(value, blog.url).href : value);
});

test('asks anew when the page changes what it wants', async () => {
  await show(showing());
  blog.state.answer = () => ({ json: replies({}) });
  await page.evaluate(() =>
    document.querySelector('hearback-mentions')?.setAttribute('target', 'https://alice.example/two'),
  );
  await page.locator('[part=mention]').waitFor();
  expect(blog.state.asked.at(-1)?.searchParams.get('target')).toBe('https://alice.example/two');
});

test('shows more of a group when asked, and offers it until all are there', async () => {
  const all = Array.from({ length: 5 }, (_, n) => mention({ title: `t${n}`, source: `https://bob.example/${n}` }));
  const part = (from: number) => showing(group('replies', all.slice(from, from + 2), 5));
  await show(part(0), { body: `${'<p>The post.</p>'.repeat(40)}<hearback-mentions></hearback-mentions>` });
  blog.state.answer = ({ searchParams }) => ({ json: part(Number(searchParams.get('offset'))) });
  const more = page.getByRole('button', { name: 'Show more' });
  await more.click();
  await page.getByText('t3').waitFor();
  expect(blog.state.asked.at(-1)?.searchParams.get('group')).toBe('replies');
  // Who uses a keyboard goes on where the new ones begin.
  expect(
    await page.evaluate(() => document.querySelector('hearback-mentions')?.shadowRoot?.activeElement?.textContent),
  ).toBe('Bob');
  blog.state.answer = () => ({ status: 503, json: {} });
  await more.click();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  blog.state.answer = ({ searchParams }) => ({ json: part(Number(searchParams.get('offset'))) });
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('t4').waitFor();
  expect(await page.locator('[part=source]').allTextContents()).toEqual(['t0', 't1', 't2', 't3', 't4']);
  expect(await page.locator('[part=more]').isVisible()).toBe(false);
});

test('says when nobody has mentioned the page', async () => {
  await show(showing());
  expect(await page.locator('[part=empty]').textContent()).toBe('Nobody has mentioned this page yet.');
});

test.each([
  ['en', 'The mentions could not be loaded. Try again'],
  ['es-AR', 'No se pudieron cargar las menciones. Reintentar'],
  ['de', 'Die Erwähnungen konnten nicht geladen werden. Noch einmal'],
  ['fr', 'Impossible de charger les mentions. Réessayer'],
  ['xx', 'The mentions could not be loaded. Try again'],
])('says in %s that it failed', async (lang, words) => {
  await show({}, { status: 503, lang });
  expect(await page.getByRole('status').textContent()).toBe(words);
});

test('keeps what the page was built with when the server fails, and offers another try', async () => {
  await show({}, { status: 503, body: '<hearback-mentions><p id="built">Built in</p></hearback-mentions>' });
  expect(await page.locator('#built').isVisible()).toBe(true);
  blog.state.answer = () => ({ json: replies({}) });
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('[part=mention]').waitFor();
  expect(await page.locator('#built').isVisible()).toBe(false);
  expect(await page.locator('[part=status]').textContent()).toBe('');
});

describe('takes for a failure what is no answer of ours:', () => {
  test.each([
    ['null', null],
    ['a list', []],
    ['a text', 'x'],
    ['groups that are none', { groups: 'x' }],
  ])('%s', async (_, json) => {
    await show(json);
    expect(await page.locator('[part=retry]').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('but not groups of nothing', async () => {
    await show(showing(null, 1, {}, { mentions: [null, {}, 'x'] }));
    expect(await page.locator('[part=empty]').count()).toBe(1);
    expect(complaints).toEqual([]);
  });
});

test('what strangers wrote is text', async () => {
  await show(replies(...HOSTILE_TEXT.map(([, text]) => ({ name: text, title: text, text, url: '' }))));
  const texts = HOSTILE_TEXT.map(([, text]) => text);
  for (const part of ['source', 'author', 'text'])
    expect(await page.locator(`[part=${part}]`).allTextContents()).toEqual(texts);
  expect(await page.locator('hearback-mentions script, hearback-mentions img, hearback-mentions svg').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test.each(['url', 'source', 'photo'])('no %s becomes anything but a web address', async (key) => {
  await show(showing(group('replies', [mention(), ...HOSTILE_URLS.map(([, url]) => mention({ [key]: url }))])));
  const parts: Record<string, string> = { url: 'a[part=author]', source: 'a[part=source]', photo: 'img' };
  const links = await page
    .locator(parts[key] ?? '')
    .evaluateAll((all) =>
      all.map((one) => [
        new URL((one as HTMLAnchorElement).href || (one as HTMLImageElement).src).protocol,
        one.getAttributeNames().filter((name) => name.startsWith('on')),
      ]),
    );
  // Chromium takes a host with a blank, percent-encoded: a link that leads nowhere, and no more than that.
  for (const link of links) expect(link).toEqual([expect.stringMatching(/^https?:$/), []]);
  expect(links.length).toBeLessThanOrEqual(3);
});
