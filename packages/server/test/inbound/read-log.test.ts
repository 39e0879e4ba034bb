import { describe, expect, it } from 'vitest';
import { type LogCounts, type ReadLogDeps, readLog } from '../../src/inbound/read-log.ts';
import { openHouse, SOURCE, TARGET } from './house.ts';

const NONE = { lines: 0, unreadable: 0, hits: 0, told: 0, repeated: 0, waiting: 0, skipped: 0 };

const line = (referrer = SOURCE, { path = '/post', status = 200, client = '192.0.2.1', day = '24' } = {}) =>
  `${client} - - [${day}/Nov/2026:07:00:00 +0000] "GET ${path} HTTP/1.1" ${status} 12 "${referrer}" "Mozilla/5.0"`;

async function* stream(lines: Iterable<string>) {
  yield* lines;
}

async function read(lines: Iterable<string>, changes: Partial<ReadLogDeps> = {}) {
  await using house = await openHouse();
  const counts = await readLog(stream(lines), {
    sites: await house.store.sites.list(),
    resolve: house.resolve,
    referrals: house.referrals,
    onProgress: () => {},
    signal: new AbortController().signal,
    ...changes,
  });
  const mentions = await house.store.mentions.list({ limit: 99 });
  return { counts, pairs: mentions.map(({ source, target }) => `${source} ${target}`).sort() };
}

describe('RF-01 an access log', () => {
  it('tells of every pair once, and counts the rest', async () => {
    const { counts, pairs } = await read([
      line(),
      line(),
      line('https://carl.example/1'),
      line(SOURCE, { path: '/other' }),
      line('-'),
      line(SOURCE, { status: 404 }),
      line('https://alice.example/'),
      'no line of a log',
      line('https://dave.example/'),
    ]);
    expect(counts).toEqual({ lines: 9, unreadable: 1, hits: 5, told: 3, repeated: 1, waiting: 1, skipped: 4 });
    expect(pairs).toEqual([
      `${SOURCE} https://alice.example/other`,
      `${SOURCE} ${TARGET}`,
      `https://carl.example/1 ${TARGET}`,
    ]);
  });

  it('is told again only as a repeat of the same mentions', async () => {
    const { counts, pairs } = await read([line(), line(`${SOURCE}#a`)]);
    expect([counts.hits, pairs]).toEqual([2, [`${SOURCE} ${TARGET}`]]);
  });

  it('leaves no refusals of pages that are none of ours', async () => {
    await using house = await openHouse();
    await house.store.sites.setSwitches('alice.example', { receive: false });
    const { counts } = await read([line()], { resolve: () => undefined });
    expect(counts).toEqual({ ...NONE, lines: 1, skipped: 1 });
    expect(await house.store.refusals.list({ limit: 9 })).toEqual([]);
  });

  it('counts what the guard refuses as no hit that is told', async () => {
    const hear = async () => 'refused' as const;
    expect((await read([line()], { referrals: { hear } })).counts).toEqual({ ...NONE, lines: 1, skipped: 1 });
  });

  it('RF-06 counts the visitors of a bare origin by their own day', async () => {
    const days: (number | undefined)[] = [];
    const hear: ReadLogDeps['referrals']['hear'] = async ({ at }) => {
      days.push(new Date(at ?? 0).getUTCDate());
      return 'waiting';
    };
    const origin = 'https://dave.example/';
    const lines = [line(origin), line(origin), line(origin, { client: '192.0.3.1' }), line(origin, { day: '25' })];
    const { counts } = await read(lines, { referrals: { hear } });
    expect([counts.waiting, counts.repeated, days]).toEqual([3, 1, [24, 24, 25]]);
  });

  it.each([
    ['the site that a line names', (text: string) => `two.example:443 ${text}`, 'https://two.example/post'],
    [
      'the site of an absolute request',
      (text: string) => `x ${text}`.slice(2).replace('/post', 'https://two.example/post'),
      'https://two.example/post',
    ],
  ])('knows %s', async (_, named, target) => {
    const heard: string[] = [];
    const sites = ['one', 'two'].map((name) => ({ ...site, id: name, url: `https://${name}.example/` }));
    await read([named(line())], {
      sites: named('').startsWith('two') ? sites : sites.slice(0, 1),
      resolve: (url) => ({ site, key: url.href, page: undefined, state: 'open' }),
      referrals: {
        async hear(referral) {
          heard.push(referral.target);
          return 'told';
        },
      },
    });
    expect(heard).toEqual([target]);
  });

  it('asks for the site where there are several and the lines name none', async () => {
    const sites = ['one', 'two'].map((name) => ({ ...site, url: `https://${name}.example/` }));
    await expect(read([line()], { sites })).rejects.toThrow('name it, as in --site https://one.example');
  });

  it('says so when nothing can be stored', async () => {
    await expect(read([line()], { referrals: { hear: async () => 'busy' } })).rejects.toThrow('cannot be written');
  });

  it('stops between two lines, and reports on the way', async () => {
    const stop = new AbortController();
    const seen: LogCounts[] = [];
    const onProgress = (counts: LogCounts) => {
      seen.push({ ...counts });
      stop.abort();
    };
    const lines = Array.from({ length: 5000 }, () => line('-'));
    expect((await read(lines, { onProgress, signal: stop.signal })).counts.lines).toBe(2000);
    expect(seen).toEqual([{ ...NONE, lines: 2000, skipped: 1999 }]);
  });
});

const site = {
  id: 'one',
  url: 'https://one.example/',
  name: 'One',
  feed: undefined,
  sitemap: undefined,
  receive: true,
  send: false,
  announce: false,
};
