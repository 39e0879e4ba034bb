import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { type LogCounts, readLog } from '../../src/inbound/read-log.ts';
import { createReferrals } from '../../src/inbound/referrals.ts';
import { createVisitCounter } from '../../src/inbound/visits.ts';
import { dayOf } from '../../src/ports/counts.ts';
import { HOUR, linking, openHouse, SOURCE, silent, TARGET } from './house.ts';

const DAY = 24 * HOUR;
const SITE = 'alice.example';

async function openCounting() {
  const house = await openHouse();
  const visits = createVisitCounter({ ...house, store: house.store });
  const referrals = createReferrals({ ...house.receiving, inbox: house.inbox, blockOf: (one) => one, visits });
  const visit = (client: string, source = SOURCE, target = TARGET) =>
    referrals.hear({ source, target, at: undefined, client }, {});
  const total = async () => {
    const query = { sites: [SITE], name: 'visit' as const, from: 0, to: dayOf(house.time.now) + 9 };
    return Object.fromEntries((await house.store.counts.top(query, 9)).map(({ key, count }) => [key, count]));
  };
  const link = async (source = SOURCE) => {
    house.web.set(source, linking());
    await house.tell(source, TARGET);
    await house.pass(HOUR);
    return (await house.store.mentions.list({ limit: 9 })).find((one) => one.source === source)?.id ?? '';
  };
  return { house, visits, referrals, visit, total, link, [Symbol.asyncDispose]: () => house[Symbol.asyncDispose]() };
}

