import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse, POST } from './house.ts';
import { type Browser, setUpOwner } from './visitor.ts';

let house: House;
let owner: Browser;
beforeAll(async () => {
  house = await openHouse();
  owner = await setUpOwner(house);
});
afterAll(() => house.close());

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
