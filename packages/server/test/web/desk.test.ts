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
const stateOf = async (id: string) => (await house.store.mentions.byId(id))?.moderation;
const idsOn = (html: string) => [...html.matchAll(/name="mention" value="([\w-]+)"/g)].map(([, id]) => id);

describe('the inbox', () => {
  test('teaches the next step while it is empty', async () => {
    const html = await page('/admin/inbox');
    expect(html).toContain('No mentions yet');
    expect(html).toContain('href="/admin/sites"');
  });

  test('sorts mentions into tabs and counts them', async () => {
    const held = await house.seed();
    const fresh = await house.seed({ link: 'unverified' });
    await house.seed({ link: 'absent' });
    const approved = await house.seed({ moderation: 'approved' });
    const rejected = await house.seed({ moderation: 'rejected' });
    const spam = await house.seed({ moderation: 'spam' });
    const lost = await house.seed({ link: 'lost', moderation: 'rejected' });
    const expected = {
      held: [fresh, held],
      approved: [approved],
      rejected: [lost, rejected],
      spam: [spam],
      lost: [lost],
    };
    for (const [tab, ids] of Object.entries(expected)) {
      const html = await page(`/admin/inbox?show=${tab}`);
      expect(idsOn(html), tab).toEqual(ids);
      expect(html).toMatch(
        new RegExp(
          `href="/admin/inbox\\?show=${tab}" aria-current="page">\\w+ <span class="count" data-tab="${tab}">${ids.length}</span>`,
        ),
      );
    }
  });

  test('pages through many without losing or doubling one, though some are left out', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 70; n += 1) {
      const id = await house.seed({ link: n % 3 === 0 ? 'absent' : 'live' });
      if (n % 3 !== 0) ids.unshift(id);
    }
    const seen: (string | undefined)[] = [];
    for (let path: string | undefined = '/admin/inbox?show=held'; path; ) {
      const html: string = await page(path);
      seen.push(...idsOn(html));
      path = /href="(\/admin\/inbox\?show=held&amp;before=[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toEqual(ids);
  });

  test('shows who, what, where and why', async () => {
    const id = await house.seed({
      source: 'https://bob.example/garden',
      entry: { title: 'My garden', excerpt: 'Do read this now.' },
    });
    await house.store.mentions.moderate(id, 'pending', ['The first mention from this author.'], {
      at: house.time.now,
      step: 'judged',
      outcome: 'pending',
      reason: 'Held.',
    });
    const html = await page('/admin/inbox');
    for (const part of [
      '<bdi>Bob</bdi>',
      'mentions your page',
      '>My garden<',
      'https://bob.example/garden',
      'Do read this now.'.replace('read this', '<mark>read this</mark>'),
      POST,
      'The first mention from this author.',
      `/admin/mentions/${id}`,
    ]) {
      expect(html.replace(/\n\s*/g, ''), part).toContain(part);
    }
    for (const scope of ['author', 'path', 'host'])
      expect(html).toContain(`/admin/inbox/rule?mention=${id}&amp;action=allow&amp;scope=${scope}`);
  });
});

describe('decisions', () => {
  test.each([
    ['approve', 'approved'],
    ['reject', 'rejected'],
    ['spam', 'spam'],
    ['hold', 'pending'],
  ] as const)('%s one', async (decision, state) => {
    const [id, other] = [await house.seed(), await house.seed()];
    const response = await browser.post('/admin/inbox', {
      csrf: await browser.csrf(),
      show: 'held',
      one: `${decision}:${id}`,
    });
    // Putting back what waits changes nothing, so there is nothing to take back.
    expect(response.headers.get('location')).toMatch(
      new RegExp(`^/admin/inbox\\?show=held&done=${decision}&count=1${decision === 'hold' ? '$' : '&undo=[\\w-]+$'}`),
    );
    expect([await stateOf(id), await stateOf(other)]).toEqual([state, 'pending']);
  });

  test('the ticked ones together, and an approved one taken back', async () => {
    const [a, b, c] = [await house.seed(), await house.seed(), await house.seed()];
    const fields = new URLSearchParams({ csrf: await browser.csrf(), show: 'held', decision: 'approve' });
    for (const id of [a, b, 'unknown']) fields.append('mention', id);
    expect(await page((await browser.post('/admin/inbox', fields)).headers.get('location') ?? '')).toContain(
      '2 mentions approved.',
    );
    expect([await stateOf(a), await stateOf(b), await stateOf(c)]).toEqual(['approved', 'approved', 'pending']);
    await browser.post(`/admin/mentions/${a}`, { csrf: await browser.csrf(), one: `hold:${a}` });
    expect(await stateOf(a)).toBe('pending');
    expect(await page(`/admin/mentions/${a}`)).toContain('Readers do not see it.');
  });

  test.each([
    ['nothing ticked', { decision: 'approve' }, /count=0$/],
    ['an unknown decision', { one: 'publicId:ID' }, /count=0$/],
    ['a prototype', { one: 'constructor:ID' }, /count=0$/],
    ['an unknown mention', { one: 'approve:no-such-id' }, /count=0$/],
    ['an address to go to', { one: 'approve:ID', show: 'https://evil.example/' }, /^\/admin\/inbox\?show=held&/],
  ])('%s', async (_, fields, location) => {
    const id = await house.seed();
    const posted = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.replace('ID', id)]));
    const response = await browser.post('/admin/inbox', { csrf: await browser.csrf(), ...posted });
    expect(response.headers.get('location')).toMatch(location);
    expect((await browser.get(response.headers.get('location') ?? '')).status).toBe(200);
  });
});

