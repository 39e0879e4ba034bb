import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scope } from '../../../packages/server/src/access.ts';
import { hashSecret } from '../../../packages/server/src/web/session/secret.ts';
import { type House, openHouse, POST } from '../../../packages/server/test/web/house.ts';
import { createBrowser, setUpOwner } from '../../../packages/server/test/web/visitor.ts';
import { bearer, makeToken } from './lib.ts';

let house: House;
let mine: string;
let other: string;
let tokens: Record<Scope | 'site', string>;
beforeAll(async () => {
  house = await openHouse();
  const site = { ...house.site, id: 'other.example', url: 'https://other.example/', name: 'Other' };
  await house.store.sites.configure(site);
  await house.directory.refresh();
  mine = await house.seed();
  other = await house.seed({ target: 'https://other.example/p', site: 'other.example' });
  tokens = {
    read: await makeToken(house, ['read']),
    moderate: await makeToken(house, ['moderate']),
    send: await makeToken(house, ['send']),
    import: await makeToken(house, ['import']),
    feed: await makeToken(house, ['feed']),
    site: await makeToken(house, ['read', 'moderate', 'send'], house.site.id),
  };
});
afterAll(() => house.close());

interface Asked {
  readonly secret?: string;
  readonly method?: string;
  readonly body?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

async function ask(path: string, { secret, method = 'GET', body, headers = {} }: Asked = {}) {
  const request = new Request(`http://127.0.0.1:7777${path}`, {
    method,
    headers: { ...(secret && bearer(secret)), ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const response = await house.web.fetch(request, { address: '192.0.2.7' });
  return { status: response.status, headers: response.headers, json: await response.json() };
}
const decide = (id: string, secret: string, body: Record<string, unknown>) =>
  ask(`/api/inbox/${id}`, { secret, method: 'POST', body });

describe('229', () => {
  test('a token has its prefix and 256 bits, and a copy of the store opens nothing', async () => {
    const secrets = Object.values(tokens);
    for (const secret of secrets) expect(secret).toMatch(/^hb_[\w-]{43}$/);
    expect(new Set(secrets).size).toBe(secrets.length);
    const files = ['hearback.db', 'hearback.db-wal'].map((name) => readFileSync(join(house.folder, name), 'latin1'));
    for (const secret of secrets) expect(files.join('').includes(secret.slice(3))).toBe(false);
    for (const { tokenHash } of await house.store.tokens.list()) {
      expect(tokenHash).toMatch(/^[0-9a-f]{64}$/);
      for (const stolen of [tokenHash, `hb_${tokenHash.slice(0, 43)}`])
        expect((await ask('/api/inbox', { secret: stolen })).status).toBe(401);
    }
  });

  const WRONG: readonly [string, Record<string, string>][] = [
    ['nothing', {}],
    ['an empty header', { authorization: '' }],
    ['a scheme alone', { authorization: 'Bearer' }],
    ['another scheme', { authorization: 'Basic aGI6eA==' }],
    ['an unknown token', { authorization: `Bearer hb_${'A'.repeat(43)}` }],
    ['one character less', { authorization: `Bearer hb_${'A'.repeat(42)}` }],
    ['a megabyte', { authorization: `Bearer hb_${'A'.repeat(1_000_000)}` }],
    ['a prototype', { authorization: 'Bearer __proto__' }],
    ['another header', { 'x-api-key': 'TOKEN' }],
    ['a cookie', { cookie: 'hearback=TOKEN; token=TOKEN' }],
  ];
  test.each(WRONG)('%s opens nothing', async (_, headers) => {
    const given = Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, v.replaceAll('TOKEN', tokens.read)]));
    for (const path of ['/api/inbox', `/api/inbox/${mine}`, `/api/deliveries?source=${POST}`]) {
      const { status, json, headers: got } = await ask(path, { headers: given });
      expect([status, json.error, got.get('www-authenticate')], path).toEqual([
        401,
        'unauthorized',
        'Bearer realm="hearback"',
      ]);
    }
  });

  const SCOPES: readonly [path: string, asked: Asked, allowed: readonly Scope[]][] = [
    ['/api/inbox', {}, ['read', 'moderate']],
    ['/api/inbox?status=spam', {}, ['read', 'moderate']],
    ['/api/inbox/MINE', {}, ['read', 'moderate']],
    ['/api/inbox/MINE', { method: 'POST', body: { moderation: 'pending' } }, ['moderate']],
    ['/api/send', { method: 'POST', body: { source: POST } }, ['send']],
    [`/api/deliveries?source=${POST}`, {}, ['read', 'send']],
    ['/api/deliveries/none', {}, ['read', 'send']],
  ];
  test.each(SCOPES)('%s %j is for %j only', async (path, asked, allowed) => {
    for (const scope of ['read', 'moderate', 'send'] as const) {
      const { status, json } = await ask(path.replace('MINE', mine), { ...asked, secret: tokens[scope] });
      if (allowed.includes(scope)) expect([200, 202, 404], scope).toContain(status);
      else expect([status, json.error], scope).toEqual([403, 'insufficient_scope']);
    }
  });

  test('what is another site’s is not there, in the words for what never was', async () => {
    const secret = tokens.site;
    const never = await ask('/api/inbox/never-was', { secret });
    expect(never.status).toBe(404);
    for (const answer of [
      await ask(`/api/inbox/${other}`, { secret }),
      await decide(other, secret, { moderation: 'approved' }),
    ])
      expect([answer.status, answer.json]).toEqual([404, never.json]);
    const send = async (host: string) => {
      const { status, json } = await ask('/api/send', {
        secret,
        method: 'POST',
        body: { source: `https://${host}/p` },
      });
      return [status, JSON.parse(JSON.stringify(json).replaceAll(host, 'HOST'))];
    };
    expect(await send('other.example')).toEqual(await send('nobody.example'));
    expect((await send('other.example'))[0]).toBe(404);
    expect((await house.store.mentions.byId(other))?.moderation).toBe('pending');
    const { json } = await ask('/api/inbox', { secret });
    expect(json.mentions.map(({ id }: { id: string }) => id)).toEqual([mine]);
  });

  test('a revoked token opens nothing from that moment, and is the only one that does not', async () => {
    const secret = await makeToken(house, ['read']);
    expect((await ask('/api/inbox', { secret })).status).toBe(200);
    const last = await house.store.tokens.byHash(hashSecret(secret));
    expect(last?.lastUsedAt).toBe(house.time.now);
    expect(await house.store.tokens.revoke(last?.id ?? '')).toBe(true);
    expect((await ask('/api/inbox', { secret })).status).toBe(401);
    expect((await ask('/api/inbox', { secret: tokens.read })).status).toBe(200);
  });

  test('the desk shows it once, makes no more than a hundred, and revokes', async () => {
    const browser = await setUpOwner(house);
    const csrf = await browser.csrf();
    const fields = new URLSearchParams({ csrf, name: 'my <b>script</b>', site: '', scope: 'read' });
    const shown = await (await browser.post('/admin/tokens', fields)).text();
    const secret = /hb_[\w-]{43}/.exec(shown)?.[0] ?? '';
    expect((await ask('/api/inbox', { secret })).status).toBe(200);
    const again = await (await browser.get('/admin/tokens')).text();
    expect(again).not.toContain(secret);
    expect(again).toContain('my &lt;b&gt;script&lt;/b&gt;');
    for (const [changes, words] of [
      [{ name: '' }, 'Give the token a name'],
      [{ name: 'x'.repeat(101) }, 'Give the token a name'],
      [{ scope: 'all' }, 'Tick what the token may do'],
      [{ site: 'nobody.example' }, 'no such site'],
    ] as const) {
      const response = await browser.post('/admin/tokens', { csrf, name: 'x', scope: 'read', site: '', ...changes });
      expect(response.status).toBe(422);
      expect(await response.text()).toContain(words);
    }
    const id = (await house.store.tokens.byHash(hashSecret(secret)))?.id;
    const gone = await browser.post(`/admin/tokens/${id}/revoke`, { csrf });
    expect(gone.headers.get('location')).toBe('/admin/tokens?revoked=1');
    expect((await ask('/api/inbox', { secret })).status).toBe(401);
    expect((await browser.post(`/admin/tokens/${id}/revoke`, { csrf })).status).toBe(404);
    const ofAllSites = async () => (await house.store.tokens.list({ site: 'house' })).length;
    while ((await ofAllSites()) < 100) await makeToken(house, ['read']);
    const many = await browser.post('/admin/tokens', { csrf, name: 'one more', scope: 'read', site: '' });
    expect([many.status, await ofAllSites()]).toEqual([422, 100]);
  });
});

test.each([
  ['/api/inbox?token=TOKEN', {}],
  ['/api/inbox?access_token=TOKEN', {}],
  ['/api/inbox?token=TOKEN', { authorization: 'Bearer TOKEN' }],
  ['/api/deliveries?source=https://alice.example/post&access_token=TOKEN', {}],
])('230 in an address it opens nothing of the owner’s: %s %j', async (path, headers) => {
  const put = (text: string) => text.replaceAll('TOKEN', tokens.read);
  const given = Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, put(String(v))]));
  expect((await ask(put(path), { headers: given })).status).toBe(401);
});

