import { afterEach, beforeEach, expect, test } from 'vitest';
import { type House, openHouse, POST } from './house.ts';
import { type Browser, setUpOwner } from './visitor.ts';

let house: House;
let browser: Browser;
beforeEach(async () => {
  house = await openHouse();
  browser = await setUpOwner(house);
});
afterEach(() => house.close());

const refuse = (n: number, site = house.site.id) => {
  const of = { id: `r-${n}`, site, protocol: 'pingback', reason: 'The host is blocked.', at: house.time.now } as const;
  return house.store.refusals.add({ ...of, source: `https://spam.example/${n}`, target: POST });
};

async function pages(first: string): Promise<readonly (readonly string[])[]> {
  const found: string[][] = [];
  for (let path: string | undefined = first; path !== undefined; ) {
    const html: string = await (await browser.get(path)).text();
    found.push([...html.matchAll(/href="(https:\/\/(?:spam|nolink)\.example\/\d+)"/g)].map(([, url]) => url ?? ''));
    path = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  return found;
}

test('what was turned away is paged through to its end, each once and the newest first, also within one millisecond', async () => {
  const expected: string[] = [];
  // The last row of the first page is one that was looked at, and ten refusals of its millisecond follow.
  for (let n = 0; n < 10; n += 1) {
    const source = `https://nolink.example/${n}`;
    await house.seed({ source, link: 'absent' });
    const ids = Array.from({ length: 10 }, (_, k) => n * 10 + k);
    await Promise.all(ids.map((id) => refuse(id)));
    expected.unshift(source, ...ids.map((id) => `https://spam.example/${id}`).reverse());
  }
  const found = await pages('/admin/refused');
  expect(found.map(({ length }) => length)).toEqual([100, 10]);
  expect(new Set(found.flat())).toEqual(new Set(expected));
  const moments = (urls: readonly string[]) =>
    urls.map((url) =>
      url.includes('nolink') ? Number(url.split('/').at(-1)) : Math.floor(Number(url.split('/').at(-1)) / 10),
    );
  expect(moments(found.flat())).toEqual(moments(expected));
});

test('pages of one site stay with it, and a place that leads nowhere is said to', async () => {
  await house.seed({ source: 'https://nolink.example/0', link: 'absent' });
  await Promise.all(Array.from({ length: 104 }, (_, n) => refuse(n, n < 102 ? house.site.id : 'other.example')));
  const found = await pages(`/admin/refused?site=${house.site.id}`);
  expect(found.map(({ length }) => length)).toEqual([100, 3]);
  expect([found[0]?.[0], new Set(found.flat()).size]).toEqual(['https://nolink.example/0', 103]);
  for (const place of ['before=zzz', 'looked=1.', 'before=1.a&looked=1.a']) {
    const reply = await browser.get(`/admin/refused?${place}`);
    expect([reply.status, (await reply.text()).includes('leads to no place in the list')], place).toEqual([422, true]);
  }
});
