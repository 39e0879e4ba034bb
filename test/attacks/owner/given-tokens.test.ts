import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Membership } from '../../../packages/server/src/access.ts';
import { signingSecret } from '../../../packages/server/src/tokens.ts';
import { hashSecret } from '../../../packages/server/src/web/session/secret.ts';
import { type House, openHouse, POST } from '../../../packages/server/test/web/house.ts';
import { type Browser, createBrowser, PASSWORD } from '../../../packages/server/test/web/visitor.ts';
import { bearer, makeToken } from './lib.ts';

const OTHER = 'other.example';
const MINE = 'alice.example';
let house: House;
const people = new Map<string, Browser>();
const tokensOf = (site: string) => house.store.tokens.list({ site });

async function invite(name: string, membership: Membership): Promise<Browser> {
  const browser = createBrowser(house);
  const until = house.time.now + 3_600_000;
  await house.store.members.invite(hashSecret(name), { id: name, membership, by: 'ada', until });
  await browser.post('/admin/setup', { key: name, name, password: PASSWORD, again: PASSWORD });
  people.set(name, browser);
  return browser;
}

beforeAll(async () => {
  house = await openHouse();
  await house.store.sites.configure({ ...house.site, id: OTHER, url: `https://${OTHER}/`, name: 'The other' });
  await house.directory.refresh();
  await invite('ada', { site: undefined, role: 'owner' });
  await invite('bob', { site: MINE, role: 'owner' });
  await invite('eve', { site: OTHER, role: 'owner' });
});
afterAll(() => house.close());

const personOf = (name: string) => people.get(name) ?? createBrowser(house);
const idOf = async (name: string) => (await house.store.owners.byName(name))?.id ?? '';
const become = async (name: string, ...memberships: Membership[]) =>
  expect(await house.store.members.set(await idOf(name), memberships)).toBe(true);

async function ask(who: string, path: string, fields: readonly (readonly [string, string])[] = []): Promise<Response> {
  const browser = personOf(who);
  // The inbox sends whoever has one site on to it.
  const page = await (await browser.get('/admin/account')).text();
  const csrf = /name="csrf" value="([\w-]+)"/.exec(page)?.[1] ?? 'none';
  return browser.post(path, new URLSearchParams([['csrf', csrf], ...fields.map((one) => [...one])]));
}

/** By the form of the desk; what it answers when it makes none. */
async function make(who: string, site: string, ...scopes: string[]): Promise<string> {
  const fields = [['name', `of ${who}`], ['site', site], ...scopes.map((scope) => ['scope', scope] as const)] as const;
  const answer = await ask(who, '/admin/tokens', fields);
  return /hb_[\w-]{43}/.exec(await answer.text())?.[0] ?? String(answer.status);
}

async function use(secret: string, path = '/api/inbox', init: RequestInit = {}): Promise<number> {
  const headers = { ...(secret && bearer(secret)), ...init.headers };
  return (await house.web.fetch(new Request(`${house.publicUrl}${path}`, { ...init, headers }))).status;
}
const announce = (secret: string) =>
  use(secret, '/api/send', { method: 'POST', body: new URLSearchParams({ source: POST }) });
const decide = async (secret: string) =>
  use(secret, `/api/inbox/${await house.seed()}`, {
    method: 'POST',
    body: new URLSearchParams({ moderation: 'approved' }),
  });
const idOfToken = async (secret: string) => (await house.store.tokens.byHash(hashSecret(secret)))?.id ?? '';

