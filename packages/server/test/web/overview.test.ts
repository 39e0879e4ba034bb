import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newDelivery } from '../storage/contract/samples.ts';
import { type House, openHouse } from './house.ts';
import { type Browser, setUpOwner } from './visitor.ts';

const DAY = 86_400_000;
let house: House;
let browser: Browser;
beforeEach(async () => {
  house = await openHouse();
  browser = await setUpOwner(house);
});
afterEach(() => house.close());

const page = async (query = '') => (await browser.get(`/admin/overview${query}`)).text();
/** The number that leads to a list, as the page has it. */
const numberAt = (html: string, part: string) => {
  const found = [...html.matchAll(/<a href="([^"]+)">([\d.,]+ ?%?)<\/a>/g)].find(([, href]) =>
    href?.replaceAll('&amp;', '&').includes(part),
  );
  return found?.[2];
};

describe('the overview', () => {
  test('is the first page, and teaches the first step while nothing has arrived', async () => {
    expect((await browser.get('/admin')).headers.get('location')).toBe('/admin/overview');
    const html = await page();
    expect(html).toContain('No mention has arrived yet');
    expect(html).toContain('<a href="/admin/sites">Copy one line into the head of your pages</a>');
    expect(html).not.toContain('<script');
  });

  test('counts by the day of arrival, and each number leads to its list', async () => {
    await house.seed({ source: 'https://bob.example/1', moderation: 'approved' });
    await house.seed({ source: 'https://bob.example/2', moderation: 'approved' });
    await house.seed({ source: 'https://eve.example/1', moderation: 'spam' });
    await house.seed({ source: 'https://carol.example/1' });
    await house.seed({ link: 'absent' });
    const html = await page();
    const day = '2026-01-02';
    const list = (show: string) => `/admin/inbox?show=${show}&from=${day}&to=${day}`;
    expect(numberAt(html, list('approved'))).toBe('2');
    expect(numberAt(html, list('spam'))).toBe('1');
    expect(numberAt(html, list('held'))).toBe('1');
    expect(html).toContain('<a href="/admin/inbox?show=held">One mention waits</a>');
    expect(numberAt(html, 'domain=bob.example')).toBe('2');
    expect(numberAt(html, `target=${encodeURIComponent('https://alice.example/post')}`)).toBe('2');
    expect(html).toContain('25%');
  });

  test('is right after a decision was taken back', async () => {
    const id = await house.seed({ moderation: 'spam' });
    await house.desk.undo([id]);
    expect(numberAt(await page(), 'show=spam')).toBe('0%');
    expect(numberAt(await page(), 'show=held&from')).toBe('1');
  });

  test('leaves out what was forgotten for good, and the name of whom it was about', async () => {
    await house.seed({ source: 'https://bob.example/1', moderation: 'approved' });
    await house.seed({
      ...{ source: 'https://carol.example/1', moderation: 'approved' },
      entry: { author: { name: 'Carol', url: '', photo: '' } },
      facts: { finalUrl: 'https://carol.example/1' },
    });
    await house.store.forget({ host: 'bob.example' });
    const html = await page();
    expect(html).not.toContain('bob.example');
    expect(numberAt(html, 'show=approved&from')).toBe('1');
  });

  test('shows what was told, and leads to that list of these days', async () => {
    await house.seed();
    const delivery = newDelivery('one', { site: house.site.id, status: 'failed', createdAt: house.time.now });
    await house.store.deliveries.add([delivery], { step: 'found', outcome: 'found', reason: 'x' });
    const html = await page();
    const href = '/admin/deliveries?status=failed&from=2026-01-02&to=2026-01-02';
    expect(numberAt(html, href)).toBe('1');
    expect(await (await browser.get(href)).text()).toContain(delivery.id);
    expect(await (await browser.get(href.replaceAll('-02', '-03'))).text()).not.toContain(delivery.id);
  });

  test('has a table of all days for each picture, and scripts of ours only', async () => {
    await house.seed();
    const response = await browser.get('/admin/overview?days=7');
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'/);
    const html = await response.text();
    expect(html.match(/data-day="/g)).toHaveLength(14);
    expect(html).not.toMatch(/<script(?![^>]* src="\/admin\/assets\/)|style="/);
    for (const [, src] of html.matchAll(/(?:src|href)="(\/admin\/assets\/[^"]+)"/g))
      expect((await browser.get(src ?? '')).status, src).toBe(200);
    expect((await browser.get('/admin/inbox')).headers.get('content-security-policy')).not.toContain(
      "script-src 'none'",
    );
  });

  test.each(['?days=8', '?days=-1', '?site=nowhere', '?days=%3Cscript%3E'])('takes %s for the usual', async (query) => {
    await house.seed();
    const html = await page(query);
    expect(html.match(/data-day="/g)).toHaveLength(60);
    expect(html).not.toContain('<script>');
  });

  test('of one site counts that site', async () => {
    await house.store.sites.configure({ ...house.site, id: 'other.example', url: 'https://other.example/', name: 'O' });
    await house.directory.refresh();
    await house.seed({ moderation: 'approved' });
    await house.seed({ moderation: 'approved', site: 'other.example', target: 'https://other.example/a' });
    expect(numberAt(await page(), 'show=approved&from')).toBe('2');
    expect(numberAt(await page('?site=other.example'), 'show=approved&site=other.example&from')).toBe('1');
  });

  test('the time of older days goes on', async () => {
    await house.seed({ moderation: 'approved' });
    house.time.now += 3 * DAY;
    await browser.post('/admin/login', { name: 'alice', password: 'a sentence to log in' });
    expect(numberAt(await page('?days=7'), 'show=approved&from=2026-01-02')).toBe('1');
  });
});
