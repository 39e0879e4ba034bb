import { afterEach, beforeEach, expect, it } from 'vitest';
import { viewOf } from '../../src/outbound/delivery-view.ts';
import { addToken } from '../../src/tokens.ts';
import { hashSecret } from '../../src/web/session/secret.ts';
import { createWeb } from '../../src/web/web.ts';
import { newDelivery } from '../storage/contract/samples.ts';
import { type House, openHouse, POST } from './house.ts';
import { type Browser, createBrowser, PASSWORD, setUpOwner } from './visitor.ts';

let house: House;
let browser: Browser;
beforeEach(async () => {
  house = await openHouse();
  browser = await setUpOwner(house);
  const of = (name: string, more = {}) =>
    newDelivery(name, { site: house.site.id, source: POST, reason: name, ...more });
  await house.store.deliveries.add(
    [
      of('bob', { status: 'failed', protocol: 'pingback' }),
      of('carol', { status: 'delivered', protocol: 'webmention' }),
      of('dave', { status: 'queued', source: 'https://alice.example/other' }),
    ],
    { step: 'found', outcome: 'found', reason: 'Linked.' },
  );
});
afterEach(() => house.close());

const text = async (path: string) => (await browser.get(path)).text();
const shown = async (query: string) =>
  [...(await text(`/admin/deliveries?${query}`)).matchAll(/deliveries\/id-(\w+)"/g)].map(([, name]) => name);

it.each([
  ['', ['dave', 'carol', 'bob']],
  ['status=failed', ['bob']],
  ['protocol=webmention', ['carol']],
  ['host=dave.example', ['dave']],
  [`post=${encodeURIComponent(POST)}`, ['carol', 'bob']],
  ['before=id-carol', ['bob']],
  ['host=nobody.example', []],
])('the list shows what is asked for: %s', async (query, expected) => {
  expect(await shown(query)).toEqual(expected);
});

it('shows fifty and the way to older ones, with the same filter', async () => {
  const many = Array.from({ length: 60 }, (_, n) => newDelivery(`m${n}`, { source: `${POST}/many`, status: 'failed' }));
  await house.store.deliveries.add(many, { step: 'found', outcome: 'found', reason: '.' });
  expect(await shown('status=failed')).toHaveLength(50);
  const [, next = ''] =
    /href="(\/admin\/deliveries\?[^"]*)" rel="next"/.exec(await text('/admin/deliveries?status=failed')) ?? [];
  expect(await shown(next.replaceAll('&amp;', '&').split('?')[1] ?? '')).toHaveLength(11);
});

it('sends one again, and all that failed, and writes down who did', async () => {
  const csrf = await browser.csrf();
  expect((await browser.post('/admin/deliveries/id-carol/resend', { csrf })).status).toBe(303);
  expect(await house.store.deliveries.byId('id-carol')).toMatchObject({ status: 'queued', attempts: 0 });
  const all = await browser.post('/admin/deliveries/resend', { csrf });
  expect(all.headers.get('location')).toBe('/admin/deliveries?again=1');
  expect(await house.store.deliveries.byId('id-bob')).toMatchObject({ status: 'queued' });
  expect((await house.store.audit.list({ limit: 2 })).map(({ action, subject }) => [action, subject])).toEqual([
    ['resent', 'all that failed'],
    ['resent', 'id-carol'],
  ]);
  expect((await browser.post('/admin/deliveries/id-bob/resend', { csrf: 'wrong' })).status).toBe(403);
  expect((await browser.post('/admin/deliveries/nobody/resend', { csrf })).status).toBe(404);
});

it('shows what was sent and answered, as text', async () => {
  const step = { at: 1, step: 'notified', outcome: 'failed', reason: '.' } as const;
  const exchange = { at: house.time.now, request: 'POST /x\n\n<b>a</b>', reply: 'HTTP 200\n\n<script>' };
  await house.store.deliveries.record('id-bob', {}, step, [exchange]);
  const html = await text('/admin/deliveries/id-bob');
  expect(html).toContain('<pre>POST /x\n\n&lt;b&gt;a&lt;/b&gt;</pre>');
  expect(html).toContain('&lt;script&gt;');
});

