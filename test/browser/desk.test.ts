import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listening, listen } from '../../packages/server/src/web/listen.ts';
import { hashSecret } from '../../packages/server/src/web/session/secret.ts';
import { createWeb } from '../../packages/server/src/web/web.ts';
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
  await page.waitForURL('**/admin/overview');
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
      .evaluateAll((links) =>
        (links as HTMLAnchorElement[])
          .filter(({ origin }) => origin !== location.origin)
          .map(({ protocol }) => protocol),
      );
    expect(new Set(schemes)).toEqual(new Set(['https:']));
  }
});

test('a click approves', async () => {
  const id = await house.seed({ source: 'https://carol.example/re', entry: { title: 'A reply', kind: 'reply' } });
  await page.goto(`${server.url}/admin/inbox`);
  const card = page.locator('article', { hasText: 'A reply' });
  await card.getByRole('button', { name: 'Approve', exact: true }).click();
  await card.waitFor({ state: 'detached' });
  expect((await house.store.mentions.byId(id))?.moderation).toBe('approved');
});
