import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scope } from '../../src/access.ts';
import { addToken } from '../../src/tokens.ts';
import { hashSecret } from '../../src/web/index.ts';
import { type House, openHouse, POST } from './house.ts';

const OTHER = 'https://other.example/post';
let house: House;
let tokens: Readonly<Record<string, string>>;

async function makeToken(name: string, scopes: readonly Scope[], site?: string): Promise<string> {
  const actor = { name: 'test', address: undefined };
  const made = await addToken({ ...house.deps, hashSecret }, { name, scopes, site, maker: undefined }, actor);
  return made?.secret ?? '';
}

beforeAll(async () => {
  house = await openHouse();
  await house.store.sites.configure({ ...house.site, id: 'other.example', url: 'https://other.example/' });
  await house.directory.refresh();
  await house.seed({ source: 'https://bob.example/a?b=1&c="<x>', moderation: 'approved' });
  for (const rsvp of ['yes', 'no', 'yes'] as const)
    await house.seed({ moderation: 'approved', entry: { kind: 'rsvp', rsvp } });
  await house.seed({ target: OTHER, site: 'other.example', moderation: 'approved' });
  await house.seed({ moderation: 'pending' });
  tokens = {
    reads: await makeToken('reads', ['read']),
    other: await makeToken('other', ['read'], 'other.example'),
    more: await makeToken('more', ['read', 'moderate']),
    sends: await makeToken('sends', ['send']),
  };
});
afterAll(() => house.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  house.web.fetch(new Request(`http://127.0.0.1:7777${path}`, { headers }));
const ids = async (response: Response) =>
  (await response.json()).children.map((entry: Record<string, unknown>) => entry['wm-id']);
const T = encodeURIComponent(POST);

describe('a token', () => {
  const CASES: readonly [id: string, path: string, bearer: string, status: number, ids: readonly number[]][] = [
    ['names all sites by header', '/api/mentions.jf2?', 'reads', 200, [5, 4, 3, 2, 1]],
    ['of several scopes is one in the header', '/api/mentions.jf2?', 'more', 200, [5, 4, 3, 2, 1]],
    ['in the address: token', '/api/mentions.jf2?token={reads}', '', 200, [5, 4, 3, 2, 1]],
    ['in the address: access_token', '/api/mentions.jf2?access_token={reads}', '', 200, [5, 4, 3, 2, 1]],
    ['and a domain', '/api/mentions.jf2?token={reads}&domain=other.example', '', 200, [5]],
    ['and a domain that is not here', '/api/mentions.jf2?token={reads}&domain=no.example', '', 200, []],
    ['of one site names that', '/api/mentions.jf2?token={other}', '', 200, [5]],
    ['of one site and the domain of another', '/api/mentions.jf2?token={other}&domain=alice.example', '', 200, []],
    ['of one site and a page of another', `/api/mentions.jf2?token={other}&target=${T}`, '', 200, []],
    ['that may do more, in the address', '/api/mentions.jf2?token={more}', '', 401, []],
    ['that may not read, in the address', '/api/mentions.jf2?token={sends}', '', 401, []],
    ['that may not read', '/api/mentions.jf2?', 'sends', 401, []],
    ['of somebody else', '/api/mentions.jf2?', 'hb_none', 401, []],
    ['of somebody else, with a target', `/api/mentions.jf2?target=${T}&token=old`, '', 401, []],
    ['that is empty', '/api/mentions.jf2?token=', '', 401, []],
  ];
  test.each(CASES)('%s', async (_, path, bearer, status, wanted) => {
    const address = path.replace(/\{(\w+)\}/, (_all, name: string) => tokens[name] ?? '');
    const headers: Record<string, string> = bearer ? { authorization: `Bearer ${tokens[bearer] ?? bearer}` } : {};
    const response = await get(address, headers);
    expect(response.status).toBe(status);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    if (status !== 200) expect((await response.json()).error).toBe('forbidden');
    else {
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await ids(response)).toEqual(wanted);
    }
  });

  test('in an address opens nothing but what reads: neither by POST nor the owner’s API', async () => {
    const posted = await house.web.fetch(
      new Request(`http://127.0.0.1:7777/api/mentions.jf2?token=${tokens.reads}`, { method: 'POST' }),
    );
    expect(posted.status).toBe(405);
    for (const path of ['/api/inbox', '/api/deliveries'])
      expect((await get(`${path}?token=${tokens.reads}`)).status).toBe(401);
  });
});

test('answers to an invitation are counted, filtered and sorted by what they say', async () => {
  expect(await (await get(`/api/count?target=${T}`)).json()).toStrictEqual({
    count: 4,
    type: { mention: 1, 'rsvp-yes': 2, 'rsvp-no': 1 },
  });
  expect(await ids(await get(`/api/mentions.jf2?target=${T}&wm-property=rsvp`))).toEqual([4, 3, 2]);
  expect(await ids(await get(`/api/mentions.jf2?target=${T}&sort-by=rsvp&sort-dir=up`))).toEqual([3, 2, 4, 1]);
  expect(await ids(await get(`/api/mentions.jf2?target=${T}&sort-by=rsvp`))).toEqual([4, 2, 3, 1]);
});

test('the export has all that the token reaches, once in five minutes', async () => {
  const path = `/api/export.jf2?token=${tokens.reads}`;
  const first = await get(path);
  const { type, name, children } = await first.json();
  expect([type, name, children.map((entry: Record<string, unknown>) => entry['wm-id'])]).toEqual([
    'feed',
    'Webmentions',
    [1, 2, 3, 4, 5],
  ]);
  const second = await get(path);
  expect([second.status, second.headers.get('retry-after')]).toEqual([429, '300']);
  expect(await ids(await get(`/api/export.jf2?token=${tokens.other}`))).toEqual([5]);
  house.time.now += 5 * 60_000;
  expect((await get(path)).status).toBe(200);
});

test('the example has every kind and answer, and takes the parameters of the real one', async () => {
  const response = await get('/api/example/mentions.jf2?per-page=100&target=https%3A%2F%2Fme.example%2Fx');
  const { children, paging } = await response.json();
  const values = (key: string) => new Set(children.map((entry: Record<string, unknown>) => entry[key]));
  expect(values('wm-property').size).toBe(6);
  expect(values('rsvp')).toEqual(new Set([undefined, 'yes', 'no', 'maybe', 'interested']));
  expect(values('wm-target')).toEqual(new Set(['https://me.example/x']));
  expect(paging.total).toBe(children.length);
  expect(await ids(await get('/api/example/mentions.jf2?wm-property=rsvp&per-page=2&page=1&sort-dir=up'))).toEqual([
    12, 13,
  ]);
});

test('Atom is well-formed, and names entries by number', async () => {
  const response = await get(`/api/mentions.atom?target=${T}`);
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const text = await response.text();
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri }) => names.push(`${uri === 'http://www.w3.org/2005/Atom' ? '' : uri}${local}`));
  parser.write(text).close();
  expect(names.filter((name) => name === 'entry')).toHaveLength(4);
  expect(text).toContain('<id>http://127.0.0.1:7777/api/mention/1</id><title>bob.example mentioned /post</title>');
  expect(text).toContain('<title>bob.example RSVPed yes to /post</title>');
  expect(text).toContain('href="https://bob.example/a?b=1&amp;c=%22%3Cx%3E"');
});

test('HTML is an h-feed that may do nothing', async () => {
  const response = await get(`/api/links.html?target=${T}`);
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
  const text = await response.text();
  expect(text.match(/class="h-entry"/g)).toHaveLength(4);
  expect(text).toContain('rel="nofollow ugc noopener"');
});
