import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../../server/test/web/house.ts';
import { grouped, loadMentions, type MentionsOptions } from '../src/index.ts';

const SERVER = 'http://127.0.0.1:7777';
let house: House;
let folder: string;
let asked: URL[];
let said: string[];
beforeEach(async () => {
  house = await openHouse();
  folder = mkdtempSync(join(tmpdir(), 'hearback-static-'));
  [asked, said] = [[], []];
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await house.close();
});

const file = () => join(folder, 'copy', 'mentions.json');
const load = (more: Partial<MentionsOptions> = {}) =>
  loadMentions({
    server: SERVER,
    site: 'https://alice.example/',
    file: file(),
    freshFor: 0,
    now: () => house.time.now,
    warn: (line) => void said.push(line),
    fetch: async (input, init) => {
      asked.push(new URL(String(input)));
      return house.web.fetch(new Request(String(input), init));
    },
    ...more,
  });
const ids = async (more: Partial<MentionsOptions> = {}) => (await load(more)).all.map((entry) => entry['wm-id']);
const seed = (name: string, more: Parameters<House['seed']>[0] = {}) =>
  house.seed({ source: `https://bob.example/${name}`, moderation: 'approved', ...more });

describe('a build', () => {
  test('asks for everything once, and then for what is new', async () => {
    await seed('a');
    const held = await seed('late', { moderation: 'pending' });
    await seed('b');
    expect(await ids()).toEqual([1, 2]);
    await house.desk.moderate([held], 'approved');
    await seed('c');
    expect(await ids()).toEqual([1, 2, 3, 4]);
    expect(
      asked.filter((url) => url.pathname.endsWith('/mentions.jf2')).map((url) => url.searchParams.get('since_id')),
    ).toEqual(['0', null, '2']);
    expect(said).toEqual([]);
  });

  test('takes down what was withdrawn, and puts back what came back', async () => {
    const id = await seed('a');
    await seed('b');
    await ids();
    await house.desk.moderate([id], 'spam');
    expect(await ids()).toEqual([2]);
    house.time.now += 60_000;
    await house.desk.moderate([id], 'approved');
    expect(await ids()).toEqual([1, 2]);
    await house.store.forget({ host: 'bob.example' });
    expect(await ids()).toEqual([]);
    expect(readFileSync(file(), 'utf8')).not.toContain('bob.example');
  });

  test('shows an edit', async () => {
    const id = await seed('a');
    await seed('b');
    await ids();
    const [{ entry } = {}] = await house.store.mentions.list({ limit: 1 });
    house.time.now += 3_600_000;
    if (entry)
      await house.store.mentions.recordCheck(
        id,
        { link: 'live', checkedAt: house.time.now, entry: { ...entry, title: 'Edited' } },
        [],
      );
    expect((await load()).all.map(({ name }) => name)).toEqual(['Edited', 'A title']);
  });

  test('reads more than a page of them', { timeout: 60_000 }, async () => {
    await Promise.all(Array.from({ length: 1_005 }, (_, n) => seed(`n${n}`)));
    expect(new Set(await ids()).size).toBe(1_005);
    expect(await ids()).toHaveLength(1_005);
  });

  test('asks for everything again after a week, and when the clock was set back', async () => {
    await seed('a');
    await ids();
    for (const days of [8, -30]) {
      asked.length = 0;
      house.time.now += days * 24 * 3_600_000;
      await ids();
      expect(asked.at(-1)?.searchParams.get('since_id')).toBe('0');
    }
  });

  test('does not ask twice in a minute, nor at all when it is told not to', async () => {
    await seed('a');
    await ids();
    asked.length = 0;
    await seed('b');
    expect(await ids({ freshFor: 60 })).toEqual([1]);
    expect(await ids({ offline: true })).toEqual([1]);
    expect(asked).toEqual([]);
  });
});

