import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Blog, group, mention, openBlog, showing } from './blog.ts';
import { openChromium } from './chromium.ts';

let blog: Blog;
let chromium: Browser;
let page: Page;
beforeAll(async () => {
  blog = await openBlog();
  chromium = await openChromium();
  page = await chromium.newPage({ viewport: { width: 800, height: 600 } });
  await page.addInitScript(() => {
    const shifts = { sum: 0, seen: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const one of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        shifts.seen += 1;
        if (!one.hadRecentInput) shifts.sum += one.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}, 30_000);
afterAll(async () => {
  await chromium.close();
  await blog.close();
});

const many = (count: number) =>
  showing(
    group(
      'likes',
      Array.from({ length: 9 }, () => mention()),
    ),
    group(
      'replies',
      Array.from({ length: count }, () => mention()),
    ),
  );
/** The line that docs/showing.md asks for, because the element is none before its script is there. */
const CSS = 'hearback-mentions{display:flow-root;min-height:8rem}';

/** Loads the page, lets the server answer only after the page was painted, and adds up what moved. */
async function shiftOf(json: unknown, body: string, css = CSS, act = async () => {}): Promise<number> {
  blog.state.page = { body, css };
  let answer = () => {};
  const painted = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/fragment.json*', async (route) => {
    await painted;
    await route.continue();
  });
  blog.state.answer = () => ({ json });
  await page.goto(`${blog.url}/post`);
  await page.locator('[part=box]').waitFor({ state: 'attached' });
  const frames = () =>
    page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await frames();
  answer();
  await page.locator('[part=list], [part=empty]').first().waitFor();
  await act();
  await frames();
  await frames();
  await page.unroute('**/fragment.json*');
  return page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum);
}

const POST = '<p>The post.</p>';
const AFTER = '<footer>What comes after it, in sight.</footer>';
const BUILT = `<hearback-mentions>${'<p>Built in by /fragment.</p>'.repeat(4)}</hearback-mentions>`;

describe('nothing moves', () => {
  test.each([
    ['a few mentions in sight', many(1), `${POST}<hearback-mentions></hearback-mentions>${AFTER}`],
    ['many mentions in sight', many(30), `${POST}<hearback-mentions></hearback-mentions>${AFTER}`],
    ['no mentions', showing(), `${POST}<hearback-mentions></hearback-mentions>${AFTER}`],
    [
      'many mentions below what is in sight',
      many(30),
      `${POST.repeat(40)}<hearback-mentions></hearback-mentions>${AFTER}`,
    ],
    ['mentions in the place of a fragment', many(3), `${POST}${BUILT}${AFTER}`],
    ['none in the place of a fragment', showing(), `${POST}${BUILT}${AFTER}`],
  ])('%s', async (_, json, body) => {
    expect(await shiftOf(json, body)).toBe(0);
  });

  test('when the reader opens what did not fit', async () => {
    const body = `${POST}<hearback-mentions></hearback-mentions>${AFTER}`;
    const open = async () => {
      const before = await page.locator('[part=box]').evaluate((box) => box.clientHeight);
      await page.locator('[part=open]').click();
      expect(await page.locator('[part=box]').evaluate((box) => box.clientHeight)).toBeGreaterThan(before);
    };
    expect(await shiftOf(many(30), body, CSS, open)).toBe(0);
    expect(await page.locator('[part=open]').count()).toBe(0);
  });
});

test('what is measured here is measured: without a place kept free something moves', async () => {
  const css = 'hearback-mentions{--hearback-min-height:0}';
  expect(await shiftOf(many(5), `${POST}<hearback-mentions></hearback-mentions>${AFTER}`, css)).toBeGreaterThan(0);
});

test('below what is in sight nothing is cut', async () => {
  await shiftOf(many(30), `${POST.repeat(40)}<hearback-mentions></hearback-mentions>${AFTER}`);
  expect(await page.locator('[part=open]').count()).toBe(0);
});
