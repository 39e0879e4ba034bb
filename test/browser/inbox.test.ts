import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../../packages/server/src/web/listen.ts';
import { createWeb } from '../../packages/server/src/web/web.ts';
import { type House, openHouse } from '../../packages/server/test/web/house.ts';
import { setUpOwner } from '../../packages/server/test/web/visitor.ts';
import { openChromium } from './chromium.ts';

let house: House;
let server: Listening;
let chromium: Browser;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  chromium = await openChromium();
}, 30_000);
afterAll(() => chromium.close());

beforeEach(async () => {
  house = await openHouse();
  server = await listen(createWeb({ ...house.deps, publicUrl: () => server.url }), { host: '127.0.0.1', port: 0 });
  const owner = await setUpOwner(house);
  const context = await chromium.newContext();
  const [name = '', value = ''] = owner.cookie.split('=');
  await context.addCookies([{ name, value, url: server.url }]);
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.context().close();
  await server.close();
  await house.close();
});

const open = (query = '') => page.goto(`${server.url}/admin/inbox${query}`);
const stateOf = async (id: string) => (await house.store.mentions.byId(id))?.moderation;
const card = (id: string) => page.locator(`#m-${id}`);
const said = () => page.locator('#live').textContent();
const focused = () => page.evaluate(() => document.activeElement?.closest('.mention')?.id.slice(2));
/** The page asks for news when it is looked at again; tests do not wait for its ten seconds. */
const lookAgain = () =>
  Promise.all([
    page.waitForResponse((response) => response.url().includes('/admin/inbox/news')),
    page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))),
  ]);

test('with the mouse: a decision stays on the page, counts, and is taken back', async () => {
  const [c, b, a] = [await house.seed(), await house.seed(), await house.seed()];
  await open();
  await card(b).getByRole('button', { name: 'Approve' }).click();
  await card(b).waitFor({ state: 'detached' });
  expect(await stateOf(b)).toBe('approved');
  expect(await said()).toContain('1 mention approved.');
  expect(await page.locator('.count').allTextContents()).toEqual(['2', '1', '0', '0', '0']);
  await page.locator('#live').getByRole('button', { name: 'Undo' }).click();
  await card(b).waitFor();
  expect(await stateOf(b)).toBe('pending');
  expect(await page.locator('.mention').evaluateAll((all) => all.map(({ id }) => id.slice(2)))).toEqual([a, b, c]);
  expect(await page.locator('.count').first().textContent()).toBe('3');
});

test('with the mouse: ticked ones together, also all on the page, and the last ones lead to the next page', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 33; n += 1) ids.unshift(await house.seed());
  await open();
  for (const id of [ids[0], ids[2]])
    await card(id ?? '')
      .getByRole('checkbox')
      .check();
  await page.locator('.bulk').getByRole('button', { name: 'Reject' }).click();
  await card(ids[0] ?? '').waitFor({ state: 'detached' });
  expect(await said()).toContain('2 mentions rejected.');
  await page.getByRole('checkbox', { name: 'Tick all on this page' }).check();
  await page.locator('.bulk').getByRole('button', { name: 'Spam' }).click();
  await page.waitForURL('**/admin/inbox?show=held&done=spam&count=28&undo=*');
  expect(await page.locator('.mention').count()).toBe(3);
  await page.keyboard.press('u');
  await page.waitForURL('**done=undo&count=28');
  expect(await page.locator('.mention').count()).toBe(30);
});

describe('with the keyboard alone', () => {
  test('j k a r s u x and the help', async () => {
    const [d, c, b, a] = [await house.seed(), await house.seed(), await house.seed(), await house.seed()];
    await open();
    await page.keyboard.press('j');
    expect(await focused()).toBe(a);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await focused()).toBe(b);
    await page.keyboard.press('a');
    await card(b).waitFor({ state: 'detached' });
    expect([await stateOf(b), await focused()]).toEqual(['approved', c]);
    await page.keyboard.press('r');
    await card(c).waitFor({ state: 'detached' });
    expect([await stateOf(c), await focused()]).toEqual(['rejected', d]);
    await page.keyboard.press('s');
    await card(d).waitFor({ state: 'detached' });
    expect([await stateOf(d), await focused()]).toEqual(['spam', a]);
    await page.keyboard.press('u');
    await card(d).waitFor();
    expect([await stateOf(d), await focused()]).toEqual(['pending', d]);
    await page.keyboard.press('x');
    expect(await card(d).getByRole('checkbox').isChecked()).toBe(true);
    await page.keyboard.press('?');
    await page.locator('dialog[open]').waitFor();
    // Nothing is decided behind the dialog.
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    expect(await stateOf(d)).toBe('pending');
  });

  test('Tab and Enter reach everything without them, and search is one key away', async () => {
    const id = await house.seed({ entry: { title: 'Gardens' } });
    await house.seed();
    await open();
    await page.keyboard.press('/');
    await page.keyboard.type('gardens ajrs');
    expect(await page.inputValue('[type=search]')).toBe('gardens ajrs');
    await page.fill('[type=search]', 'gardens');
    await page.keyboard.press('Enter');
    await page.waitForURL('**q=gardens**');
    const approve = card(id).getByRole('button', { name: 'Approve' });
    for (let n = 0; n < 60 && !(await approve.evaluate((one) => one === document.activeElement)); n += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**done=approve**');
    expect(await stateOf(id)).toBe('approved');
  });

  test('can be switched off for good', async () => {
    const id = await house.seed();
    await open();
    await page.keyboard.press('?');
    await page.getByRole('checkbox', { name: 'Use these keys' }).uncheck();
    await page.keyboard.press('Escape');
    for (let n = 0; n < 2; n += 1) {
      await page.locator(`#m-${id}`).focus();
      await page.keyboard.press('s');
      await page.keyboard.press('?');
      await open();
    }
    expect([await stateOf(id), await page.locator('dialog[open]').count()]).toEqual(['pending', 0]);
  });
});

