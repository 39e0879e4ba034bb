import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from './house.ts';
import { type Browser, setUpOwner } from './visitor.ts';

let house: House;
let browser: Browser;
beforeAll(async () => {
  house = await openHouse();
  browser = await setUpOwner(house);
});
afterAll(() => house.close());

async function logInPage(headers: Record<string, string>): Promise<string> {
  const response = await house.web.fetch(new Request(`${house.publicUrl}/admin/login`, { headers }));
  return response.text();
}

const langOf = (page: string) => /<html lang="(\w+)"/.exec(page)?.[1];

it('is that of the log too, which says what was decided', async () => {
  const id = await house.seed();
  await browser.post('/admin/inbox', { csrf: await browser.csrf(), one: `approve:${id}` });
  const headers = { cookie: browser.cookie, 'accept-language': 'fr' };
  const page = await house.web.fetch(new Request(`${house.publicUrl}/admin/audit`, { headers }));
  expect(await page.text()).toContain('A décidé\u00a0: Approuvée');
});

it.each([
  ['', 'en'],
  ['de', 'de'],
  ['fr-CA,fr;q=0.8,en;q=0.5', 'fr'],
  ['pt-BR, es;q=0.7, en;q=0.9', 'en'],
  ['nl, es-419;q=0.7', 'es'],
  ['de;q=0, es', 'es'],
  ['*', 'en'],
  ['x'.repeat(5000), 'en'],
])('a browser that asks for %j reads %s', async (asked, language) => {
  expect(langOf(await logInPage({ 'accept-language': asked }))).toBe(language);
});

it('the words are those of the language', async () => {
  const page = await logInPage({ 'accept-language': 'es' });
  expect(page).toContain('<h1>Entrar</h1>');
  expect(page).toMatch(/<option value="es" lang="es" selected="">Español</);
});

it('a cookie is stronger than what the browser asks for, unless it says nothing that we know', async () => {
  expect(langOf(await logInPage({ 'accept-language': 'es', cookie: 'hearback-language=de' }))).toBe('de');
  expect(langOf(await logInPage({ 'accept-language': 'es', cookie: 'hearback-language=xx' }))).toBe('es');
});

it('is chosen before log-in, for this browser', async () => {
  const form = { language: 'fr', back: '/admin/setup?key=a' };
  const response = await house.web.fetch(
    new Request(`${house.publicUrl}/admin/language`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(form),
      headers: { 'sec-fetch-site': 'same-origin' },
    }),
  );
  expect([response.status, response.headers.get('location')]).toEqual([303, '/admin/setup?key=a']);
  expect(response.headers.get('set-cookie')).toMatch(/^hearback-language=fr; .*HttpOnly.*SameSite=Lax/);
});

it('is chosen at the desk, for the owner everywhere', async () => {
  const { cookie } = browser;
  const csrf = await browser.csrf();
  const choose = (fields: Record<string, string>) =>
    house.web.fetch(
      new Request(`${house.publicUrl}/admin/language`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ back: '/admin/refused', ...fields }),
        headers: { 'sec-fetch-site': 'same-origin', cookie },
      }),
    );
  await choose({ language: 'de' });
  await choose({ language: 'tlh', csrf });
  expect((await house.store.owners.byName('alice'))?.language).toBeUndefined();
  expect((await choose({ language: 'de', csrf })).headers.get('location')).toBe('/admin/refused');
  expect((await house.store.owners.byName('alice'))?.language).toBe('de');
  const page = await (await browser.get('/admin/refused?a=1')).text();
  expect(langOf(page)).toBe('de');
  expect(page).toContain('name="back" value="/admin/refused?a=1"');
  await house.store.owners.setLanguage((await house.store.owners.byName('alice'))?.id ?? '', 'en');
});

it.each([
  'https://evil.example/admin/',
  '//evil.example/admin/',
  '/\\evil.example/admin/',
  '/admin/../fragment',
  '/administrator',
  'javascript:alert(1)',
  '/admin/\r\nset-cookie: a=b',
  '',
])('never leads from the desk: %j', async (back) => {
  const location = (await browser.post('/admin/language', { language: 'en', back })).headers.get('location') ?? '';
  expect(new URL(location, house.publicUrl).origin).toBe(house.publicUrl);
  expect(location).toMatch(/^\/admin\/(?!\.\.)[\w%:=-]*$/);
});
