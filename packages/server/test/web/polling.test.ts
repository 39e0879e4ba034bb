import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse, POST } from './house.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

type Row = Readonly<Record<string, unknown>>;
const get = (path: string) => house.web.fetch(new Request(`http://127.0.0.1:7777/api/${path}`));
const children = async (path: string): Promise<Row[]> => (await (await get(path)).json()).children;
const T = `target=${encodeURIComponent(POST)}`;

describe('a client that polls sees each approval exactly once, however late', () => {
  /** What such a client does: the parameter that it sends, and what it remembers. */
  const CLIENTS: readonly [name: string, ask: (last: Row | undefined) => string][] = [
    ['since_id', (last) => (last ? `&since_id=${last['wm-id']}` : '')],
    ['since', (last) => (last ? `&since=${last['wm-received']}` : '')],
    ['since with a plus sign', (last) => (last ? `&since=${String(last['wm-received']).replace('Z', '+00:00')}` : '')],
  ];
  test.each(CLIENTS)('by %s', async (_, ask) => {
    const held = await Promise.all(Array.from({ length: 12 }, () => house.seed()));
    const seen: unknown[] = [];
    let last: Row | undefined;
    const poll = async () => {
      const news = await children(`mentions.jf2?${T}&sort-dir=up${ask(last)}`);
      seen.push(...news.map((row) => row['wm-id']));
      last = news.at(-1) ?? last;
    };
    // The last received is approved first; months pass; two are approved in one millisecond, with a poll between them.
    for (const [n, id] of held.toReversed().entries()) {
      if (n === 6) house.time.now += 90 * 24 * 3_600_000;
      // A clock that is set back by an hour.
      if (n === 9) house.time.now -= 3_600_000;
      await house.desk.moderate([id], 'approved');
      if (n % 2 === 0) await poll();
    }
    await poll();
    expect(seen).toEqual(held.map((_id, n) => n + 1));
  });
});

test('what is withdrawn is told with its number, and nothing that never was public', async () => {
  const [first, second] = [await house.seed({ moderation: 'approved' }), await house.seed({ moderation: 'approved' })];
  await house.seed({ moderation: 'rejected' });
  expect(await (await get(`deleted.jf2?${T}`)).json()).toStrictEqual({
    type: 'feed',
    name: 'Deleted webmentions',
    children: [],
    paging: { 'per-page': 20, page: 0, total: 0, 'total-pages': 0 },
  });
  await house.desk.moderate([first, second], 'spam');
  const stones = await children(`deleted.jf2?${T}`);
  expect(stones).toStrictEqual([
    {
      'wm-id': 2,
      'wm-source': 'https://bob.example/a2',
      'wm-target': POST,
      'wm-deleted': '2026-01-02T12:00:03.001Z',
    },
    {
      'wm-id': 1,
      'wm-source': 'https://bob.example/a1',
      'wm-target': POST,
      'wm-deleted': '2026-01-02T12:00:03.000Z',
    },
  ]);
  expect(await children(`deleted.jf2?${T}&since=2026-01-02T12:00:03Z`)).toStrictEqual(stones.slice(0, 1));
  expect(await children(`deleted.jf2?domain=alice.example&since_id=1`)).toStrictEqual(stones.slice(0, 1));
  expect(await children(`deleted.jf2?domain=alice.example&per-page=1&page=1`)).toStrictEqual(stones.slice(1));
  expect(await children('deleted.jf2?target=https://other.example/')).toEqual([]);
});

test('a copy follows edits, and what came back, by updated-since', async () => {
  const id = await house.seed({ source: 'https://bob.example/1', moderation: 'approved' });
  await house.seed({ moderation: 'approved' });
  const now = new Date(house.time.now + 1).toISOString();
  const changed = async () => (await children(`mentions.jf2?${T}&updated-since=${now}`)).map((row) => row['wm-id']);
  expect(await changed()).toEqual([]);
  await house.desk.moderate([id], 'rejected');
  house.time.now += 5000;
  await house.desk.moderate([id], 'approved');
  const [row = {}] = await children(`mentions.jf2?${T}&updated-since=${now}`);
  expect([row['wm-id'], row['wm-received'], row['wm-updated']]).toEqual([
    1,
    '2026-01-02T12:00:01.000Z',
    '2026-01-02T12:00:07.000Z',
  ]);
});

/** Copies of one that was published as usual: what is tried is how they are read, and ten thousand looks take their time. */
async function publish(count: number): Promise<void> {
  const first = await house.seed();
  await house.desk.moderate([first], 'approved');
  using database = new DatabaseSync(join(house.folder, 'hearback.db'));
  const columns = database.prepare("SELECT name FROM pragma_table_info('mention')").all();
  const own: Record<string, string> = {
    id: "'m' || n",
    source: "'https://bob.example/' || n",
    sourceKey: "'https://bob.example/' || n",
    publicId: 'n + 1',
    publicAt: '"publicAt" + n',
    place: 'NULL',
  };
  const values = columns.map(({ name }) => own[String(name)] ?? `mention."${name}"`);
  database.exec(`WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < ${count - 1})
    INSERT INTO mention SELECT ${values.join(', ')} FROM more, mention WHERE mention.id = '${first}'`);
}

describe('ten thousand rows and more', () => {
  test('come in pages that say so, whatever size was asked for', async () => {
    await publish(10_050);
    for (const perPage of ['per-page=10000', 'per-page=1000', 'per-page=50000']) {
      const seen = new Set<unknown>();
      for (let page = 0; ; page += 1) {
        const { children: rows, paging } = await (await get(`mentions.jf2?${T}&${perPage}&page=${page}`)).json();
        const size = Math.min(Number(perPage.split('=')[1]), 10_000);
        expect(paging).toStrictEqual({
          'per-page': size,
          page,
          total: 10_050,
          'total-pages': Math.ceil(10_050 / size),
        });
        for (const row of rows) seen.add(row['wm-id']);
        // How the plugins of Eleventy know that there is no more.
        if (rows.length < size) break;
        expect(rows).toHaveLength(size);
      }
      expect(seen.size, perPage).toBe(10_050);
    }
    const { links } = await (await get(`mentions?${T}&perPage=9999`)).json();
    expect(links).toHaveLength(9_999);
  });

  test('hold nobody else up while they are read', async () => {
    await publish(3_000);
    let rounds = 0;
    let done = false;
    const others = () => {
      rounds += 1;
      if (!done) setImmediate(others);
    };
    setImmediate(others);
    expect(await children(`mentions.jf2?${T}&per-page=10000`)).toHaveLength(3_000);
    done = true;
    // Once between two batches at the least.
    expect(rounds).toBeGreaterThanOrEqual(5);
  });

  test.each(['up', 'down'])('one that is withdrawn while a page is sent hides no other: %s', async (direction) => {
    await publish(1_200);
    const response = await get(`mentions.jf2?${T}&per-page=2000&sort-dir=${direction}`);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const parts = [(await reader.read()).value, (await reader.read()).value];
    await house.desk.moderate(['m10', 'm20', 'm1190'], 'rejected');
    for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value);
    const text = Buffer.concat(parts.filter((part) => part !== undefined)).toString();
    const ids: number[] = JSON.parse(text).children.map((row: Row) => row['wm-id']);
    expect(new Set(ids).size).toBe(ids.length);
    const all = Array.from({ length: 1_200 }, (_, n) => n + 1);
    expect(all.filter((id) => !ids.includes(id) && ![11, 21, 1191].includes(id))).toEqual([]);
  });
});
