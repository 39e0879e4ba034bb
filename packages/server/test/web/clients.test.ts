import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToken } from '../../src/tokens.ts';
import { hashSecret } from '../../src/web/index.ts';
import { type House, openHouse, POST } from './house.ts';

/** Clients made for webmention.io, each with the request that it sends and what it reads of the answer. */
type Row = Readonly<Record<string, unknown>>;
const HOST = 'http://127.0.0.1:7777';
const T = encodeURIComponent(POST);
const HTTP = encodeURIComponent(POST.replace('https:', 'http:'));

let house: House;
let token = '';
beforeAll(async () => {
  house = await openHouse();
  const author = { name: 'Carol', url: 'https://carol.example/', photo: 'https://carol.example/c.jpg' };
  await house.seed({
    source: 'https://bob.example/1',
    moderation: 'approved',
    entry: { author: { name: '', url: '', photo: '' } },
  });
  await house.seed({
    source: 'https://carol.example/2',
    moderation: 'approved',
    entry: { kind: 'reply', author, excerpt: 'Quite so.', published: '2025-12-31T10:00:00Z' },
  });
  await house.seed({
    source: 'https://carol.example/3',
    moderation: 'approved',
    entry: { kind: 'like', author, title: '', excerpt: '' },
  });
  await house.seed({
    source: 'https://carol.example/4',
    moderation: 'approved',
    entry: { kind: 'rsvp', rsvp: 'yes', author },
  });
  const actor = { name: 'test', address: undefined };
  token =
    (
      await addToken(
        { ...house.deps, hashSecret },
        { name: 'site', scopes: ['read'], site: undefined, maker: undefined },
        actor,
      )
    )?.secret ?? '';
});
afterAll(() => house.close());

const fetchText = async (path: string): Promise<string> => {
  const address = `${HOST}${path.replace('TOKEN', token)}`;
  const response = await house.web.fetch(new Request(address));
  const moved = response.headers.get('location');
  if (response.status === 302 && moved) return fetchText(moved);
  expect(response.status, path).toBe(200);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  return response.text();
};
const childrenIn = (text: string): Row[] => JSON.parse(text).children;
const text = (value: unknown): string => {
  expect(typeof value).toBe('string');
  return value as string;
};
const name = (row: Row): string => text((row.author as Row).name);
const number = (value: unknown): number => {
  expect(Number.isSafeInteger(value)).toBe(true);
  return value as number;
};
/** As clients that put entries into a table of their own do. */
const byId = (rows: readonly Row[]) => [...new Map(rows.map((row) => [number(row['wm-id']), row])).keys()];

const TITLES: Readonly<Record<string, string>> = {
  'in-reply-to': 'replied',
  'like-of': 'liked',
  'mention-of': 'mentioned',
  rsvp: 'answered',
};