describe('visits by a link', () => {
  it('count for it once it is verified, those that told of it too, one a visitor and day', async () => {
    await using counting = await openCounting();
    const { house, visit, total } = counting;
    await visit('192.0.2.1');
    const id = await counting.link();
    for (const client of ['192.0.2.1', '192.0.2.2', '192.0.2.2', '192.0.2.3']) await visit(client, `${SOURCE}#part`);
    house.time.now += DAY;
    await visit('192.0.2.2');
    expect(await house.store.traffic.of([id, 'nobody'])).toEqual(new Map([[id, 4]]));
    expect(await total()).toEqual({ linked: 4 });
  });

  it('that tell of a page without the link count for nobody', async () => {
    await using counting = await openCounting();
    const { house, visit, total } = counting;
    house.web.set(SOURCE, silent);
    await visit('192.0.2.1');
    await house.pass(HOUR);
    const { id, link } = await house.only();
    expect([link, await total()]).toEqual(['absent', { other: 1 }]);
    house.web.set(SOURCE, linking());
    await house.tell(SOURCE, TARGET);
    await house.pass(HOUR);
    expect((await house.store.traffic.of([id])).size).toBe(0);
  });

  it('of the log that tells of a link count for it when it is verified, also behind a crowd of others', async () => {
    await using counting = await openCounting();
    const { house, total, visits } = counting;
    const hit = (client: number, source: string, at = Date.UTC(2026, 0, 1)) => {
      const [, day, month, year] = /^\w+, (\d+) (\w+) (\d+)/.exec(new Date(at).toUTCString()) ?? [];
      return `192.0.2.${client} - - [${day}/${month}/${year}:00:00:00 +0000] "GET /post HTTP/1.1" 200 12 "${source}" "x"`;
    };
    const lines = [hit(1, SOURCE), hit(2, SOURCE)];
    // More than are noted before they are written together.
    for (let n = 1; n <= 600; n += 1) lines.push(hit(1, 'https://other.example/', Date.UTC(2026, 0, 1) - n * DAY));
    lines.push(hit(3, SOURCE));
    house.web.set(SOURCE, linking());
    await readLog(
      (async function* () {
        yield* lines;
      })(),
      {
        ...{ sites: await house.store.sites.list(), resolve: house.resolve, onProgress: () => {} },
        ...{ referrals: counting.referrals, visits, signal: new AbortController().signal },
      },
    );
    await house.pass(HOUR);
    const id = (await house.store.mentions.list({ limit: 999 })).find(({ source }) => source === SOURCE)?.id ?? '';
    expect(await house.store.traffic.of([id])).toEqual(new Map([[id, 3]]));
    expect(await total()).toEqual({ linked: 3, other: 600 });
  });

  it('that name only the site count for its newest link to that page', async () => {
    await using counting = await openCounting();
    await counting.link('https://bob.example/old');
    counting.house.time.now += HOUR;
    const newest = await counting.link('https://bob.example/new');
    await counting.link('https://blog.bob.example/other');
    await counting.visit('192.0.2.1', 'https://bob.example/');
    await counting.visit('192.0.2.2', 'https://bob.example/');
    const { traffic } = counting.house.store;
    expect(await traffic.of([newest])).toEqual(new Map([[newest, 2]]));
    const asked = { sites: [SITE], from: 0, to: dayOf(counting.house.time.now), by: 'domain' as const };
    const sums = [{ site: SITE, key: 'bob.example', count: 2 }];
    expect(await traffic.sums({ ...asked, keys: ['bob.example', 'carol.example'] })).toEqual(sums);
    expect(await traffic.sums({ ...asked, sites: 'all', keys: ['bob.example'] })).toEqual(sums);
    expect(await traffic.sums({ ...asked, to: asked.to - 1, keys: ['bob.example'] })).toEqual([]);
    expect(await traffic.sums({ ...asked, keys: [] })).toEqual([]);
  });

  it('by referrers that nobody links from make one number and no rows', async () => {
    await using counting = await openCounting();
    const keys = Array.from({ length: 30 }, (_, one) => `forged-${one}.example`);
    for (const host of keys) await counting.visit('192.0.2.1', `https://${host}/`);
    expect(await counting.total()).toEqual({ other: 30 });
    const asked = { sites: [SITE], from: 0, to: 99_999, by: 'domain', keys } as const;
    expect(await counting.house.store.traffic.sums(asked)).toEqual([]);
  });

  it('leave no address of a visitor in any table', async () => {
    await using counting = await openCounting();
    await counting.link();
    await counting.visit('203.0.113.77');
    await counting.visit('2001:db8:77::77', 'https://carl.example/');
    await counting.visit('203.0.113.77', 'https://dave.example/page');
    const database = new DatabaseSync(`${counting.house.directoryPath}/hearback.db`);
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    const all = tables.map(({ name }) => JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).all())).join();
    database.close();
    expect(all).toContain('bob.example');
    expect(all).not.toMatch(/203\.0\.113\.77|2001:db8:77/);
  });
});

describe('an access log', () => {
  const line = (hour: number, client: string, referrer = SOURCE) =>
    `${client} - - [01/Jan/2026:0${hour}:00:00 +0000] "GET /post HTTP/1.1" 200 12 "${referrer}" "Mozilla/5.0"`;

  it('is counted line by line, and what was counted is not counted again', async () => {
    await using counting = await openCounting();
    const { house } = counting;
    const id = await counting.link();
    house.time.now += 9 * HOUR;
    const read = async (lines: readonly string[]): Promise<LogCounts> =>
      readLog(
        (async function* () {
          yield* lines;
        })(),
        {
          sites: await house.store.sites.list(),
          resolve: house.resolve,
          referrals: house.referrals,
          visits: createVisitCounter({ ...house, store: house.store }),
          onProgress: () => {},
          signal: new AbortController().signal,
        },
      );
    const morning = [line(2, '192.0.2.1'), line(2, '192.0.2.2'), line(3, '192.0.2.1'), line(3, '192.0.2.9', '-')];
    await read(morning);
    await read([...morning, line(4, '192.0.2.3'), line(5, '192.0.2.4', 'https://carl.example/')]);
    expect(await house.store.traffic.of([id])).toEqual(new Map([[id, 3]]));
    expect(await counting.total()).toEqual({ linked: 3, other: 1 });
  });
});
