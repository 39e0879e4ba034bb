import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { safeUrl } from '../../src/web/safe-url.ts';
import { line, prose } from '../../src/web/text.ts';
import { HOSTILE_TEXT, HOSTILE_URLS } from './hostile-text.ts';
import { type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const read = async (path: string) => (await house.web.fetch(new Request(`http://127.0.0.1:7777${path}`))).text();

test.each(HOSTILE_TEXT)('WM-R21 SEC-08 %s stays text in the API and leaves no angle bracket', async (id, text) => {
  const target = `https://alice.example/api/${encodeURIComponent(id)}`;
  await house.seed({
    target,
    moderation: 'approved',
    entry: { title: text, excerpt: text, author: { name: text, url: '', photo: '' } },
  });
  for (const format of ['.jf2', '.json']) {
    const json = await read(`/api/mentions${format}?target=${encodeURIComponent(target)}`);
    expect(json).not.toContain('<');
    const [entry] = JSON.parse(json).children ?? JSON.parse(json).links;
    expect([entry.name, entry.content?.text, entry.author?.name]).toEqual(
      format === '.jf2' ? [text, text, text] : [undefined, undefined, undefined],
    );
    if (format === '.json')
      expect([entry.data.name, entry.data.content, entry.data.author.name]).toEqual([text, text, text]);
  }
});

test.each(HOSTILE_TEXT)('WM-R21 SEC-08 %s stays text in the fragment', async (id, text) => {
  const target = `https://alice.example/fragment/${encodeURIComponent(id)}`;
  await house.seed({
    target,
    moderation: 'approved',
    entry: { title: text, excerpt: text, author: { name: text, url: '', photo: '' } },
  });
  const html = await read(`/fragment?target=${encodeURIComponent(target)}`);
  const tags = [...html.matchAll(/<\/?([a-z]+)/g)].map(([, tag]) => tag);
  expect(new Set(tags)).toEqual(new Set(['div', 'section', 'ol', 'li', 'p', 'bdi', 'span', 'a', 'time', 'blockquote']));
  expect(html.match(/<(?![/a-z])/g)).toBeNull();
  expect(html).not.toMatch(/<[^>]*\son\w+=/);
});

test.each(HOSTILE_URLS)('WM-R21 SEC-08 %s becomes no link', async (id, url) => {
  const target = `https://alice.example/url/${encodeURIComponent(id)}`;
  await house.seed({
    target,
    moderation: 'approved',
    entry: { author: { name: 'Eve', url, photo: url } },
    facts: { canonical: url },
  });
  const [entry] = JSON.parse(await read(`/api/mentions.jf2?target=${encodeURIComponent(target)}`)).children;
  expect(entry.author).toStrictEqual({ type: 'card', name: 'Eve', photo: '', url: '' });
  expect(entry).not.toHaveProperty('rels');
  const hrefs = [...(await read(`/fragment?target=${encodeURIComponent(target)}`)).matchAll(/href="([^"]*)"/g)].map(
    ([, href]) => href,
  );
  expect(hrefs).toEqual([entry['wm-source']]);
});

test('URLs leave without anything that could end an attribute', () => {
  expect(safeUrl(`https://x.example/a"b'c<d>e\`f?q="'`)).toBe('https://x.example/a%22b%27c%3Cd%3Ee%60f?q=%22%27');
  expect(safeUrl('https://x.example')).toBe('https://x.example');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        fc.string(),
        fc.string().map((tail) => `https://x.example/${tail}`),
      ),
      (text) => {
        expect(safeUrl(text)).toMatch(/^(?:|https?:\/\/[^\s"'<>`\\]+)$/i);
        expect(safeUrl(safeUrl(text))).toBe(safeUrl(text));
      },
    ),
  );
});

test.each([
  ['override', 'Mal\u202Elory', 'Mallory'],
  ['isolates', '\u2066a\u2069b', 'ab'],
  ['marks', 'a\u200Eb\u200F', 'ab'],
  ['byte order mark', '\uFEFFa', 'a'],
  ['tags', 'a\u{E0041}\u{E007F}b', 'ab'],
  ['line separator', 'a\u2028b', 'a b'],
  ['newlines', `a${'\n'.repeat(1000)}b`, 'a b'],
  ['control characters', 'a\u0000\u001bb', 'ab'],
])('%s', (_, text, shown) => {
  expect([line(text), prose(text)]).toEqual([shown, shown]);
});

test('joiners leave names and stay in prose, where scripts need them', () => {
  expect([line('a\u200Db'), prose('می\u200Cخواهم')]).toEqual(['ab', 'می\u200Cخواهم']);
});

test('the fragment names its links as strangers, and says when there is nothing', async () => {
  await house.seed({ target: 'https://alice.example/one', moderation: 'approved' });
  await house.seed({ target: 'https://alice.example/one', moderation: 'pending' });
  const response = await house.web.fetch(
    new Request(`http://127.0.0.1:7777/fragment?target=${encodeURIComponent('https://alice.example/one')}`),
  );
  const html = await response.text();
  expect(html.match(/<li /g)).toHaveLength(1);
  expect(html.match(/rel="nofollow ugc noopener"/g)).toHaveLength(2);
  expect(html).not.toContain('noreferrer');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
  expect(await read('/fragment?target=https%3A%2F%2Falice.example%2Fnone')).toContain(
    'Nobody has mentioned this page yet.',
  );
  expect((await house.web.fetch(new Request('http://127.0.0.1:7777/fragment'))).status).toBe(400);
});