describe('the other pages', () => {
  test('a mention with its facts and its trace', async () => {
    const id = await house.seed({
      moderation: 'approved',
      facts: { noindex: true, canonical: 'https://bob.example/canonical' },
    });
    const html = await page(`/admin/mentions/${id}`);
    for (const part of [
      'The page links to yours.',
      'Readers see it under the page.',
      'letter for letter',
      'asks search engines not to list it',
      'https://bob.example/canonical',
      'by Pingback',
      'The page was looked at.',
      'The owner approved it.',
    ]) {
      expect(html, part).toContain(part);
    }
  });

  test('deliveries with their trace', async () => {
    expect(await page('/admin/deliveries')).toContain('Nothing was sent yet.');
    const at = house.time.now;
    await house.store.deliveries.add(
      [
        {
          id: 'd1',
          site: house.site.id,
          source: POST,
          target: 'https://bob.example/p',
          protocol: 'pingback',
          endpoint: 'https://bob.example/xmlrpc',
          software: undefined,
          callback: undefined,
          status: 'refused',
          fault: 17,
          httpStatus: 200,
          reason: 'The blog did not find the link.',
          lenient: false,
          attempts: 1,
          version: undefined,
          createdAt: at,
          updatedAt: at,
        },
      ],
      { step: 'found', outcome: 'queued', reason: 'A link to it stands in your page.' },
    );
    expect(await page('/admin/deliveries')).toContain('The blog did not find the link.');
    const html = await page('/admin/deliveries/d1');
    for (const part of ['HTTP 200, fault 17', 'https://bob.example/xmlrpc', 'A link to it stands in your page.'])
      expect(html, part).toContain(part);
  });

  test('what was turned away, with the reason', async () => {
    expect(await page('/admin/refused')).toContain('Nothing was turned away.');
    await house.store.refusals.add({
      id: 'r',
      site: house.site.id,
      protocol: 'pingback',
      source: 'https://spam.example/',
      target: POST,
      reason: 'The host is blocked.',
      at: house.time.now,
    });
    await house.seed({ source: 'https://nolink.example/', link: 'absent' });
    const html = await page('/admin/refused');
    for (const part of [
      'https://spam.example/',
      'The host is blocked.',
      'https://nolink.example/',
      'has no link to yours',
    ])
      expect(html, part).toContain(part);
    expect(html).not.toContain('The page is gone.');
    for (const status of [404, 410]) await house.seed({ link: 'absent', facts: { status } });
    const gone = await page('/admin/refused');
    expect(gone.split('The page is gone.')).toHaveLength(3);
    expect(gone.split('has no link to yours')).toHaveLength(2);
  });

  test.each(['/admin/mentions/none', '/admin/deliveries/none', '/admin/sites/none/pages', '/admin/none'])(
    '%s is not found',
    async (path) => {
      expect((await browser.get(path)).status).toBe(404);
    },
  );

  test('without a session every page leads to the log-in', async () => {
    for (const path of [
      '/admin',
      '/admin/inbox',
      '/admin/mentions/x',
      '/admin/deliveries',
      '/admin/refused',
      '/admin/sites',
      '/admin/none',
    ]) {
      const response = await house.web.fetch(new Request(`${house.publicUrl}${path}`, { redirect: 'manual' }));
      expect([response.status, response.headers.get('location')], path).toEqual([303, '/admin/login']);
    }
  });

  test('style sheets come as files, and a second time not at all', async () => {
    for (const path of ['/admin/assets/pico.css', '/admin/assets/desk.css']) {
      const first = await browser.get(path);
      expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
      const again = await house.web.fetch(
        new Request(`${house.publicUrl}${path}`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } }),
      );
      expect(again.status).toBe(304);
    }
  });
});