describe('an owner of one site', () => {
  test('makes tokens for it, and each does what it says there and nothing elsewhere', async () => {
    const secret = await make('bob', MINE, 'read', 'moderate', 'send');
    expect([await use(secret), await decide(secret), await announce(secret)]).toEqual([200, 200, 202]);
    const foreign = await house.seed({ target: `https://${OTHER}/p`, site: OTHER });
    expect(await use(secret, `/api/inbox/${foreign}`)).toBe(404);
    expect(await use(secret, '/metrics')).toBe(house.deps.metrics ? 403 : 404);
  });

  test.each([
    ['another site', OTHER, 'read'],
    ['all sites', '', 'read'],
    ['a site that is none', 'nobody.example', 'read'],
    ['importing, which is for owners of all sites', MINE, 'import'],
  ])('makes none for %s', async (_, site, scope) => {
    const before = await house.store.tokens.list();
    expect(await make('bob', site, scope)).toBe('403');
    expect(await house.store.tokens.list()).toEqual(before);
  });

  test('sees and revokes those of the site, and of the others not even that they are', async () => {
    const [own, theirs] = [await make('bob', MINE, 'read'), await make('eve', OTHER, 'read')];
    const all = await make('ada', '', 'read');
    const imports = await make('ada', MINE, 'read', 'import');
    const command = await makeToken(house, ['read'], MINE);
    const page = await (await personOf('bob').get('/admin/tokens')).text();
    for (const secret of [own, command]) expect(page).toContain(`/admin/tokens/${await idOfToken(secret)}/revoke`);
    for (const secret of [theirs, all, imports]) {
      const id = await idOfToken(secret);
      expect(page).not.toContain(id);
      for (const site of [OTHER, 'house', ''])
        expect(await (await personOf('bob').get(`/admin/tokens?site=${site}`)).text()).not.toContain(id);
      expect((await ask('bob', `/admin/tokens/${id}/revoke`)).status).toBe(404);
      expect(await use(secret)).toBe(200);
    }
    expect((await ask('bob', '/admin/tokens/never-was/revoke')).status).toBe(404);
    expect(page).not.toContain('value="import"');
    expect(page).not.toContain('The other');
    expect((await ask('bob', `/admin/tokens/${await idOfToken(own)}/revoke`)).status).toBe(303);
    expect(await use(own)).toBe(401);
  });

  test('is seen by an owner of all sites, with who made what', async () => {
    const secret = await make('bob', MINE, 'feed');
    const page = await (await personOf('ada').get('/admin/tokens')).text();
    expect(page).toContain('of eve');
    expect(page).toContain('<bdi>bob</bdi>');
    expect((await ask('ada', `/admin/tokens/${await idOfToken(secret)}/revoke`)).status).toBe(303);
  });
});

describe('a token reaches no further than its maker', () => {
  const owner = { site: MINE, role: 'owner' } as const;

  test('it shrinks with a role, and comes back with it', async () => {
    const secret = await make('bob', MINE, 'read', 'moderate', 'send');
    await become('bob', { site: MINE, role: 'moderator' });
    expect([await use(secret), await decide(secret), await announce(secret)]).toEqual([200, 200, 403]);
    expect(await (await personOf('ada').get('/admin/tokens')).text()).toContain('no longer send: its maker may not');
    await become('bob', { site: MINE, role: 'reader' });
    expect([await use(secret), await decide(secret), await announce(secret)]).toEqual([200, 403, 403]);
    // It may do nothing but read, but that is not how it was made.
    expect(await use('', `/api/mentions.jf2?token=${secret}`)).toBe(401);
    for (const memberships of [[], [{ site: OTHER, role: 'owner' } as const]]) {
      await become('bob', ...memberships);
      expect([await use(secret), await decide(secret), await announce(secret)]).toEqual([401, 401, 401]);
    }
    await become('bob', owner);
    expect([await use(secret), await announce(secret)]).toEqual([200, 202]);
  });

  test('one for all sites is worth nothing in the hands of who has one left, and imports end too', async () => {
    await become('bob', { site: undefined, role: 'owner' });
    const all = await make('bob', '', 'read', 'send');
    const imports = await make('bob', MINE, 'read', 'import');
    const file = () => use(imports, '/api/import', { method: 'POST', body: '[]' });
    expect([await use(all), await file()].includes(403)).toBe(false);
    await become('bob', owner);
    expect([await use(all), await announce(all), await use(imports), await file()]).toEqual([401, 401, 200, 403]);
  });

  test('also where it signs, stands in a form, or in the address of a feed', async () => {
    const [send, feed] = [await make('bob', MINE, 'send'), await make('bob', MINE, 'feed')];
    const token = await house.store.tokens.byHash(hashSecret(send));
    const body = JSON.stringify({ deployed: true });
    const key = signingSecret({ tokenHash: token?.tokenHash ?? '' }, hashSecret);
    const headers = {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${createHmac('sha256', key).update(body).digest('hex')}`,
    };
    const hook = () => use('', '/api/send', { method: 'POST', headers, body });
    const form = () =>
      use('', '/api/telegraph/webmention', {
        method: 'POST',
        body: new URLSearchParams({ token: send, source: POST, target: 'https://b.example/' }),
      });
    const read = () => use('', `/notices/held.atom?token=${feed}`);
    expect([await hook(), await form(), await read()]).toEqual([422, 400, 200]);
    await become('bob');
    expect([await hook(), await form(), await read()]).toEqual([401, 401, 401]);
    await become('bob', owner);
  });

  test('whoever is removed takes theirs along, and those of others stay', async () => {
    const theirs = await make('eve', OTHER, 'read');
    const [bobs, command] = [await make('bob', MINE, 'read'), await makeToken(house, ['read'], OTHER)];
    expect((await ask('ada', `/admin/people/${await idOf('eve')}/remove`)).status).toBe(303);
    expect([await use(theirs), await use(bobs), await use(command)]).toEqual([401, 200, 200]);
    expect((await tokensOf(OTHER)).map(({ maker }) => maker)).toEqual([undefined]);
  });
});
