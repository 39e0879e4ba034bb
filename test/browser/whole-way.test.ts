import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listening, listen } from '../../packages/server/src/web/listen.ts';
import { hashSecret } from '../../packages/server/src/web/session/secret.ts';
import { createWeb } from '../../packages/server/src/web/web.ts';
import { type House, openHouse, POST } from '../../packages/server/test/web/house.ts';
import { PASSWORD } from '../../packages/server/test/web/visitor.ts';
import { openChromium } from './chromium.ts';

let house: House;
let server: Listening;
let blog: Server;
let chromium: Browser;
let page: Page;

beforeAll(async () => {
  house = await openHouse();
  server = await listen(createWeb({ ...house.deps, publicUrl: () => server.url }), { host: '127.0.0.1', port: 0 });
  await house.store.owners.offerSetUp(hashSecret('the-key'));
  blog = createServer((_req, res) => {
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.end(
      `<!doctype html><title>Blog</title><script type="module" src="${server.url}/widget.js"></script><hearback-mentions target="${POST}"></hearback-mentions>`,
    );
  });
  await new Promise<void>((resolve) => blog.listen(0, '127.0.0.1', resolve));
  chromium = await openChromium();
  page = await chromium.newPage({ locale: 'en-GB' });
}, 30_000);
afterAll(async () => {
  await chromium.close();
  blog.close();
  await server.close();
  await house.close();
});

/** Goes on by the tabulator until a link or button of this name has the focus, as a hand would. */
async function tabTo(name: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === name) return;
  }
  throw new Error(`Nothing called "${name}" can be reached with the keyboard.`);
}

const readers = async () => {
  await page.goto(`http://127.0.0.1:${(blog.address() as AddressInfo).port}/`);
  const part = page.locator('hearback-mentions [part=mention], hearback-mentions [part=empty]').first();
  await part.waitFor();
  return part.textContent();
};

test('from the set-up link to what readers see, with the keyboard alone', { timeout: 60_000 }, async () => {
  await house.seed({ source: 'https://bob.example/re', target: POST, entry: { title: 'An answer', kind: 'reply' } });
  expect(await readers()).not.toContain('An answer');

  await page.goto(`${server.url}/admin/setup?key=the-key`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  for (const text of ['alice', PASSWORD, PASSWORD]) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL('**/admin/sites?welcome=1');
  await tabTo('Inbox');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/admin/inbox');
  await page.locator('article', { hasText: 'An answer' }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await page.waitForURL('**/admin/inbox?*done=approve*');
  await page.locator('article', { hasText: 'An answer' }).waitFor({ state: 'detached' });

  expect(await readers()).toContain('An answer');
});
