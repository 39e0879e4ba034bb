import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LinkUpdate } from '../../src/ports/index.ts';
import { addToken } from '../../src/tokens.ts';
import { hashSecret } from '../../src/web/session/secret.ts';
import { newDelivery } from '../storage/contract/samples.ts';
import { type House, openHouse, POST } from './house.ts';
import { type Browser, setUpOwner } from './visitor.ts';

let house: House;
let browser: Browser;
beforeEach(async () => {
  house = await openHouse();
  browser = await setUpOwner(house);
});
afterEach(() => house.close());

const page = async (path = '') => (await browser.get(`/admin/links${path}`)).text();

describe('the table of backlinks', () => {
  test('teaches the next step while no link was seen', async () => {
    for (const path of ['', '/pages', '/domains', '/time'])
      expect(await page(path)).toContain('No backlink has been seen yet');
    expect(await page('/ties')).toContain('There is no such tie yet');
  });

  test('shows what fits, says which field it cannot read, and goes on where the page ends', async () => {
    for (let n = 0; n < 55; n += 1) await house.seed({ source: `https://bob.example/${n}` });
    await house.seed({ source: 'https://carol.example/1', link: 'lost', facts: { noindex: true } });
    const all = await page();
    expect(all).toContain('56 links fit.');
    expect(all).toContain('https://carol.example/1');
    const next = /href="([^"]+)" rel="next"/.exec(all)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const rest = await (await browser.get(next)).text();
    expect(rest).toContain('https://bob.example/0');
    expect(rest).not.toContain('rel="next"');
    expect(await page('?domain=carol.example&state=lost&indexing=noindex')).toContain('1 link fits.');
    expect(await page('?page=/post&order=domain&lost-within=7')).toContain('1 link fits.');
    expect(await page('?rel=ugc')).toContain('No link is like that.');
    const wrong = await browser.get('/admin/links?rel=yes&first-from=2026-02-31');
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('“Link attributes” cannot be read. “First seen from” cannot be read.');
  });

  test('takes a path for one of the site that is chosen', async () => {
    const url = 'https://second.example/';
    await house.store.sites.configure({ ...house.site, id: 'second.example', url, name: 'Second', feed: undefined });
    await house.directory.refresh();
    await house.seed({ source: 'https://bob.example/1' });
    const path = new URL(POST).pathname;
    expect(await page(`?site=${house.site.id}&page=${path}`)).toContain('1 link fits.');
    expect(await page(`?site=second.example&page=${path}`)).toContain('No backlink has been seen yet');
    expect((await browser.get(`/admin/links?page=${path}`)).status).toBe(422);
  });

  test('sums pages and domains, and every number leads to what it counts', async () => {
    await house.seed({ source: 'https://bob.example/1' });
    await house.seed({ source: 'https://bob.example/2', link: 'unreachable' });
    await house.seed({ source: 'https://bob.example/3', link: 'lost' });
    await house.seed({ source: 'https://eve.example/1', moderation: 'spam' });
    const domains = await page('/domains');
    expect(domains).not.toContain('eve.example');
    for (const [html, number] of [
      [domains, 2],
      [await page('/pages'), 2],
    ] as const) {
      const href = new RegExp(`href="([^"]+state=present)">${number}<`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
      expect(await (await browser.get(href)).text()).toContain('2 links fit.');
    }
    const time = await page('/time');
    expect(time).toMatch(/data-series="new" data-count="3"/);
    expect(time).toMatch(/data-series="lost" data-count="1"/);
    expect(time).toMatch(/data-series="live" data-count="2"/);
  });

  test('draws who links to whom, and everything in the drawing leads to its links', async () => {
    for (const page of ['bob.example/1', 'carol.example/1', 'carol.example/2', 'dave.example/1'])
      await house.seed({ source: `https://${page}` });
    const told = (name: string) => newDelivery(name, { site: house.site.id });
    await house.store.deliveries.add([told('carol'), told('erin')], { step: 'found', outcome: 'x', reason: 'x' });
    const html = await page('/ties?show=they');
    const drawing = /<figure class="ties">.*?<\/figure>/s.exec(html)?.[0] ?? '';
    const [svg = ''] = drawing.split('</svg>');
    expect(svg).toMatch(/<svg[^>]* aria-labelledby="ties-title" aria-describedby="ties-desc">/);
    expect(svg).toMatch(/<title id="ties-title">[^<]+<\/title><desc id="ties-desc">[^<]+<\/desc>/);
    const kinds = [...svg.matchAll(/<line class="tie (\w+)"/g)].map(([, kind]) => kind);
    expect(kinds).toEqual(['both', 'between', 'they', 'they', 'you']);
    expect(drawing).toContain('aria-label="carol.example. Their links: 2. Your links: 1."');
    const hrefs = [...svg.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')).toSorted();
    expect(hrefs).toEqual(
      [
        '/admin/links?site=alice.example',
        ...['carol', 'dave', 'bob'].map((name) => `/admin/links?domain=${name}.example`).toSorted(),
        '/admin/links/ties?show=you#tie-erin.example',
      ].toSorted(),
    );
    expect(await page('/ties?show=you')).toContain('<tr id="tie-erin.example">');
    expect(await page('/ties?after=1%20alice.example%20bob.example')).not.toContain('<figure class="ties">');
  });

  test('leads from each name that only we link to to its row, also past the first page', async () => {
    const trace = { step: 'found', outcome: 'x', reason: 'x' } as const;
    const told = (name: string) => newDelivery(name, { site: house.site.id });
    for (let n = 10; n < 65; n += 1) {
      await house.seed({ source: `https://both${n}.example/` });
      await house.store.deliveries.add([told(`both${n}`)], trace);
    }
    await house.store.deliveries.add(['all', 'any', 'are'].map(told), trace);
    const hrefs = [...(await page('/ties')).matchAll(/href="\/admin\/links([^"#]+)#(tie-[^"]+)"/g)];
    expect(hrefs.map(([, , anchor]) => anchor)).toEqual(['tie-are.example', 'tie-any.example', 'tie-all.example']);
    for (const [, href = '', anchor] of hrefs)
      expect(await page(href.replaceAll('&amp;', '&'))).toContain(`<tr id="${anchor}">`);
  });

  test('says of which site each row is, where there are several and none is chosen', async () => {
    const second = { ...house.site, id: 'second.example', url: 'https://second.example/', name: 'Second' };
    await house.seed({ source: 'https://bob.example/1' });
    const views = ['/pages', '/domains', '/ties?show=they'];
    for (const path of views) expect(await page(path)).not.toContain('<td data-label="Site">');
    await house.store.sites.configure({ ...second, feed: undefined });
    await house.directory.refresh();
    await house.seed({ source: 'https://bob.example/2', site: second.id, target: 'https://second.example/post' });
    for (const path of views) {
      const names = [...(await page(path)).matchAll(/<td data-label="Site"><bdi>([^<]+)</g)].map(([, name]) => name);
      expect(names.toSorted(), path).toEqual([house.site.name, 'Second'].toSorted());
      const chosen = `${path}${path.includes('?') ? '&' : '?'}site=second.example`;
      expect(await page(chosen)).not.toContain('<td data-label="Site">');
    }
  });

  test('keeps filters under names, for whoever named them', async () => {
    await house.seed();
    const csrf = await browser.csrf();
    const saved = await browser.post('/admin/links/views', { csrf, site: '', name: 'Lost ones', query: 'state=lost' });
    expect(saved.headers.get('location')).toBe('/admin/links?state=lost');
    const id = /action="\/admin\/links\/views\/([\w-]+)"/.exec(await page())?.[1];
    await browser.post(`/admin/links/views/${id}`, { csrf, do: 'rename', name: 'Gone' });
    expect(await page()).toContain('<a href="/admin/links?state=lost"><bdi>Gone</bdi></a>');
    await browser.post(`/admin/links/views/${id}`, { csrf, do: 'remove', name: 'Gone' });
    expect(await page()).not.toContain('Gone');
  });

  test('asks of which site in each view, where there are several, and keeps what was chosen', async () => {
    await house.seed({ source: 'https://bob.example/1' });
    const views = ['', '/pages', '/domains', '/time', '/ties'];
    for (const path of views) expect(await page(path)).not.toContain('<select name="site"');
    const second = { ...house.site, id: 'second.example', url: 'https://second.example/', name: 'Second' };
    await house.store.sites.configure(second);
    await house.directory.refresh();
    for (const path of views)
      expect(await page(`${path}?site=second.example`)).toMatch(
        /<select name="site".*<option value="second.example" selected="">Second</s,
      );
    expect(await page('/ties?show=you')).toContain('<input type="hidden" name="show" value="you"');
  });

  test('shows the last fifty changes of a link, and those before on demand', async () => {
    const id = await house.seed({ source: 'https://bob.example/1' });
    for (let n = 1; n <= 119; n += 1) {
      const look = {
        checkedAt: house.time.now + n,
        link: n % 2 ? 'unreachable' : 'live',
        outage: n % 2 ? 'timeout' : '',
      };
      await house.store.mentions.recordCheck(id, look as LinkUpdate, []);
    }
    const show = async (query = '') => (await browser.get(`/admin/mentions/${id}${query}`)).text();
    const last = await show();
    expect(last).toContain('<ol class="trace" start="71">');
    expect(last).toContain(
      `<a href="/admin/mentions/${id}?changes-before=71#history" rel="prev">70 earlier changes</a>`,
    );
    expect(last).not.toContain('The latest changes');
    const first = await show('?changes-before=21');
    expect(first).toContain('First seen');
    expect(first).not.toContain('earlier change');
    expect(first).toContain(`<a href="/admin/mentions/${id}#history">The latest changes</a>`);
  });
});

describe('links as a file', () => {
  const evil = '=HYPERLINK("https://evil.example","x")';

  test('CSV runs no formula, JSON is an array, and a line is a link in NDJSON', async () => {
    await house.seed({ source: 'https://bob.example/1', anchor: evil, entry: { title: '@SUM(1), "two"' } });
    await house.seed({ source: 'https://bob.example/2', anchor: '+1' });
    const csv = await browser.get('/admin/links/export/csv?bom=1');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="links.csv"');
    const bytes = new Uint8Array(await csv.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = new TextDecoder().decode(bytes).split('\r\n');
    expect(rows[0]?.split(',').slice(0, 4)).toEqual(['id', 'source', 'target', 'link']);
    expect(rows[1]).toContain(`"'=HYPERLINK(""https://evil.example"",""x"")"`);
    expect(rows[1]).toContain(`"'@SUM(1), ""two"""`);
    expect(rows[2]).toContain(",'+1,");
    const json = (await (await browser.get('/admin/links/export/json')).json()) as { target: string }[];
    expect(json.map(({ target }) => target)).toEqual([POST, POST]);
    const lines = (await (await browser.get('/admin/links/export/ndjson?domain=bob.example')).text())
      .trim()
      .split('\n');
    expect(lines.map((one) => (JSON.parse(one) as { source: string }).source.at(-1))).toEqual(['1', '2']);
  });

  test('and over the API with a token that may read, within its site', async () => {
    await house.seed({ source: 'https://bob.example/1' });
    const wanted = { name: 'reader', scopes: ['read'] as const, site: house.site.id, maker: undefined };
    const made = await addToken({ ...house.deps, hashSecret }, wanted, { name: 'test', address: undefined });
    const get = (path: string) =>
      house.web.fetch(
        new Request(`${house.publicUrl}${path}`, { headers: { authorization: `Bearer ${made?.secret}` } }),
      );
    expect(await (await get('/api/backlinks?state=live')).json()).toMatchObject({
      links: [{ source: 'https://bob.example/1', followed: true, visits: 0 }],
      after: null,
    });
    for (const wrong of ['rel=yes', 'after=zzz', 'limit=abc', 'limit=0'])
      expect((await get(`/api/backlinks?${wrong}`)).status).toBe(400);
    expect((await get('/api/inbox?before=zzz')).status).toBe(400);
    for (const path of ['?stat=lost', '?limit=1&bom=1', '/export/csv?stat=lost', '/export/csv?limit=1']) {
      const refused = await get(`/api/backlinks${path}`);
      expect(refused.status, path).toBe(400);
      const name = path.includes('stat') ? 'stat' : path.includes('csv') ? 'limit' : 'bom';
      const { error_description } = (await refused.json()) as { error_description: string };
      expect(error_description).toMatch(new RegExp(`^There is no "${name}"; there are q, site, .*lost-within`));
    }
    expect((await get('/api/backlinks?limit=1&after=0&state=live')).status).toBe(200);
    expect((await get('/api/export?format=csv&bom=1&state=live')).status).toBe(200);
    expect((await get('/api/export?format=csv&stat=live')).status).toBe(400);
    for (const format of ['wxr', 'jf2', 'jsonfeed']) {
      const strange = await get(`/api/export?format=${format}&knid=reply`);
      expect(strange.status).toBe(400);
      expect(await strange.json()).toMatchObject({ error_description: expect.stringContaining('There is no "knid"') });
    }
    expect(await (await get('/api/backlinks/export/csv')).text()).toContain('https://bob.example/1');
    expect((await house.web.fetch(new Request(`${house.publicUrl}/api/backlinks`))).status).toBe(401);
  });
});