test.each([
  ['read', 200],
  ['moderate', 401],
  ['send', 401],
] as const)('230 where anybody reads it is taken if it may do nothing else: %s', async (scope, status) => {
  const fresh = await openHouse();
  const get = async (path: string, method = 'GET') =>
    (await fresh.web.fetch(new Request(`http://127.0.0.1:7777${path}`, { method }))).status;
  const both = await makeToken(fresh, ['read', scope]);
  for (const path of ['/api/mentions.jf2', '/api/mentions.atom', '/api/deleted.jf2', '/api/export.jf2']) {
    for (const name of ['token', 'access_token']) {
      // One each, because the export is made once in five minutes.
      const alone = await makeToken(fresh, [scope]);
      expect(await get(`${path}?${name}=${alone}`), path).toBe(status);
      if (scope !== 'read') expect(await get(`${path}?${name}=${both}`), path).toBe(401);
      expect(await get(`${path}?${name}=${alone}`, 'POST'), path).toBe(405);
    }
  }
  await fresh.close();
});

test.each(['/admin/TOKEN/', '/admin/inbox?token=TOKEN', '/TOKEN/api/inbox'])('230 %s leads nowhere', async (path) => {
  const response = await createBrowser(house).get(path.replace('TOKEN', tokens.read));
  expect([303, 404]).toContain(response.status);
  expect(response.headers.get('location') ?? '/admin/login').toBe('/admin/login');
});

