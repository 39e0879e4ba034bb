import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium } from './chromium.ts';
import { type OpenDesk, openDesk, openDetails } from './desk-pages.ts';
import { jumped, moving, notIsolated, tooWide, withoutFocus } from './manners.ts';

/** From right to left, with what is drawn along when it is not kept apart: digits, brackets and marks at its ends. */
const TEXTS = ['مرحبا (3)', 'שלום! 7 ימים:', 'عنوان طويل جدا '.repeat(12).trim(), 'Plain words'];

let chromium: Browser;
let desk: OpenDesk;
beforeAll(async () => {
  chromium = await openChromium();
  desk = await openDesk(chromium, TEXTS);
}, 60_000);
afterAll(async () => {
  await chromium.close();
  await desk.close();
});

/** What `look` finds on each page that has something of it. */
async function found(page: Page, look: (page: Page) => Promise<string[]>): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const path of desk.pages) {
    await page.goto(`${desk.url}${path}`);
    await openDetails(page);
    const some = await look(page);
    if (some.length > 0) all[path] = some;
  }
  return all;
}

test('whatever the Tab key reaches shows it', { timeout: 120_000 }, async () => {
  const page = await desk.open({ reducedMotion: 'reduce' });
  expect(await found(page, withoutFocus)).toEqual({});
});

test('nothing moves for those who asked for that', { timeout: 120_000 }, async () => {
  const page = await desk.open({ reducedMotion: 'reduce' });
  expect(await found(page, moving)).toEqual({});
});

test('four times as large, a page is read from top to bottom and never to the side', { timeout: 120_000 }, async () => {
  const page = await desk.open({ viewport: { width: 320, height: 256 }, locale: 'de-DE' });
  expect(await found(page, tooWide)).toEqual({});
});

test.each([1280, 360])(
  'text from right to left stays where it is, %d pixels wide',
  { timeout: 120_000 },
  async (width) => {
    const page = await desk.open({ viewport: { width, height: 900 } });
    const look = async (one: Page) => [...(await notIsolated(one)), ...(await jumped(one))];
    expect(await found(page, look)).toEqual({});
  },
);

test('the first thing the Tab key reaches leads past the navigation', async () => {
  const page = await desk.open();
  await page.goto(`${desk.url}/admin/inbox`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
  expect((await page.locator('.skip').boundingBox())?.x).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test.each([
  ['a button without a ring', withoutFocus, '<style>button:focus { outline: 0 }</style><button>Go</button>'],
  ['a wide box', tooWide, '<div style="width: 3000px">x</div>'],
  ['a box that moves', moving, '<div style="transition: all 1s">x</div>'],
  ['a name among our words', notIsolated, '<p>by מישהו (3)</p>'],
  [
    'a name that takes our number along',
    jumped,
    '<style>bdi { unicode-bidi: normal }</style><p><bdi>מישהו</bdi> 3 x</p>',
  ],
])('the looks of these tests see %s', async (_, look, html) => {
  const page = await chromium.newPage();
  await page.setContent(`<!doctype html><html lang="en"><body>${html}</body></html>`);
  expect(await look(page)).not.toEqual([]);
});

test.each([
  ['a.tie-site', 'The Garden Notes'],
  ['a.tie-node', 'cooperative-gardens.example'],
])('on a narrow screen %s has the room for a name in the drawing', async (selector, name) => {
  const page = await desk.open({ viewport: { width: 360, height: 780 } });
  await page.goto(`${desk.url}/admin/links/ties`);
  const cut = await page
    .locator(selector)
    .first()
    .evaluate((element, text) => {
      for (const inner of element.children) inner.textContent = text;
      return [element.scrollWidth > element.clientWidth, element.scrollHeight > element.clientHeight];
    }, name);
  expect(cut).toEqual([false, false]);
});

test.each(['light', 'dark'] as const)(
  'no line runs through the name of a site in the drawing, %s',
  async (colorScheme) => {
    const page = await desk.open({ colorScheme });
    await page.goto(`${desk.url}/admin/links/ties`);
    const behind = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await behind('a.tie-site')).toBe(await behind('html'));
  },
);
