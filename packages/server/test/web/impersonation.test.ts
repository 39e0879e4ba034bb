import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, POST } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test.each([
  ['of the source', 'https://eve.example/me', true],
  ['of another site', 'https://admin.example/', false],
  ['of a site above it', 'https://example/', false],
])('179 an author page %s is linked: %s, %s', async (what, url, isLinked) => {
  await house.seed({
    source: `https://eve.example/${encodeURIComponent(what)}`,
    target: `${POST}?${encodeURIComponent(what)}`,
    moderation: 'approved',
    entry: { author: { name: 'Admin', url, photo: '' } },
  });
  const target = encodeURIComponent(`${POST}?${encodeURIComponent(what)}`);
  const response = await house.web.fetch(new Request(`http://127.0.0.1:7777/fragment?target=${target}`));
  const html = await response.text();
  expect(html).toContain('Admin');
  expect(html.includes(`href="${url}"`)).toBe(isLinked);
});
