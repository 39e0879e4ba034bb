import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse, POST } from './house.ts';
import { type Browser, setUpOwner } from './visitor.ts';

let house: House;
let browser: Browser;
beforeEach(async () => {
  house = await openHouse();
  browser = await setUpOwner(house);
});
afterEach(() => house.close());

const page = async (path: string) => (await browser.get(path)).text();
const idsOn = (html: string) => [...html.matchAll(/name="mention" value="([\w-]+)"/g)].map(([, id]) => id);
const listed = async (query: string) => idsOn(await page(`/admin/inbox?${query}`));
const author = (name: string, url: string) => ({ author: { name, url, photo: '' } });

describe('the list narrowed by its address', () => {
  test('by each field, by several, and with a chip for each that takes it away', async () => {
    const reply = await house.seed({
      source: 'https://deep.carol.example/garten',
      entry: { kind: 'reply', title: 'Gärten', ...author('Carol', 'https://carol.example/me') },
    });
    const other = await house.seed({
      target: 'https://alice.example/other',
      entry: author('Dave O’Neil', 'https://dave.example/'),
    });
    const old = await house.seed({ entry: author('Eve', 'https://eve.example/') });
    const day = '2026-01-02';
    for (const [query, ids] of [
      ['kind=reply', [reply]],
      ['domain=carol.example', [reply]],
      ['domain=https%3A%2F%2FCarol.example%2F', [reply]],
      ['author=dave%20o%E2%80%99neil', [other]],
      ['author=carol.example/me', [reply]],
      ['target=https://alice.example/other', [other]],
      ['target=/other', [other]],
      ['q=GARTEN', [reply]],
      ['q=eve%20title', [old]],
      ['site=alice.example&protocol=pingback', [old, other, reply]],
      ['protocol=refback', []],
      [`from=${day}&to=${day}`, [old, other, reply]],
      ['from=2026-01-03', []],
      ['to=2026-01-01', []],
      ['show=all&q=garten', [reply]],
      ['show=spam&q=garten', []],
    ] as const)
      expect(await listed(query), query).toEqual(ids);
    const html = await page('/admin/inbox?kind=reply&domain=carol.example&q=garten');
    for (const rest of [
      'q=garten&amp;domain=carol.example',
      'q=garten&amp;kind=reply',
      'domain=carol.example&amp;kind=reply',
    ])
      expect(html).toContain(`class="chip" href="/admin/inbox?show=held&amp;${rest}"`);
    expect(html).toContain('aria-label="Remove the filter Kind: Reply"');
    // The tabs keep what was asked for, and count it.
    expect(html).toMatch(/show=approved&amp;q=garten&amp;domain=carol.example&amp;kind=reply">Approved <span[^>]*>0</);
  });

  test('pages through a narrowed list', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 65; n += 1) {
      const id = await house.seed({ entry: { kind: n % 2 ? 'like' : 'reply' } });
      if (n % 2) ids.unshift(id);
    }
    const seen: (string | undefined)[] = [];
    for (let path: string | undefined = '/admin/inbox?kind=like'; path; ) {
      const html: string = await page(path);
      seen.push(...idsOn(html));
      path = /href="([^"]+before=[^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toEqual(ids);
  });

  test.each([
    ['show=new', 'show', /“show” is one of held/],
    ['kind=podcast', 'kind', /“Kind” is one of/],
    ['protocol=smtp', 'protocol', /“Protocol” is one of/],
    ['site=nobody.example', 'site', /“Site” is none of your sites/],
    ['domain=bob.example/path', 'domain', /“Domain” is a host name/],
    ['domain=a%20b', 'domain', /“Domain” is a host name/],
    ['target=javascript:alert(1)', 'target', /“Your page” is the address/],
    ['q=%3F%3F', 'q', /“Words” needs/],
    ['from=2026-02-30', 'from', /“From” is a day/],
    ['to=yesterday', 'to', /“To” is a day/],
    ['from=2026-02-03&to=2026-02-01', 'from', /“From” lies after “To”/],
    ['before=abc', 'before', /“before” leads to no place/],
  ])('%s: one line names the field, and the form keeps what was typed', async (query, field, said) => {
    await house.seed();
    const response = await browser.get(`/admin/inbox?${query}&author=Bob`);
    const html = await response.text();
    expect(response.status).toBe(422);
    expect([...html.matchAll(/<p role="alert">([^<]*)/g)].map(([, text]) => text)).toEqual([
      expect.stringMatching(said),
    ]);
    // Nothing is listed that was not asked for.
    expect(idsOn(html)).toEqual([]);
    expect(html).toContain('value="Bob"');
    const typed = new URLSearchParams(query).get(field) ?? '';
    if (!['show', 'before'].includes(field)) expect(html).toContain(`value="${typed}"`);
  });

  test('a cursor of a mention that is gone goes on from its place', async () => {
    const [old, gone] = [await house.seed(), await house.seed()];
    const { receivedAt } = (await house.store.mentions.byId(gone)) ?? { receivedAt: 0 };
    expect(await listed(`before=${receivedAt}.nobody&kind=mention`)).toEqual([old]);
    expect(await listed(`before=${receivedAt}.0`)).toEqual([old]);
  });

  test('an empty list says where to look', async () => {
    const id = await house.seed({ moderation: 'spam', entry: { title: 'Garden' } });
    const narrowed = await page('/admin/inbox?q=garden');
    expect(narrowed).toContain('No mention fits.');
    expect(narrowed).toContain('href="/admin/inbox?show=spam&amp;q=garden"');
    expect(await page('/admin/inbox?q=nothing')).toContain('Only whole words are found.');
    expect(await page('/admin/inbox')).toContain('href="/admin/inbox?show=approved"');
    expect(await page('/admin/inbox?show=lost')).toContain('Every link that was found is still there.');
    expect(id).not.toBe('');
  });

  test('speaks the language of the reader', async () => {
    await house.seed();
    const headers = { cookie: browser.cookie, 'accept-language': 'de' };
    const request = new Request(`${house.publicUrl}/admin/inbox?kind=mention`, { headers });
    const html = await (await house.web.fetch(request)).text();
    for (const part of ['<h1>Eingang</h1>', 'Wartend', 'Freigeben', 'Art: <bdi>Erwähnung</bdi>'])
      expect(html).toContain(part);
  });
});