it('previews a post and announces it from there', async () => {
  const sent: [readonly string[], object][] = [];
  const deliveries = [
    { ...view('bob'), status: 'queued' as const, endpoint: 'https://bob.example/rpc', reason: 'Its header.' },
    { ...view('carol'), status: 'delivered' as const },
  ];
  const web = createWeb({
    ...house.deps,
    send: async (urls, options) => {
      sent.push([urls, options]);
      return { deliveries, problems: [], warnings: ['A warning.'] };
    },
  });
  const own = await logInAt(web);
  const fields = { csrf: await own.csrf(), url: POST };
  const html = await (await own.post('/admin/preview', fields)).text();
  expect(html).toContain('Told by Pingback');
  expect(html).toContain('Nothing more (Delivered)');
  expect(html).toContain('Its header.');
  expect(html).toContain('A warning.');
  const told = await own.post('/admin/preview/send', fields);
  expect([told.status, told.headers.get('location')]).toEqual([
    303,
    `/admin/deliveries?post=${encodeURIComponent(POST)}`,
  ]);
  expect(sent).toEqual([
    [[POST], { waitMs: 0, dryRun: true, lookMs: 15_000 }],
    [[POST], { waitMs: 0 }],
  ]);
});

it('keeps a list of whom not to tell', async () => {
  const csrf = await browser.csrf();
  expect((await browser.post('/admin/dont-tell', { csrf, entry: 'https://Bob.Example/a/' })).status).toBe(303);
  expect(await text('/admin/dont-tell')).toContain('<code>bob.example/a</code>');
  expect((await browser.post('/admin/dont-tell', { csrf, entry: 'no host' })).status).toBe(422);
  expect((await browser.post('/admin/dont-tell/remove', { csrf, entry: 'bob.example/a' })).status).toBe(303);
  expect(await text('/admin/dont-tell')).toContain('Nobody is on the list.');
  expect((await browser.post('/admin/dont-tell/remove', { csrf, entry: 'bob.example/a' })).status).toBe(404);
  expect((await house.store.audit.list({ limit: 2 })).map(({ action }) => action)).toEqual([
    'untold removed',
    'untold added',
  ]);
});

function view(name: string) {
  return viewOf(newDelivery(name, { protocol: 'pingback' }));
}

async function logInAt(web: House['web']): Promise<Browser> {
  const own = createBrowser({ ...house, web });
  await own.post('/admin/login', { name: 'alice', password: PASSWORD });
  return own;
}

async function api(query: string, site?: string) {
  const by = { name: 'test', address: undefined };
  const made = await addToken(
    { ...house.deps, hashSecret },
    { name: 'reader', scopes: ['read'], site, maker: undefined },
    by,
  );
  const headers = { authorization: `Bearer ${made?.secret}` };
  const response = await house.web.fetch(new Request(`http://127.0.0.1:7777/api/deliveries?${query}`, { headers }));
  const { deliveries, before, error } = await response.json();
  return { status: response.status, ids: deliveries?.map(({ id }: { id: string }) => id.slice(3)), before, error };
}

it.each<[string, readonly string[], string | null]>([
  ['', ['dave', 'carol', 'bob'], null],
  ['limit=2', ['dave', 'carol'], 'id-carol'],
  ['limit=2&before=id-carol', ['bob'], null],
  ['status=failed', ['bob'], null],
  ['protocol=webmention', ['carol'], null],
  ['host=dave.example', ['dave'], null],
  [`post=${encodeURIComponent(`${POST}#part`)}`, ['carol', 'bob'], null],
  [`source=${encodeURIComponent(POST)}&status=delivered`, ['carol'], null],
])('programs filter as the desk does: %s', async (query, ids, before) => {
  expect(await api(query)).toEqual({ status: 200, ids, before, error: undefined });
});

it.each(['status=nonsense', 'protocol=refback', 'host=%00', 'post=nonsense', 'source=nonsense'])(
  'a program hears which filter cannot be understood: %s',
  async (query) => {
    expect(await api(query)).toMatchObject({ status: 400, error: 'invalid_input' });
  },
);

it('a token of another site gets full pages of its own deliveries, not what is left of those of all', async () => {
  const mine = newDelivery('mine', { site: 'other', source: 'https://other.example/' });
  const late = newDelivery('late', { site: house.site.id, source: POST });
  for (const one of [mine, late])
    await house.store.deliveries.add([one], { step: 'found', outcome: 'found', reason: '.' });
  expect(await api('limit=1', 'other')).toMatchObject({ ids: ['mine'], before: null });
});

it.each([
  ['status=foo', 'Outcome'],
  ['status=nonsense&host=%00', 'Outcome'],
  ['protocol=gopher', 'By'],
  ['host=a%20b', 'Host'],
  ['post=nowhere', 'Your post'],
  ['from=2026-02-31', 'From'],
  ['to=soon', 'To'],
])('a filter that says nothing, %s, is named and not passed over', async (query, field) => {
  const response = await browser.get(`/admin/deliveries?${query}`);
  const html = await response.text();
  expect(response.status).toBe(422);
  expect(html).toContain(`<p role="alert">“${field}” is `);
  expect(html).not.toMatch(/deliveries\/id-/);
});
