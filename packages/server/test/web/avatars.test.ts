import { afterEach, beforeEach, expect, test } from 'vitest';
import { picture } from '../support/pictures.ts';
import { type House, openHouse, POST } from './house.ts';
import { setUpOwner } from './visitor.ts';

const PHOTO = 'https://pictures.example/bob.png';
const NAME = `${'a'.repeat(22)}.png`;
let house: House;
let id: string;
beforeEach(async () => {
  house = await openHouse();
  const author = { name: 'Bob', url: 'https://bob.example/', photo: PHOTO };
  id = await house.seed({ moderation: 'approved', entry: { author } });
  const like = await house.seed({ moderation: 'approved', entry: { kind: 'like', author } });
  for (const mention of [id, like])
    await house.store.avatars.save({
      ...{ mention, site: house.site.id, photo: PHOTO, fetchedAt: house.time.now },
      made: { name: NAME, bytes: picture('png') },
    });
});
afterEach(() => house.close());

const ask = (path: string, headers = {}) => house.web.fetch(new Request(`http://127.0.0.1:7777${path}`, { headers }));
const outputs = async () => {
  const target = encodeURIComponent(POST);
  return Promise.all(
    [`/fragment?target=${target}`, `/fragment.json?target=${target}`, '/feed.json'].map(async (path) =>
      (await ask(path)).text(),
    ),
  );
};

test('a picture is served from our own address, for ever, as nothing but a picture', async () => {
  const response = await ask(`/avatar/${NAME}`);
  expect(response.status).toBe(200);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(picture('png')));
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'cross-origin-resource-policy': 'cross-origin',
  });
  expect((await ask(`/avatar/${NAME}`, { 'if-none-match': response.headers.get('etag') ?? '' })).status).toBe(304);
});

test.each([`${'b'.repeat(22)}.png`, 'x.png', `${'a'.repeat(22)}.svg`, `${'a'.repeat(22)}`, '..%2Fhearback.db', '%00'])(
  'nobody has a picture called %s',
  async (name) => expect((await ask(`/avatar/${name}`)).status).toBe(404),
);

test('readers get our copy wherever mentions are shown, and never the address of the stranger', async () => {
  for (const output of await outputs()) {
    expect(output).toContain(`http://127.0.0.1:7777/avatar/${NAME}`);
    expect(output).not.toContain('pictures.example');
  }
  expect((await outputs())[0]).toMatch(/<img[^>]* alt="" width="48" height="48" loading="lazy"/);
});

test('the switch at the desk deletes the pictures, and gets them again', async () => {
  const browser = await setUpOwner(house);
  const save = async (fields: Record<string, string>) =>
    browser.post(`/admin/sites/${house.site.id}`, {
      csrf: await browser.csrf(),
      receive: 'on',
      send: 'never',
      shown: 'yes',
      ...fields,
    });
  const { jobs } = house.store;
  const lease = { limit: 9, leaseMs: 60_000, kinds: ['avatar'] as const };
  async function waiting(): Promise<number> {
    const claimed = await jobs.claim({ now: house.time.now, ...lease });
    for (const job of claimed) await jobs.finish(job);
    return claimed.length === 0 ? 0 : claimed.length + (await waiting());
  }
  await save({});
  expect((await ask(`/avatar/${NAME}`)).status).toBe(404);
  for (const output of await outputs()) expect(output).not.toContain('/avatar/');
  expect(await (await browser.get(`/admin/sites/${house.site.id}`)).text()).toMatch(/name="avatars"(?! checked)/);
  expect(await waiting()).toBe(2);
  await save({ avatars: 'on' });
  expect(house.directory.byId(house.site.id)?.avatars).toBe(true);
  expect(await waiting()).toBe(2);
});

test('a site whose configuration says no shows none', async () => {
  await house.store.sites.configure({ ...house.site, avatars: false });
  await house.directory.refresh();
  for (const output of await outputs()) expect(output).not.toContain('/avatar/');
});