describe('237', () => {
  test('a decision sets the state and nothing else, whatever else is named', async () => {
    const before = await house.store.mentions.byId(mine);
    const extra = {
      status: 'spam',
      site_id: 'other.example',
      site: 'other.example',
      verified_at: 1,
      id: other,
      publicId: 9,
      link: 'live',
      ['__proto__']: { moderation: 'spam' },
    };
    const { status, json } = await decide(mine, tokens.moderate, { moderation: 'rejected', ...extra });
    expect([status, json]).toEqual([200, { id: mine, moderation: 'rejected' }]);
    expect(await house.store.mentions.byId(mine)).toEqual({ ...before, moderation: 'rejected' });
  });

  test.each([
    [{ moderation: 'public' }],
    [{ moderation: ['approved'] }],
    [{ moderation: { $ne: '' } }],
    [{}],
    [{ constructor: 'approved' }],
  ])('%j decides nothing', async (body) => {
    const before = await house.store.mentions.byId(mine);
    expect((await decide(mine, tokens.moderate, body)).status).toBe(400);
    expect(await house.store.mentions.byId(mine)).toEqual(before);
  });

  test.each([
    ['two of a field', 'application/x-www-form-urlencoded', 'moderation=approved&moderation=spam'],
    ['no JSON', 'application/json', '{"moderation":'],
    ['an array', 'application/json', '["approved"]'],
    ['70 KB', 'application/json', JSON.stringify({ moderation: 'approved', more: 'x'.repeat(70_000) })],
    ['plain text', 'text/plain', 'moderation=approved'],
  ])('%s decides nothing', async (_, type, body) => {
    const headers = { ...bearer(tokens.moderate), 'content-type': type };
    const request = new Request(`http://127.0.0.1:7777/api/inbox/${mine}`, { method: 'POST', headers, body });
    expect((await house.web.fetch(request)).status).toBe(400);
    expect((await house.store.mentions.byId(mine))?.moderation).toBe('rejected');
  });
});

test('223 lists are cut to a hundred, and continue', async () => {
  for (let n = 0; n < 120; n += 1) await house.seed({ source: `https://bob.example/many/${n}` });
  const seen: string[] = [];
  for (let before = ''; ; ) {
    const { json } = await ask(`/api/inbox?limit=1e9&before=${before}`, { secret: tokens.read });
    expect(json.mentions.length).toBeLessThanOrEqual(100);
    seen.push(...json.mentions.map(({ id }: { id: string }) => id));
    if (!json.before) break;
    before = json.before;
  }
  expect([seen.length, new Set(seen).size]).toEqual([121, 121]);
  for (const limit of ['-1', 'NaN', '0', '1e12', '99999999999'])
    expect((await ask(`/api/inbox?limit=${limit}`, { secret: tokens.read })).json.mentions).toHaveLength(100);
  expect((await ask('/api/inbox?limit=3', { secret: tokens.read })).json.mentions).toHaveLength(3);
});

test('decisions and sendings of a program are on the list of who did what, with its name and address', async () => {
  await decide(mine, tokens.moderate, { moderation: 'approved' });
  const sent = await ask('/api/send', { secret: tokens.send, method: 'POST', body: { source: POST } });
  expect([sent.status, sent.headers.get('location'), sent.json]).toEqual([
    202,
    `http://127.0.0.1:7777/api/deliveries?source=${encodeURIComponent(POST)}`,
    { source: POST, status: sent.headers.get('location'), deliveries: [], warnings: [] },
  ]);
  expect(await house.store.audit.list({ limit: 2 })).toMatchObject([
    { by: 'token for send', address: '192.0.2.7', action: 'sent', subject: POST },
    { by: 'token for moderate', address: '192.0.2.7', action: 'moderated', subject: mine, detail: 'approved' },
  ]);
});
