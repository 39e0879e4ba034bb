import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listening, listen } from '../../packages/server/src/web/listen.ts';
import { hashSecret } from '../../packages/server/src/web/session/secret.ts';
import { createWeb } from '../../packages/server/src/web/web.ts';
import { newDelivery } from '../../packages/server/test/storage/contract/samples.ts';
import { HOSTILE_TEXT, HOSTILE_URLS } from '../../packages/server/test/web/hostile-text.ts';
import { type House, openHouse } from '../../packages/server/test/web/house.ts';
import { PASSWORD } from '../../packages/server/test/web/visitor.ts';
import { openChromium } from './chromium.ts';

let house: House;
let server: Listening;
let chromium: Browser;
let page: Page;
const dialogs: string[] = [];

beforeAll(async () => {
  house = await openHouse();
  server = await listen(createWeb({ ...house.deps, publicUrl: () => server.url }), { host: '127.0.0.1', port: 0 });
  await house.store.owners.offerSetUp(hashSecret('the-key'));
  chromium = await openChromium();
  page = await chromium.newPage();
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
}, 30_000);
afterAll(async () => {
  await chromium.close();
  await server.close();
  await house.close();
});

/** Small text that is too weak on its ground (WCAG 2.2 §1.4.3: 4.5 to 1), as `text: ratio`. */
function weakText(): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', {
      willReadFrequently: true,
    }) as OffscreenCanvasRenderingContext2D;
    // Colours may be given in any space; one painted pixel says what they come to.
    const paint = (...colours: string[]) => {
      for (const colour of ['white', ...colours]) {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
      }
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminance = (rgb: readonly number[]) => {
      const [r = 0, g = 0, b = 0] = rgb.map((value) =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const grounds = (element: Element | null): string[] =>
      element ? [...grounds(element.parentElement), getComputedStyle(element).backgroundColor] : [];
    const weak = [];
    for (const element of document.querySelectorAll('body *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (!own || !element.checkVisibility()) continue;
      const ground = grounds(element);
      const [light = 0, dark = 0] = [
        luminance(paint(...ground)),
        luminance(paint(...ground, getComputedStyle(element).color)),
      ].sort((a, b) => b - a);
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < 4.5) weak.push(`${element.textContent?.trim()}: ${ratio.toFixed(2)}`);
    }
    return weak;
  });
}

test('set-up, log-out and log-in with the keyboard alone', { timeout: 30_000 }, async () => {
  await page.goto(`${server.url}/admin/setup?key=the-key`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  for (const text of ['alice', PASSWORD, PASSWORD]) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL('**/admin/sites?welcome=1');
  expect(await page.locator('.snippet').first().locator('code').textContent()).toBe(
    `<link rel="webmention" href="${server.url}/webmention">\n<link rel="pingback" href="${server.url}/xmlrpc">`,
  );
  await page.click('text=Log out');
  await page.waitForURL('**/admin/login');
  await page.fill('[name=name]', 'alice');
  await page.fill('[name=password]', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/admin/inbox');
});

test('what sources wrote stands in the inbox as text', { timeout: 60_000 }, async () => {
  const expected: string[] = [];
  for (const [, text] of HOSTILE_TEXT) {
    await house.seed({
      source: 'https://evil.example/"><img src=x onerror=alert(1)>',
      target: `https://alice.example/${expected.length}`,
      anchor: text,
      entry: { title: text, excerpt: text, author: { name: text, url: '', photo: '' } },
    });
    expected.unshift(text);
  }
  await page.goto(`${server.url}/admin/inbox`);
  expect(await page.locator('.mention .title > bdi, .mention .title > a').allTextContents()).toEqual(expected);
  expect(await page.locator('.mention header strong').allTextContents()).toEqual(expected);
  expect(await page.locator('.mention blockquote mark').allTextContents()).toEqual(expected);
  for (const selector of [
    'script',
    'img',
    'svg',
    'time:not([datetime])',
    'style',
    '[style]',
    '[onerror]',
    '[onload]',
    '[onmouseover]',
  ]) {
    expect(await page.locator(`main ${selector}`).count(), selector).toBe(0);
  }
  expect(dialogs).toEqual([]);
});

test('no URL of a source becomes anything but a web link', { timeout: 60_000 }, async () => {
  for (const [, url] of HOSTILE_URLS) {
    const id = await house.seed({
      source: 'https://evil.example/url',
      target: `https://alice.example/url/${encodeURIComponent(url)}`,
      entry: { author: { name: 'Eve', url, photo: url } },
      facts: { canonical: url, finalUrl: url },
    });
    await page.goto(`${server.url}/admin/mentions/${id}`);
    const schemes = await page
      .locator('main a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
    expect(new Set(schemes)).toEqual(new Set(['https:']));
  }
});

function openDetails(): Promise<void> {
  return page.locator('details').evaluateAll((all) => {
    for (const one of all) one.setAttribute('open', '');
  });
}

/** One that failed, with what was exchanged, and somebody on the list of whom not to tell. */
async function addDelivery(): Promise<void> {
  const at = house.time.now;
  const reason = 'The endpoint refused the pingback and gave no reason (WordPress never gives one).';
  const delivery = newDelivery('1', {
    ...{ id: 'd1', target: `https://bob.example/${'long/'.repeat(30)}`, protocol: 'pingback', status: 'failed' },
    ...{ endpoint: 'https://bob.example/xmlrpc.php', software: 'WordPress', fault: 0, httpStatus: 200, reason },
  });
  await house.store.deliveries.add([delivery], { step: 'found', outcome: 'found', reason: 'Linked.' });
  const request = `POST https://bob.example/xmlrpc.php\nhost: bob.example\n\n<?xml version="1.0"?>${'<value/>'.repeat(40)}`;
  const step = { at, step: 'notified', outcome: 'failed', reason } as const;
  await house.store.deliveries.record('d1', {}, step, [{ at, request, reply: 'HTTP 200\n\n<methodResponse>' }]);
  await house.store.dontTell.add('carol.example/private', at);
}

test('a click approves, and the pages are readable in light, dark and narrow', { timeout: 60_000 }, async () => {
  const id = await house.seed({ source: 'https://carol.example/re', entry: { title: 'A reply', kind: 'reply' } });
  await addDelivery();
  await page.goto(`${server.url}/admin/inbox`);
  await page.locator('article', { hasText: 'A reply' }).getByRole('button', { name: 'Approve' }).click();
  await page.waitForURL(({ search }) => search.startsWith('?show=held&done=approve&count=1'));
  expect((await house.store.mentions.byId(id))?.moderation).toBe('approved');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of [
      '/admin/inbox',
      '/admin/limits',
      `/admin/mentions/${id}`,
      '/admin/deliveries',
      '/admin/deliveries/d1',
      '/admin/preview',
      '/admin/dont-tell',
      '/admin/refused',
      '/admin/sites',
      '/admin/tokens',
      '/admin/audit',
    ]) {
      await page.goto(`${server.url}${path}`);
      await openDetails();
      expect(await weakText(), `${colorScheme} ${path}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 390, height: 800 });
  for (const path of [
    '/admin/inbox',
    '/admin/limits',
    `/admin/mentions/${id}`,
    '/admin/deliveries',
    '/admin/deliveries/d1',
    '/admin/preview',
    '/admin/dont-tell',
    '/admin/refused',
    '/admin/sites',
    '/admin/tokens',
    '/admin/audit',
  ]) {
    await page.goto(`${server.url}${path}`);
    await openDetails();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
});