describe('news', () => {
  const news = async (query: string) => {
    const response = await browser.get(`/admin/inbox/news?${query}`);
    return {
      status: response.status,
      ...((await response.json()) as { fresh?: number; say?: string; changed?: string[] }),
    };
  };
  const addressOn = (html: string) =>
    /data-news="\/admin\/inbox\/news\?([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

  test('counts what came after the page was made, within the list that it shows', async () => {
    await house.seed();
    const address = addressOn(await page('/admin/inbox?domain=carol.example'));
    expect(await news(address)).toMatchObject({ status: 200, fresh: 0, say: '' });
    house.time.now += 1000;
    await house.seed();
    await house.seed({ source: 'https://carol.example/1' });
    await house.seed({ source: 'https://carol.example/2' });
    expect(await news(address)).toMatchObject({ fresh: 2, say: '2 new', counts: { held: '2' } });
  });

  test('says which of those that waited for a look were looked at', async () => {
    const [waits, seen] = [await house.seed({ link: 'unverified' }), await house.seed()];
    const address = addressOn(await page('/admin/inbox'));
    expect(await news(`${address}&waiting=${waits},${seen},nobody`)).toMatchObject({ changed: [seen, 'nobody'] });
  });

  test.each(['', 'after=x', 'after=1.a&kind=podcast'])('%s is answered in one line', async (query) => {
    expect(await news(query)).toMatchObject({ status: 422, problem: expect.stringContaining('“') });
  });

  test('keep no session awake: a page that is left open logs its reader out after twelve hours', async () => {
    await house.seed();
    const address = addressOn(await page('/admin/inbox'));
    for (let hour = 0; hour < 13; hour += 1) {
      house.time.now += 60 * 60_000;
      await browser.get(`/admin/inbox/news?${address}`);
    }
    const response = await browser.get('/admin/inbox');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/admin/login']);
  });

  test('a page further down asks for none', async () => {
    for (let n = 0; n < 31; n += 1) await house.seed();
    const next = /href="([^"]+before=[^"]+)" rel="next"/
      .exec(await page('/admin/inbox'))?.[1]
      ?.replaceAll('&amp;', '&');
    expect(addressOn(await page(next ?? ''))).toBe('');
  });
});

test('the text of a mention is text, with the words of the link marked', async () => {
  const id = await house.seed({ anchor: 'read <this>' });
  await house.store.mentions.recordCheck(
    id,
    { link: 'live', checkedAt: house.time.now, text: 'Before. So read <this> <b>now</b>.' },
    [],
  );
  const html = await page(`/admin/mentions/${id}/text`);
  expect(html).toContain('So <mark>read &lt;this&gt;</mark> &lt;b&gt;now&lt;/b&gt;.');
  expect(await page(`/admin/mentions/${await house.seed()}/text`)).toContain('No text was kept');
  expect((await browser.get('/admin/mentions/none/text')).status).toBe(404);
  expect(html).not.toContain(`href="${POST}"`);
});

test('only the inbox may run a script, and only ours', async () => {
  const policy = async (path: string) => (await browser.get(path)).headers.get('content-security-policy');
  expect(await policy('/admin/inbox')).toContain(
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'",
  );
  for (const path of ['/admin/rules', '/admin/login', '/admin/inbox/all?show=held'])
    expect(await policy(path), path).not.toContain('script-src');
});