/** What goes wrong, and the middle of the one line that says so. */
const AWAY: readonly [name: string, answer: () => Promise<Response>, line: string][] = [
  [
    'nobody is there',
    () => Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') })),
    'it cannot be reached (connect ECONNREFUSED)',
  ],
  ['nobody answers', () => Promise.reject(new DOMException('late', 'TimeoutError')), 'it did not answer in 10 seconds'],
  ['an error', async () => new Response('no', { status: 502 }), 'it answered HTTP 502'],
  ['a wrong token', async () => new Response('{}', { status: 401 }), 'it does not know the token'],
  ['a page', async () => new Response('<p>Hello</p>'), 'what it answered is no JSON'],
  ['other JSON', async () => new Response('{"links":[]}'), 'what it answered are no mentions'],
  [
    'a number that is none',
    async () => new Response('{"children":[{"wm-id":"1"}]}'),
    'what it answered are no mentions',
  ],
];
describe('the server is away', () => {
  test.each(AWAY)('%s: one line, and the copy of the last build', async (_, answer, line) => {
    expect(await ids({ fetch: answer })).toEqual([]);
    await seed('a');
    await ids();
    said.length = 0;
    const before = readFileSync(file(), 'utf8');
    expect(await ids({ fetch: answer })).toEqual([1]);
    expect(said).toEqual([
      `[hearback] No news of mentions from 127.0.0.1:7777: ${line}; the 1 of 2026-01-02 are shown.`,
    ]);
    expect(readFileSync(file(), 'utf8')).toBe(before);
    expect(await ids()).toEqual([1]);
  });

  test('half-way: nothing of the half is kept', async () => {
    await seed('a');
    await ids();
    await seed('b');
    let calls = 0;
    const fetch: MentionsOptions['fetch'] = async (input, init) => {
      calls += 1;
      if (calls > 2) throw new TypeError('fetch failed');
      return house.web.fetch(new Request(String(input), init));
    };
    expect(await ids({ fetch })).toEqual([1]);
    expect(await ids()).toEqual([1, 2]);
  });
});

describe('the copy', () => {
  test.each([
    ['is cut off', '{"version":1,"about'],
    ['is of another version', '{"version":99,"children":[]}'],
    ['is of another site', JSON.stringify({ version: 1, about: 'https://x.example/ x', children: [] })],
    ['is no copy', '[]'],
  ])('that %s is fetched anew', async (_, text) => {
    await seed('a');
    await ids();
    writeFileSync(file(), text);
    expect(await ids()).toEqual([1]);
  });

  test('that cannot be written is said in one line, and the build goes on', async () => {
    await seed('a');
    writeFileSync(join(folder, 'plain'), '');
    expect(await ids({ file: join(folder, 'plain', 'mentions.json') })).toEqual([1]);
    expect(said).toEqual([
      expect.stringMatching(/^\[hearback\] The mentions could not be kept for the next build in .*\.$/),
    ]);
  });
});

test.each([
  ['site', { site: 'alice' }],
  ['server', { server: 'hear' }],
])('a wrong %s breaks no build', async (name, more) => {
  expect(await ids(more)).toEqual([]);
  expect(said).toEqual([expect.stringContaining(`"${name}" is no web address`)]);
});

test('a page has its mentions by any of its addresses', async () => {
  await seed('a', { target: 'https://alice.example/post?utm_source=x#part' });
  await seed('b', { target: 'https://alice.example/post', entry: { kind: 'like' } });
  await seed('c', { target: 'https://alice.example/other' });
  const mentions = await load();
  for (const page of [
    '/post',
    '/post/',
    '/post/index.html',
    'https://alice.example/post',
    'http://alice.example/post/#x',
  ])
    expect(mentions.of(page).map((entry) => entry['wm-id'])).toEqual([1, 2]);
  expect(mentions.of('/none')).toEqual([]);
  const { likes, mentions: plain, replies } = grouped(mentions.of('/post'));
  expect([likes.length, plain.length, replies.length]).toEqual([1, 1, 0]);
});
