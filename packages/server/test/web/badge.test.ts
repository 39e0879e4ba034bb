import { SaxesParser } from 'saxes';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type House, openHouse, POST } from './house.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const ask = (query: string, headers = {}) =>
  house.web.fetch(new Request(`http://127.0.0.1:7777/badge.svg${query}`, { headers }));
const target = `?target=${encodeURIComponent(POST)}`;

test.each([
  ['', 0, '0 mentions'],
  ['', 1, '1 mention'],
  ['&lang=es', 2, '2 menciones'],
  ['&lang=de', 1, '1 Erwähnung'],
  ['&lang=fr', 0, '0 mention'],
  ['&lang="><script>', 2, '2 mentions'],
])('%s: %i mentions are “%s”, for eyes and for screen readers', async (more, count, words) => {
  for (let n = 0; n < count; n++) await house.seed({ moderation: 'approved' });
  await house.seed();
  const response = await ask(`${target}${more}`);
  const svg = await response.text();
  new SaxesParser({ xmlns: true }).write(svg).close();
  expect(svg).toContain(`<title>${words}</title>`);
  expect(svg).toContain(`aria-label="${words}"`);
  expect(svg).toMatch(new RegExp(`<text[^>]*>${words}</text>`));
  expect(svg).not.toMatch(/script|href|url\(|@import|@font-face/);
});

test('is kept for five minutes, and not sent twice', async () => {
  const response = await ask(target);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/svg+xml; charset=utf-8',
    'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'x-content-type-options': 'nosniff',
  });
  const etag = response.headers.get('etag') ?? '';
  expect((await ask(target, { 'if-none-match': etag })).status).toBe(304);
});

test('is light or dark as told, else as the reader’s system is', async () => {
  const of = async (theme: string) => (await ask(`${target}&theme=${theme}`)).text();
  expect(await of('')).toContain('prefers-color-scheme:dark');
  for (const theme of ['light', 'dark']) expect(await of(theme)).not.toContain('prefers-color-scheme');
  expect(await of('dark')).not.toBe(await of('light'));
});

test('wants to know the page', async () => {
  expect((await ask('')).status).toBe(400);
});
