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

describe('the sites', () => {
  test('PB-R13: a site that receives nothing has nothing to advertise', async () => {
    expect(await page('/admin/sites')).toContain('&lt;link rel=&quot;pingback&quot;');
    await browser.post(`/admin/sites/${house.site.id}`, { csrf: await browser.csrf(), send: 'asked' });
    expect(house.directory.byId(house.site.id)).toMatchObject({ receive: false, send: true, announce: false });
    const html = await page('/admin/sites');
    expect(html).not.toContain('rel=&quot;pingback&quot;');
    expect(html).not.toContain('X-Pingback');
    expect(html).toContain('Receiving is off for this site');
  });

  test.each([
    ['automatic', { send: true, announce: true }],
    ['asked', { send: true, announce: false }],
    ['never', { send: false, announce: false }],
  ])('tells %s', async (send, expected) => {
    await browser.post(`/admin/sites/${house.site.id}`, { csrf: await browser.csrf(), receive: 'on', send });
    expect(house.directory.byId(house.site.id)).toMatchObject({ receive: true, ...expected });
    expect(await page(`/admin/sites/${house.site.id}`)).toContain(`<option value="${send}" selected`);
  });

  test('a saved form changes only what differs, and the rest follows the configuration', async () => {
    const { send, announce } = house.directory.byId(house.site.id) ?? {};
    const asItIs = !send ? 'never' : announce ? 'automatic' : 'asked';
    await browser.post(`/admin/sites/${house.site.id}`, { csrf: await browser.csrf(), receive: 'on', send: asItIs });
    await house.store.sites.configure({ ...house.site, send: true, announce: true });
    await house.directory.refresh();
    expect(house.directory.byId(house.site.id)).toMatchObject({ send: true, announce: true });
  });

  test('PB-R07, PB-R09: no page of ours advertises by accident', async () => {
    for (const path of ['/admin/sites', '/admin/login', '/status/x']) {
      const response = await browser.get(path);
      expect([response.headers.get('x-pingback'), response.headers.get('link')]).toEqual([null, null]);
      expect(await response.text()).not.toMatch(/<link rel="pingback" href="([^"]+)" ?\/?>/);
    }
  });

  test('says that without a map every path is accepted, and with one which pages', async () => {
    expect(await page('/admin/sites')).toContain('any address under it is accepted as a target');
    await house.store.sites.configure({ ...house.site, feed: 'https://alice.example/feed' });
    await house.store.sites.savePages(house.site.id, [{ key: 'alice.example/post', url: POST, title: 'The post' }], []);
    expect(await page('/admin/sites')).toContain('1 page is known');
    expect(await page(`/admin/sites/${house.site.id}/pages`)).toContain('<bdi>The post</bdi>');
    await browser.post(`/admin/sites/${house.site.id}/pages`, {
      csrf: await browser.csrf(),
      switch: 'receive-off:alice.example/post',
    });
    expect(house.directory.resolve(new URL(POST))?.state).toBe('closed');
    await browser.post(`/admin/sites/${house.site.id}/pages`, {
      csrf: await browser.csrf(),
      switch: 'receive-on:alice.example/post',
    });
    expect(house.directory.resolve(new URL(POST))?.state).toBe('open');
  });

  test('a page that was switched for itself follows the site again', async () => {
    await house.store.sites.savePages(house.site.id, [{ key: 'alice.example/post', url: POST, title: 'The post' }], []);
    const path = `/admin/sites/${house.site.id}/pages`;
    expect(await page(path)).not.toContain('Follow the site');
    await browser.post(path, { csrf: await browser.csrf(), switch: 'send-off:alice.example/post' });
    expect(await page(path)).toContain('value="send-site:alice.example/post"');
    await browser.post(path, { csrf: await browser.csrf(), switch: 'send-site:alice.example/post' });
    expect(house.directory.pages(house.site.id)[0]).toMatchObject({ receive: undefined, send: undefined });
    expect(await page(path)).not.toContain('Follow the site');
  });

  test('shows what the configuration says of a page, and does not change it', async () => {
    const path = `/admin/sites/${house.site.id}/pages`;
    await house.store.sites.configure({ ...house.site, settings: { pages: [{ url: POST, receive: false }] } });
    expect(await page(path)).toContain('Set in the configuration');
    expect(await page(path)).not.toContain('receive-on:');
    const csrf = await browser.csrf();
    const answer = await browser.post(path, { csrf, switch: 'receive-on:alice.example/post' });
    expect([answer.status, house.directory.resolve(new URL(POST))?.state]).toEqual([404, 'closed']);
    expect(await page('/admin/sites')).toContain('any address under it is accepted as a target');
  });
});
