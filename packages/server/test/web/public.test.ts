import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { advertisement } from '../../src/web/advertisement.ts';
import { createWeb } from '../../src/web/web.ts';
import { type House, openHouse } from './house.ts';

const HOUR = 3_600_000;
const REFUSED = 'AAAAAAAAAAAAAAAAAAAAAA';
let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const ask = (path: string, init?: RequestInit) => house.web.fetch(new Request(`http://127.0.0.1:7777${path}`, init));
const status = async (id: string) =>
  (await (await ask(`/status/${house.deps.statusIds.seal(id)}`, { headers: { accept: 'application/json' } })).json())
    .status;

describe('the status of an id, as strangers see it', () => {
  test.each([
    ['unverified', 'pending', 0, 'queued'],
    ['live', 'pending', 23, 'queued'],
    ['live', 'pending', 24, 'not accepted'],
    ['live', 'approved', 0, 'published'],
    ['unreachable', 'approved', 100, 'published'],
    ['absent', 'pending', 0, 'queued'],
    ['absent', 'pending', 24, 'not accepted'],
    ['live', 'spam', 0, 'queued'],
    ['live', 'rejected', 24, 'not accepted'],
    ['lost', 'approved', 0, 'queued'],
  ] as const)('%s and %s after %i hours: %s', async (link, moderation, hours, expected) => {
    const id = await house.seed({ link, moderation });
    house.time.now += hours * HOUR;
    expect(await status(id)).toBe(expected);
  });

  test('what was turned away behind an accepting reply looks like the rest', async () => {
    await house.store.refusals.add({
      id: REFUSED,
      site: house.site.id,
      protocol: 'pingback',
      source: 'https://a.example/',
      target: 'https://alice.example/',
      reason: 'Blocked.',
      at: house.time.now,
    });
    expect(await status(REFUSED)).toBe('queued');
    house.time.now += 24 * HOUR;
    expect(await status(REFUSED)).toBe('not accepted');
  });

  test('the same bytes for every cause', async () => {
    const ids = [
      await house.seed({ link: 'absent' }),
      await house.seed({ moderation: 'spam' }),
      await house.seed({ moderation: 'rejected' }),
      'never-was',
      '%00',
      'x'.repeat(500),
    ];
    house.time.now += 24 * HOUR;
    const answers = await Promise.all(
      ids.map(async (id) => {
        const response = await ask(`/status/${id}`);
        return [response.status, [...response.headers], await response.text()];
      }),
    );
    for (const answer of answers) expect(answer).toStrictEqual(answers[0]);
  });

  test('is what it always was, to the byte, where reasons are not allowed', async () => {
    const id = await house.seed({ link: 'absent' });
    const url = `/status/${house.deps.statusIds.seal(id)}`;
    const said = 'It was received. It is being checked, or waits for the owner of the site to read it.';
    expect(await (await ask(url, { headers: { accept: 'application/json' } })).text()).toBe(
      `{"status":"queued","summary":"${said}"}`,
    );
    expect(await (await ask(url)).text()).toBe(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Queued</title><link rel="stylesheet" href="/admin/assets/pico.css"></head>
<body><main class="container"><h1>Queued</h1><p>${said}</p></main></body></html>
`);
  });

  test('a page unless JSON is asked for', async () => {
    expect((await ask('/status/x')).headers.get('content-type')).toMatch(/^text\/html/);
    expect(
      (await ask('/status/x', { headers: { accept: 'text/html,application/json;q=0.9,*/*' } })).headers.get(
        'content-type',
      ),
    ).toMatch(/^text\/html/);
    expect(await (await ask('/status/x', { headers: { accept: 'application/json' } })).json()).toStrictEqual({
      status: 'not accepted',
      summary: 'It was not accepted.',
    });
  });
});

describe('where the site tells reasons', () => {
  beforeEach(async () => {
    await house.store.sites.setSwitches(house.site.id, { settings: { reasons: true } });
    await house.directory.refresh();
  });
  const told = async (id: string) =>
    (
      await ask(`/status/${house.deps.statusIds.seal(id)}`, { headers: { accept: 'application/json' } })
    ).json() as Promise<{ readonly steps: readonly { readonly outcome: string }[] } & Record<string, unknown>>;

  test.each([
    ['absent', 'pending', 'not accepted', 'no-link', ['received', 'no-link']],
    ['live', 'pending', 'queued', 'review', ['received', 'linked', 'review']],
    ['live', 'spam', 'queued', 'review', ['received', 'linked', 'review']],
    ['live', 'approved', 'published', 'published', ['received', 'linked', 'published']],
    ['unverified', 'pending', 'queued', 'checking', ['received']],
    ['lost', 'approved', 'not accepted', 'lost', ['received', 'lost']],
  ] as const)('%s and %s: %s, %s', async (link, moderation, status, reason, outcomes) => {
    const view = await told(await house.seed({ link, moderation }));
    expect(view).toMatchObject({ status, reason });
    expect(Object.keys(view)).toEqual(['status', 'summary', 'reason', 'todo', 'steps']);
    expect(view.steps.map(({ outcome }) => outcome)).toEqual(outcomes);
  });

  test('the page says what happened and what to do, in the language of the reader', async () => {
    const id = await house.seed({ link: 'absent' });
    const headers = { 'accept-language': 'fr' };
    const page = await (await ask(`/status/${house.deps.statusIds.seal(id)}`, { headers })).text();
    expect(page).toContain('<h1>Aucun lien trouvé</h1>');
    expect(page).toMatch(/<ol><li><time datetime="2026-01-02T[\d:.]+Z">[^<]+<\/time> Reçue\.<\/li><li>/);
    expect(page).toContain('Mettez le lien dans le HTML');
    expect(page).not.toContain('bob.example');
  });

  test('of what was turned away nobody learns more than that it was not read, and an unknown id says nothing', async () => {
    const refusal = { site: house.site.id, protocol: 'pingback', reason: 'You block a.example.' } as const;
    const pair = { source: 'https://a.example/', target: 'https://alice.example/' };
    await house.store.refusals.add({ id: REFUSED, ...refusal, ...pair, at: house.time.now });
    expect(await told(REFUSED)).toMatchObject({ status: 'queued', reason: 'checking' });
    house.time.now += HOUR;
    expect(await told(REFUSED)).toMatchObject({ status: 'queued', reason: 'unread' });
    expect(JSON.stringify(await told(REFUSED))).not.toMatch(/block|a\.example/);
    house.time.now += 23 * HOUR;
    expect(await told(REFUSED)).toMatchObject({ status: 'not accepted', reason: 'unread' });
    expect(await told('BAAAAAAAAAAAAAAAAAAAAA')).toEqual({ status: 'not accepted', summary: 'It was not accepted.' });
  });
});

test('health says that the process runs, readiness that the store can be written', async () => {
  expect((await ask('/healthz')).status).toBe(200);
  expect((await ask('/readyz')).status).toBe(200);
  await house.store.close();
  house.time.now += 1000;
  expect((await ask('/healthz')).status).toBe(200);
  const response = await ask('/readyz');
  expect([response.status, await response.text()]).toEqual([503, 'not ready: the store cannot be written\n']);
});

test.each([
  ['GET', '/none', 404],
  ['POST', '/none', 404],
  ['POST', '/status/x', 405],
  ['DELETE', '/healthz', 405],
  ['POST', '/api/mentions.jf2', 405],
  ['PUT', '/xmlrpc', 405],
  ['GET', '/xmlrpc', 405],
  ['GET', '/alice.example/xmlrpc', 405],
  ['GET', '/a/b/xmlrpc', 404],
  ['HEAD', '/status/x', 200],
])('%s %s gives %i', async (method, path, expected) => {
  const response = await ask(path, { method });
  expect(response.status).toBe(expected);
  if (expected === 405) expect(response.headers.get('allow')).toBe(path.endsWith('xmlrpc') ? 'POST' : 'GET, HEAD');
});

test('a defect gives a fixed text with a number, and the log the rest', async () => {
  const web = createWeb({
    ...house.deps,
    directory: {
      ...house.directory,
      resolve: () => {
        throw new Error('SELECT secret FROM /etc/passwd');
      },
    },
  });
  for (const path of [
    '/fragment?target=https%3A%2F%2Falice.example%2F',
    '/api/mentions?target=https%3A%2F%2Falice.example%2F',
  ]) {
    const response = await web.fetch(new Request(`http://127.0.0.1:7777${path}`));
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toMatch(/Request [\w-]{22}\./);
    expect(text).not.toMatch(/SELECT|passwd|\bat \//);
  }
  expect(house.defects.map(String)).toEqual([
    'Error: SELECT secret FROM /etc/passwd',
    'Error: SELECT secret FROM /etc/passwd',
  ]);
});

/** Pingback 1.0 §2.2's own expression. */
const PATTERN = /<link rel="pingback" href="([^"]+)" ?\/?>/g;

describe('the advertisement', () => {
  test('PB-R06, PB-R08, PB-R10: exactly the element, and the same address in the header', () => {
    const { elements, headers } = advertisement('https://mentions.alice.example/a&b', 'https://alice.example/');
    expect(elements).toContain('<link rel="pingback" href="https://mentions.alice.example/a&amp;b/xmlrpc">');
    expect(headers).toContain('X-Pingback: https://mentions.alice.example/a&b/xmlrpc');
    expect(elements.join('\n').match(PATTERN)).toHaveLength(1);
  });

  test('WM-R27: one endpoint, absolute, quoted, the same in element and header', () => {
    const { elements, headers } = advertisement('https://mentions.alice.example', 'https://alice.example/');
    expect(elements).toContain('<link rel="webmention" href="https://mentions.alice.example/webmention">');
    expect(headers).toContain('Link: <https://mentions.alice.example/webmention>; rel="webmention"');
  });
});

test('the bare address leads to the desk', async () => {
  const reply = await ask('/');
  expect([reply.status, reply.headers.get('location')]).toEqual([302, '/admin']);
});

test('whether the store can be written is tried once a second, however many strangers ask', async () => {
  let tries = 0;
  const check = async () => {
    tries += 1;
  };
  const web = createWeb({ ...house.deps, store: { ...house.store, check } });
  const ask = async () => (await web.fetch(new Request('http://127.0.0.1:7777/readyz'))).status;
  expect(await Promise.all(Array.from({ length: 50 }, ask))).toEqual(Array(50).fill(200));
  expect(await ask()).toBe(200);
  expect(tries).toBe(1);
  house.time.now += 1000;
  await ask();
  expect(tries).toBe(2);
});
