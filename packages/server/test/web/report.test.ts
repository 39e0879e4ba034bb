import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailTo } from '../notices/house.ts';
import { type House, openHouse } from './house.ts';
import { type Browser, setUpOwner } from './visitor.ts';

let house: House;
let browser: Browser;
beforeEach(async () => {
  house = await openHouse();
  browser = await setUpOwner(house);
});
afterEach(() => house.close());

const read = async (path: string) => (await browser.get(path)).text();
const page = async (path: string) => (await read(path)).replaceAll('&amp;', '&');
/** Rows of the table of a page. */
const rows = (html: string) => html.match(/<tr>/g)?.length ?? 1;

/** Twelve links, of which some change, go and come back. */
async function furnish(): Promise<void> {
  for (let n = 0; n < 12; n += 1) {
    const target = n < 8 ? 'https://alice.example/post' : 'https://alice.example/other';
    const source = `https://${n % 3 === 0 ? 'bob' : 'carol'}.example/${n}`;
    const id = await house.seed({ source, target, moderation: n === 11 ? 'spam' : 'approved' });
    const at = house.time.now;
    if (n < 3) await house.store.mentions.recordCheck(id, { link: 'lost', checkedAt: at }, []);
    if (n === 2) await house.store.mentions.recordCheck(id, { link: 'live', checkedAt: at, lastSeenAt: at }, []);
  }
}

describe('the page of the report', () => {
  it('has no number but those that lead to as much', async () => {
    await furnish();
    const shown = await page('/admin/links/report?of=monthly-now');
    const counted = [...shown.matchAll(/<a href="([^"]+)">(?:<bdi>)?([^<]+): (\d+)(?:<\/bdi>)?<\/a>/g)];
    const named = counted.map(([, , name, count]) => `${name}: ${count}`);
    expect(named).toEqual([
      ...['New links: 11', 'Lost links: 3', 'Links that are back: 1'],
      ...['carol.example: 7', 'bob.example: 4', '/post: 8', '/other: 3', 'Links that are there now: 9'],
    ]);
    for (const [, address = '', name, count] of counted) {
      expect(address).toMatch(/^\/admin\/links/);
      expect(rows(await read(address)) - 1, name).toBe(Number(count));
    }
    expect(shown).toContain('And 1 more.');
    expect(shown).toContain('It is not sent by itself.');
  });

  it('says that nothing happened, and sends to nobody but those who get mail', async () => {
    expect(await page('/admin/links/report')).toContain('No link was new, lost, back or changed in these days.');
    expect(await page('/admin/links/report')).toContain('Nobody is told anything by e-mail yet.');
    await house.store.recipients.save(mailTo());
    await house.store.recipients.save(mailTo({ id: 'off', address: 'off@alice.example', active: false }));
    const shown = await page('/admin/links/report');
    expect(shown).toContain('alice@alice.example');
    expect(shown).not.toContain('off@alice.example');
    const csrf = await browser.csrf();
    const fields = { csrf, site: house.site.id, of: 'weekly', recipient: 'mail' };
    expect(await (await browser.post('/admin/links/report', fields)).text()).toMatch(
      /It was not sent\. <bdi lang="en">No mail server is configured/,
    );
    expect((await browser.post('/admin/links/report', { ...fields, recipient: 'nobody' })).status).toBe(404);
  });
});

describe('the list of what happened', () => {
  it('has the days of the site, a page at a time, each change once', async () => {
    for (let n = 0; n < 120; n += 1) await house.seed({ source: `https://bob.example/${n}` });
    const seen: string[] = [];
    let path: string | undefined = '/admin/links/changes?site=alice.example&kind=new';
    for (let pages = 0; path !== undefined && pages < 9; pages += 1) {
      const html = await page(path);
      seen.push(...[...html.matchAll(/<a href="(https:\/\/bob\.example\/\d+)"/g)].map(([, url]) => url ?? ''));
      path = /<a href="([^"]+)" rel="next"/.exec(html)?.[1];
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
    expect(await page('/admin/links/changes?kind=lost')).toContain('Nothing happened.');
  });

  it('follows the clock of the site', async () => {
    await house.store.sites.setSwitches(house.site.id, { settings: { zone: 'Pacific/Kiritimati' } });
    await house.directory.refresh();
    // 2 January 12:00 UTC is 3 January there.
    await house.seed();
    expect(await page('/admin/links/changes?site=alice.example&from=2026-01-03&to=2026-01-03')).toContain('1 change.');
    expect(await page('/admin/links/changes?site=alice.example&from=2026-01-02&to=2026-01-02')).toContain('Nothing');
  });

  it.each([
    ['from=yesterday', '“From” cannot be read.'],
    ['to=2026-02-31', '“Until” cannot be read.'],
    ['kind=else', '“What” cannot be read.'],
    ['domain=a+b', '“Domain” cannot be read.'],
    ['site=nobody', '“Site” cannot be read.'],
    ['page=http://%5B', '“Page of yours” cannot be read.'],
  ])('%s is not guessed at', async (query, said) => {
    const answer = await browser.get(`/admin/links/changes?${query}`);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(said);
  });
});

it('how often it comes is set for each site', async () => {
  const csrf = await browser.csrf();
  const path = `/admin/sites/${house.site.id}`;
  const saved = await browser.post(path, {
    csrf,
    receive: 'on',
    report: 'monthly',
    zone: 'Europe/Madrid',
    told: '',
    reasons: 'on',
  });
  expect(saved.status).toBe(303);
  expect(house.directory.byId(house.site.id)?.settings).toEqual({
    report: 'monthly',
    zone: 'Europe/Madrid',
    reasons: true,
  });
  const wrong = await browser.post(path, { csrf, receive: 'on', zone: 'Madrid' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('There is no such time zone');
  expect(await page('/admin/links/report')).toContain('It is sent every month.');
});
