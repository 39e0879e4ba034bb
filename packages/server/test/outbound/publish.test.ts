import { describe, expect, it } from 'vitest';
import { postUrl } from '../../src/outbound/post-url.ts';
import { publish } from '../../src/outbound/publish.ts';
import { BLOG, blog, openHouse } from './house.ts';
import type { Script } from './scripted-web.ts';

const POST = `${BLOG}post`;
const article = (...hrefs: string[]) =>
  `<!doctype html><title>Post</title><article>${hrefs.map((href) => `<p><a href="${href}">x</a></p>`).join('')}</article>`;

const unreadable: readonly [string, string, Script, RegExp][] = [
  ['404', POST, { status: 404, body: '' }, /HTTP 404.*published/],
  ['a page behind a log-in', POST, { status: 401, body: article('https://b.example/') }, /HTTP 401/],
  ['not HTML', POST, { headers: { 'content-type': 'application/pdf' }, body: '%PDF' }, /application\/pdf/],
  ['no answer', POST, { failure: 'timeout' }, /did not answer/],
  ['a page of nobody here', 'https://bob.example/', article(), /no site known here.*site add/],
  ['no URL', 'post.html', article(), /not a usable URL/],
];

describe('publish', () => {
  it('stores one delivery and one job for each link, in one go', async () => {
    await using house = await openHouse(blog());
    house.web.on(POST, article('https://b.example/1', '/about', 'https://c.example/#x', 'https://b.example/1#again'));
    const published = await publish(house.deps(), POST);
    expect(published.ok && published.deliveries.map(({ target, status }) => [target, status])).toEqual([
      ['https://b.example/1', 'queued'],
      ['https://alice.example/about', 'skipped'],
      ['https://c.example/#x', 'queued'],
    ]);
    expect(await house.store.jobs.counts()).toMatchObject({ waiting: 2 });
    expect(house.woken).toBe(1);
    expect(await house.store.posts.unknown(blog().id, [postUrl(POST)])).toEqual([]);
  });

  it('tells nobody twice when it is done again, at once or later, in whatever spelling', async () => {
    await using house = await openHouse(blog());
    const tell = () => ({ headers: { 'x-pingback': 'https://b.example/rpc' }, body: '' });
    house.web.on('https://b.example/1', tell);
    house.web.on('https://b.example/2', tell);
    house.web.on(
      'https://b.example/rpc',
      '<methodResponse><params><param><value>ok</value></param></params></methodResponse>',
    );
    house.web.on(POST, article('https://b.example/1'));
    await Promise.all([publish(house.deps(), POST), publish(house.deps(), POST)]);
    await house.runDue();
    house.web.on(POST, article('https://B.example/1#more', 'https://b.example/2'));
    const again = await publish(house.deps(), `${POST}`);
    await house.runDue();
    expect(house.web.lines('POST')).toHaveLength(2);
    expect(again.ok && again.deliveries.map(({ status }) => status)).toEqual(['delivered', 'queued']);
  });

  it('takes up what was never told', async () => {
    await using house = await openHouse(blog());
    house.web.on(POST, article('https://failed.example/', 'https://none.example/'));
    house.web.on('https://failed.example/', { failure: 'refused' });
    await publish(house.deps(), POST);
    await house.runDue();
    const statuses = async () => {
      const published = await publish(house.deps(), POST);
      await house.runDue();
      return published.ok && published.deliveries.map(({ status }) => status);
    };
    expect(await statuses()).toEqual(['queued', 'unsupported']);
    house.time.now += 3_600_000;
    expect(await statuses()).toEqual(['queued', 'queued']);
    expect(house.web.lines().filter((line) => line.includes('none'))).toHaveLength(2);
  });

  it('sends nothing while sending is off, and says so; later it is taken up', async () => {
    await using house = await openHouse(blog({ send: false }));
    house.web.on(POST, article('https://b.example/'));
    const off = await publish(house.deps(), POST);
    expect(off.ok && off.deliveries).toMatchObject([
      { status: 'skipped', reason: expect.stringContaining('switched off') },
    ]);
    await house.runDue();
    expect(house.web.lines()).toEqual([`GET ${POST}`]);
    await house.store.sites.setSwitches(blog().id, { send: true });
    const on = await publish(house.deps(), POST);
    expect(on.ok && on.deliveries).toMatchObject([{ status: 'queued', endpoint: undefined }]);
    await house.runDue();
    expect(house.web.lines()).toContain('GET https://b.example/');
  });

  it('obeys the switch of one page', async () => {
    await using house = await openHouse(blog({ feed: `${BLOG}feed` }));
    await house.store.sites.savePages(blog().id, [{ key: 'alice.example/post', url: POST, title: '' }], []);
    await house.store.sites.setPageSwitches(blog().id, 'alice.example/post', { send: false });
    house.web.on(POST, article('https://b.example/'));
    const published = await publish(house.deps(), POST);
    expect(published.ok && published.deliveries).toMatchObject([
      { status: 'skipped', reason: expect.stringContaining('this page') },
    ]);
  });

  it.each(unreadable)('stores nothing and says why: %s', async (_, url, script, reason) => {
    await using house = await openHouse(blog());
    house.web.on(url, script);
    const published = await publish(house.deps(), url);
    expect(published).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
    expect(await house.store.deliveries.list({ limit: 10 })).toEqual([]);
    expect(await house.store.posts.unknown(blog().id, [postUrl(POST)])).toHaveLength(1);
  });

  it('PB-C18: warns of a source that redirects, and of one that is cut off', async () => {
    await using house = await openHouse(blog());
    house.web.on(POST, { body: article('../b'), finalUrl: 'https://alice.example/2026/post/', truncated: true });
    const published = await publish(house.deps(), POST);
    expect(published).toMatchObject({
      ok: true,
      deliveries: [{ source: POST, target: 'https://alice.example/2026/b', status: 'skipped' }],
      warnings: [
        expect.stringContaining('redirects to https://alice.example/2026/post/'),
        expect.stringContaining('1 MiB'),
      ],
    });
  });

  it('spreads the looks at many pages of one host', async () => {
    await using house = await openHouse(blog());
    house.web.on(POST, article(...Array.from({ length: 30 }, (_, n) => `https://b.example/${n}`)));
    await publish(house.deps({ pace: () => 20_000 }), POST);
    const began = house.time.now;
    await house.runUntil(began + 29_000);
    expect(house.web.lines('GET')).toHaveLength(1 + 15);
    await house.runUntil(began + 60_000);
    expect(house.web.lines('GET')).toHaveLength(1 + 30);
  });
});