const CLIENTS: readonly [id: string, request: string, read: (answer: string) => unknown, found: unknown][] = [
  [
    'webmention.js',
    `/api/mentions.jf2?per-page=30&sort-by=published&sort-dir=up&target[]=${HTTP}&target[]=${T}`,
    (answer) =>
      childrenIn(answer).map((row) =>
        [
          text(row.url || row['wm-source']),
          name(row),
          text((row.author as Row).photo),
          TITLES[text(row['wm-property'])],
          (row.content as Row | undefined)?.text ?? row.name ?? '',
          row.rsvp ?? '',
        ].join('|'),
      ),
    [
      'https://carol.example/2|Carol|https://carol.example/c.jpg|replied|Quite so.|',
      'https://bob.example/1|||mentioned|So I read this.|',
      'https://carol.example/3|Carol|https://carol.example/c.jpg|liked|A title|',
      'https://carol.example/4|Carol|https://carol.example/c.jpg|answered|So I read this.|yes',
    ],
  ],
  [
    'jekyll-webmention_io, when it builds',
    `/api/mentions?perPage=9999&target[]=${T}&target[]=${HTTP}&since_id=1&sort-by=published`,
    (answer) =>
      JSON.parse(answer).links.map((link: Row) => {
        const data = link.data as Row;
        const date = data.published_ts
          ? new Date(number(data.published_ts) * 1000)
          : new Date(text(link.verified_date));
        return `${number(link.id)} ${text((link.activity as Row).type)} ${text(data.url)} ${date.getUTCFullYear()}`;
      }),
    [
      '4 rsvp https://carol.example/4 2026',
      '3 like https://carol.example/3 2026',
      '2 reply https://carol.example/2 2025',
    ],
  ],
  [
    'jekyll-webmention_io, in the browser',
    `/api/mentions?jsonp=window.JekyllWebmentionIO.processWebmentions&target[]=${T}`,
    (answer) => {
      let heard: { readonly links: readonly Row[] } = { links: [] };
      const processWebmentions = (value: string) => (heard = JSON.parse(value));
      const window = {
        JekyllWebmentionIO: { processWebmentions: (value: unknown) => processWebmentions(JSON.stringify(value)) },
      };
      runInNewContext(answer, { window });
      return heard.links.map(({ id, verified }) => `${number(id)} ${verified}`);
    },
    ['4 true', '3 true', '2 true', '1 true'],
  ],
  [
    'eleventy-plugin-webmentions',
    '/api/mentions.jf2?domain=alice.example&token=TOKEN&per-page=1000&page=0&since=2026-01-02T12:00:02.000Z',
    (answer) =>
      childrenIn(answer).map((row) => [
        text((row.author as Row).url),
        text(row['wm-target']),
        text(row['wm-received']),
      ]),
    [
      ['https://carol.example/', POST, '2026-01-02T12:00:04.000Z'],
      ['https://carol.example/', POST, '2026-01-02T12:00:03.000Z'],
    ],
  ],
  [
    'gatsby-plugin-webmention',
    '/api/mentions.jf2?token=TOKEN&domain=alice.example&per-page=10000',
    (answer) => {
      const camel = (row: Row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [
            key.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase()),
            value,
          ]),
        );
      return childrenIn(answer)
        .map(camel)
        .map(({ wmId, wmProperty, type }) => `${type} ${number(wmId)} ${wmProperty}`);
    },
    ['entry 4 rsvp', 'entry 3 like-of', 'entry 2 in-reply-to', 'entry 1 mention-of'],
  ],
  [
    'astro-theme-cactus, with its malformed parameter',
    '/api/mentions.jf2?domain=alice.example&token=TOKEN&sort-dir=up&per-page=1000&since2024-01-01T00:00:00Z',
    (answer) => byId(childrenIn(answer)),
    [1, 2, 3, 4],
  ],
  [
    'webmentions-component, the count',
    `/api/count?target=${T}`,
    (answer) => JSON.parse(answer),
    { count: 4, type: { like: 1, reply: 1, mention: 1, 'rsvp-yes': 1 } },
  ],
  [
    'webmentions-component, a page of the list',
    `/api/mentions.jf2?target=${T}&page=1&per-page=3`,
    (answer) => childrenIn(answer).map((row) => number(row['wm-id'])),
    [1],
  ],
  [
    'webmention-analytics',
    '/api/mentions.jf2?token=TOKEN&domain=alice.example&per-page=10000',
    (answer) =>
      childrenIn(answer).map(
        (row) =>
          `${new URL(text(row['wm-source'])).host} ${new URL(text(row['wm-target'])).pathname} ${text((row.author as Row).url)}`,
      ),
    [...Array(3).fill('carol.example /post https://carol.example/'), 'bob.example /post '],
  ],
  [
    'webmention.io-backup',
    '/api/mentions.jf2?token=TOKEN&domain=alice.example&since_id=2&per-page=20&page=0&sort-dir=up',
    (answer) => childrenIn(answer).map((row) => Object.keys(row).slice(0, 9).join()),
    Array(2).fill('type,author,url,published,wm-received,wm-id,wm-source,wm-target,wm-protocol'),
  ],
  [
    'indekit-endpoint-webmention-io',
    '/api/mentions.jf2?token=TOKEN&domain=alice.example&per-page=100&page=0',
    (answer) => childrenIn(answer).map((row) => [number(row['wm-id']), row['wm-private']]),
    [4, 3, 2, 1].map((id) => [id, false]),
  ],
  [
    'front ends of micro.blog, JF2',
    `/conversation.js?url=${T}&format=jf2`,
    (answer) => childrenIn(answer).map((row) => text(row['wm-source'])),
    [4, 3, 2].map((n) => `https://carol.example/${n}`).concat('https://bob.example/1'),
  ],
  [
    'front ends of micro.blog, JSON Feed',
    `/conversation.js?url=${T}&format=jsonfeed`,
    (answer) => JSON.parse(answer).items.length,
    4,
  ],
];

test.each(CLIENTS)('%s finds what it reads', async (_, request, read, found) => {
  expect(read(await fetchText(request))).toEqual(found);
});

describe('@chrisburnell/eleventy-cache-webmentions, as it is published', () => {
  test('fetches by pages, goes on by since, and groups by page', async () => {
    const here = await openHouse();
    const asked: string[] = [];
    const server = createServer((req, res) => {
      asked.push(req.url ?? '');
      here.web.node(req, res);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const folder = mkdtempSync(join(tmpdir(), 'hearback-eleventy-'));
    const { port } = server.address() as AddressInfo;
    const options = {
      ...{ domain: 'https://alice.example', key: 'children', uniqueKey: 'mentions', cacheDirectory: folder },
      ...{ feed: `http://127.0.0.1:${port}/api/mentions.jf2?domain=alice.example&per-page=1000`, duration: '0s' },
      ...{ refresh: false, allowlist: [], blocklist: [], urlReplacements: {}, paginate: false, allowedHTML: {} },
    };
    /** Each build is a process of its own: what it has in its cache, it has from the disk. */
    const build = async (call: string): Promise<number[]> => {
      const script = `import { getWebmentions, retrieveWebmentions } from '@chrisburnell/eleventy-cache-webmentions';
        const options = ${JSON.stringify(options)};
        const ids = (await ${call}).map((entry) => entry['wm-id']);
        console.log(JSON.stringify(ids));`;
      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
      return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    };
    const held = await here.seed();
    await here.seed({ moderation: 'approved', entry: { kind: 'like' } });
    expect(await build('retrieveWebmentions(options)')).toEqual([1]);
    await here.desk.moderate([held], 'approved');
    await here.seed({ moderation: 'approved', target: 'https://alice.example/other' });
    expect(await build('retrieveWebmentions(options)')).toEqual([3, 2, 1]);
    expect(await build('retrieveWebmentions(options)')).toEqual([3, 2, 1]);
    expect(await build(`getWebmentions(options, '${POST}/', ['like-of'])`)).toEqual([1]);
    const news = '/api/mentions.jf2?domain=alice.example&since=2026-01-02T12%3A00%3A02.000Z&per-page=1000&page=0';
    expect(asked.slice(0, 2)).toEqual(['/api/mentions.jf2?domain=alice.example&per-page=1000&page=0', news]);
    rmSync(folder, { recursive: true });
    await new Promise((resolve) => server.close(resolve));
    await here.close();
  });
});
