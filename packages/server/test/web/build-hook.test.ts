import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from './house.ts';
import { type Browser, setUpOwner } from './visitor.ts';

const PATH = '/admin/sites/alice.example/build';
const URL_OF_HOOK = 'https://api.netlify.com/build_hooks/5f1a9c';
const GITHUB = 'https://api.github.com/repos/alice/blog/dispatches';

let house: House;
let browser: Browser;
beforeEach(async () => {
  house = await openHouse();
  browser = await setUpOwner(house);
});
afterEach(() => house.close());

const page = async () => (await browser.get(PATH)).text();
const post = async (fields: Record<string, string>) => browser.post(PATH, { csrf: await browser.csrf(), ...fields });
const hook = () => house.directory.byId('alice.example')?.buildHook;

describe('the build hook of a site', () => {
  test('is given at the desk, and neither the page nor the list of who did what shows the whole address', async () => {
    expect(await page()).toContain('Nobody is told yet.');
    const response = await post({ do: 'save', url: URL_OF_HOOK, token: '' });
    expect([response.status, response.headers.get('location')]).toEqual([303, `${PATH}?done=saved`]);
    expect(hook()).toEqual({ url: URL_OF_HOOK });
    expect(await page()).toContain('api.netlify.com is told, at an address that ends in “1a9c”.');
    for (const path of [PATH, '/admin/sites', '/admin/audit'])
      expect(await (await browser.get(path)).text()).not.toContain('5f1a9c');
    expect(await (await browser.get('/admin/audit')).text()).toContain('build hook at api.netlify.com');
  });

  test.each([
    ['no address', { url: 'build me' }, 'url-note', 'This is not a web address'],
    ['another scheme', { url: 'file:///etc/passwd' }, 'url-note', 'This is not a web address'],
    ['nothing', { url: '' }, 'url-note', 'This is not a web address'],
    ['GitHub without a token', { url: GITHUB }, 'token-note', 'GitHub takes no call without a token'],
    ['a token with a line break', { url: GITHUB, token: 'a\r\nb' }, 'token-note', 'and no blanks'],
  ])('names the field that is wrong, and keeps what was typed: %s', async (_, fields, note, sentence) => {
    const response = await post({ do: 'save', token: '', ...fields });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toMatch(new RegExp(`aria-invalid="true"[^>]*aria-describedby="${note}"`));
    expect(html).toContain(sentence);
    if (fields.url) expect(html).toContain(`value="${fields.url}"`);
    expect(hook()).toBeUndefined();
  });

  test('is called at once when asked, and turned off', async () => {
    await post({ do: 'save', url: GITHUB, token: 'github_pat_1' });
    expect(hook()).toEqual({ url: GITHUB, token: 'github_pat_1' });
    await post({ do: 'now' });
    expect(await house.store.jobs.nextStart(['hook'])).toBe(house.time.now);
    await house.store.sites.noteBuild('alice.example', { at: house.time.now, ok: false, reason: 'No <b>token</b>.' });
    await house.directory.refresh();
    expect(await page()).toContain('<q>No &lt;b&gt;token&lt;/b&gt;.</q>');
    await post({ do: 'off' });
    expect(hook()).toBeUndefined();
  });

  test('speaks the language of the reader', async () => {
    await post({ do: 'save', url: URL_OF_HOOK, token: '' });
    const headers = { cookie: browser.cookie, 'accept-language': 'de' };
    const html = await (await house.web.fetch(new Request(`${house.publicUrl}${PATH}`, { headers }))).text();
    expect(html).toContain('api.netlify.com erfährt davon');
  });

  test('of a site that is not there is not there', async () => {
    expect((await browser.get('/admin/sites/nobody/build')).status).toBe(404);
    const csrf = await browser.csrf();
    expect((await browser.post('/admin/sites/nobody/build', { csrf })).status).toBe(404);
  });
});
