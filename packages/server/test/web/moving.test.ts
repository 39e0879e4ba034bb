import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAll, WORDPRESS } from '../import/reading.ts';
import { type House, openHouse, POST } from './house.ts';
import { type Browser, createBrowser, setUpOwner } from './visitor.ts';

let house: House;
let owner: Browser;
beforeAll(async () => {
  house = await openHouse();
  owner = await setUpOwner(house);
});
afterAll(() => house.close());

async function bring(browser: Browser, file: Uint8Array, name = 'file'): Promise<Response> {
  const form = new FormData();
  form.append('csrf', await browser.csrf());
  form.append(name, new Blob([Buffer.from(file)]), 'export.xml');
  // As bytes: the stream that a form is made into does not bear to be left before its end.
  const whole = new Response(form);
  const type = whole.headers.get('content-type') ?? '';
  return house.web.fetch(
    new Request(`${house.publicUrl}/admin/moving`, {
      method: 'POST',
      body: await whole.arrayBuffer(),
      headers: { cookie: browser.cookie, 'sec-fetch-site': 'same-origin', 'content-type': type },
    }),
  );
}

it('a file that is brought to the desk is taken in, and the page says what came of it', async () => {
  const response = await bring(owner, WORDPRESS);
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(text).toContain('It was read: 9 entries.');
  expect(text).toMatch(/<td>3<\/td><td>were public there/);
  expect(text).toMatch(/<td>2<\/td><td>comments that people wrote/);
  const again = await (await bring(owner, WORDPRESS)).text();
  expect(again).toContain('nothing changed');
  expect((await house.store.audit.list({ limit: 1 }))[0]).toMatchObject({ action: 'imported', detail: '0' });
});

it('what is no such file is told, with what was kept', async () => {
  const cut = await bring(owner, WORDPRESS.subarray(0, 9000));
  expect(cut.status).toBe(422);
  expect(await cut.text()).toMatch(/line \d+: it is not well-formed XML/);
  const none = await bring(owner, WORDPRESS, 'nothing');
  expect(none.status).toBe(200);
  expect((await owner.post('/admin/moving', { csrf: await owner.csrf() })).status).toBe(422);
});

it('one that is too large is not read, and none before the log-in', async () => {
  expect((await bring(owner, new Uint8Array(17 << 20))).status).toBe(413);
  const stranger = await bring(createBrowser(house), new Uint8Array(17 << 20));
  expect(stranger.headers.get('location')).toBe('/admin/login');
  const forged = new FormData();
  forged.append('csrf', 'wrong');
  forged.append('file', new Blob(['x']), 'x');
  const headers = { cookie: owner.cookie, 'sec-fetch-site': 'same-origin' };
  const init = { method: 'POST', body: forged, headers };
  expect((await house.web.fetch(new Request(`${house.publicUrl}/admin/moving`, init))).status).toBe(403);
});

it('an export is a file with a name, and comes back equal', async () => {
  const response = await owner.get('/admin/moving/export?format=wxr');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="mentions-2026-01-02.xml"');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await readAll(await response.text())).brought).toHaveLength(5);
  expect((await owner.get('/admin/moving/export?format=klingon')).status).toBe(404);
});

it('a removal is asked about, has a receipt once, and is listed without a name', async () => {
  const source = 'https://eve.example/a';
  await house.seed({ source, target: POST });
  const fields = { csrf: await owner.csrf(), kind: 'host', value: 'eve.example', wish: 'theirs' };
  const unsure = await owner.post('/admin/removals', fields);
  expect(unsure.status).toBe(422);
  expect((await house.store.mentions.list({ limit: 99 })).some((one) => one.source === source)).toBe(true);
  const done = await (await owner.post('/admin/removals', { ...fields, sure: 'on' })).text();
  expect(done).toContain('Receipt');
  expect(done).toContain('eve.example');
  expect(done).toContain('1 mention, 0 deliveries and 0 refusals');
  expect((await house.store.mentions.list({ limit: 99 })).some((one) => one.source === source)).toBe(false);
  const page = await (await owner.get('/admin/removals')).text();
  expect(page).not.toContain('eve.example');
  const [kept] = await house.store.suppressions.list();
  expect(page).toContain(kept?.id);
  expect(await (await owner.get('/admin/audit')).text()).not.toContain('eve.example');
  const lifted = await owner.post('/admin/removals/lift', { csrf: fields.csrf, id: kept?.id ?? '' });
  expect(lifted.headers.get('location')).toBe('/admin/removals?lifted=1');
  expect(await house.store.suppressions.list()).toEqual([]);
});

it('one’s own site is not removed, and a word that is nobody neither', async () => {
  const csrf = await owner.csrf();
  for (const value of ['alice.example', 'nobody at all/'])
    expect((await owner.post('/admin/removals', { csrf, kind: 'host', value, sure: 'on' })).status).toBe(422);
});