describe('what arrives while the page is open', () => {
  test('is told, and loaded without losing place or focus', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 12; n += 1) ids.unshift(await house.seed());
    await open();
    await card(ids[5] ?? '').focus();
    const top = () => card(ids[5] ?? '').evaluate((one) => Math.round(one.getBoundingClientRect().top));
    await page.evaluate(() => scrollBy(0, 300));
    const before = await top();
    const fresh = [await house.seed(), await house.seed(), await house.seed()];
    await lookAgain();
    await page.getByRole('button', { name: '3 new' }).waitFor();
    expect(await page.locator('.count').first().textContent()).toBe('15');
    expect(await page.locator('.mention').count()).toBe(12);
    await page.keyboard.press('n');
    await card(fresh[2] ?? '').waitFor();
    expect(await page.locator('.mention').evaluateAll((all) => all.map(({ id }) => id.slice(2)))).toEqual([
      ...fresh.toReversed(),
      ...ids,
    ]);
    expect(await focused()).toBe(ids[5]);
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
    await lookAgain();
    expect(await page.locator('#fresh').isVisible()).toBe(false);
  });

  test('by another process on the same store', async () => {
    await house.seed();
    await open();
    const { openSqliteStore } = await import('../../packages/server/src/storage/sqlite/open.ts');
    const other = await openSqliteStore({ directory: house.folder, clock: house.deps.clock });
    house.time.now += 1000;
    const source = 'https://carol.example/from-elsewhere';
    await other.mentions.accept({
      ...{ id: 'elsewhere', site: house.site.id, source, sourceKey: source, protocol: 'webmention' },
      ...{ target: 'https://alice.example/post', targetKey: 'alice.example/post', receivedAt: house.time.now },
      ...{ group: 'carol.example', verifyAfter: house.time.now },
    });
    await lookAgain();
    await page.getByRole('button', { name: '1 new' }).click();
    await card('elsewhere').waitFor();
    expect(await focused()).toBe('elsewhere');
    expect(await card('elsewhere').textContent()).toContain('has not been looked at yet');
    // What the look finds comes into the card that is shown.
    await other.mentions.recordCheck('elsewhere', { link: 'live', checkedAt: house.time.now, lastSeenAt: 1 }, []);
    await other.close();
    await lookAgain();
    await page.locator('#m-elsewhere[data-link=live]').waitFor();
    expect(await focused()).toBe('elsewhere');
  });
});

test('a decision that does not reach the server is said, and nothing is lost', async () => {
  const id = await house.seed();
  await open();
  await page.route('**/admin/inbox', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await card(id).getByRole('button', { name: 'Approve' }).click();
  await page.locator('#live', { hasText: 'That did not work.' }).waitFor();
  expect([await card(id).count(), await stateOf(id)]).toEqual([1, 'pending']);
  complaints = complaints.filter((text) => !text.includes('net::ERR_FAILED'));
});

test('everything works without scripts too, from a filter to a rule and back', async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false });
  await context.addCookies(await page.context().cookies());
  const plain = await context.newPage();
  const id = await house.seed({ source: 'https://bob.example/blog/one' });
  await house.seed({ source: 'https://carol.example/' });
  await plain.goto(`${server.url}/admin/inbox`);
  expect(await plain.locator('.scripted:visible, dialog:visible').count()).toBe(0);
  await plain.click('summary:has-text("Filters")');
  await plain.fill('[name=domain]', 'bob.example');
  await plain.click('details >> text=Show');
  expect(await plain.locator('.mention').count()).toBe(1);
  await plain.click('summary:has-text("From now on")');
  await plain.click('li:has-text("Mute") >> text=this domain');
  await plain.click('button:has-text("Mute")');
  expect(await stateOf(id)).toBe('rejected');
  await plain.click('text=Undo');
  expect(await stateOf(id)).toBe('pending');
  await plain.click('.chip');
  expect(await plain.locator('.mention').count()).toBe(2);
  await context.close();
});

test('the first load of the inbox is at most 25 kB of script and style, gzipped', async () => {
  await house.seed();
  const loaded: Promise<number>[] = [];
  page.on('response', (response) => {
    if (/\.(?:js|css)$/.test(new URL(response.url()).pathname))
      loaded.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await open();
  const sizes = await Promise.all(loaded);
  expect(sizes).toHaveLength(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(25_000);
  expect(await page.locator('[style], style, main script').count()).toBe(0);
});
