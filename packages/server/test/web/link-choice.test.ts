import { afterEach, beforeEach, expect, test } from 'vitest';
import { type House, openHouse } from './house.ts';
import { type Browser, setUpOwner } from './visitor.ts';

let house: House;
let browser: Browser;
beforeEach(async () => {
  house = await openHouse();
  browser = await setUpOwner(house);
});
afterEach(() => house.close());

const page = async (path: string) => (await browser.get(path)).text();
const links = () => house.directory.byId(house.site.id)?.links;
const save = async (fields: Record<string, string>) =>
  browser.post(`/admin/sites/${house.site.id}`, {
    ...{ csrf: await browser.csrf(), receive: 'on', send: 'asked' },
    ...fields,
  });

test('which links are told is chosen at the desk, and wins over the configuration', async () => {
  await save({ content: '', ignore: '', nofollow: 'on' });
  expect(links()).toBeUndefined();
  await save({ content: ' .post-body ', ignore: '', internal: 'on' });
  expect(links()).toEqual({ content: '.post-body', internal: true, nofollow: false });
  expect(await page(`/admin/sites/${house.site.id}`)).toContain('name="content" value=".post-body"');
  await house.store.sites.configure({ ...house.site, links: { ignore: '.share', internal: false, nofollow: true } });
  await house.directory.refresh();
  expect(links()).toMatchObject({ content: '.post-body' });
  await save({ content: '', ignore: '', nofollow: 'on' });
  expect(links()).toEqual({ internal: false, nofollow: true });
});

test('a selector that cannot be used is refused in words', async () => {
  const bad = await save({ content: 'main > p', ignore: '' });
  expect(bad.status).toBe(422);
  const html = await bad.text();
  expect(html).toContain('Nothing was saved');
  expect(html).toMatch(/name="content" value="main &gt; p"[^>]*aria-invalid="true" aria-describedby="content-note"/);
  expect(links()).toBeUndefined();
});

test('a form without these fields changes nothing of them', async () => {
  await save({ content: '.a', ignore: '' });
  await save({});
  expect(links()).toMatchObject({ content: '.a' });
});
