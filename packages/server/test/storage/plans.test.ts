import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LedgerFilter, Store } from '../../src/ports/index.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { fakeClock, NOON } from './contract/opened.ts';
import { ALL_PUBLIC, newJob } from './contract/samples.ts';
import { type TemporaryDirectory, temporaryDirectory } from './directory.ts';

let directory: TemporaryDirectory;
let store: Store;
beforeEach(async () => {
  directory = temporaryDirectory();
  store = await openSqliteStore({ directory: directory.path, clock: fakeClock() });
});
afterEach(() => store.close().finally(directory.remove));

/** What must not slow down with a million mentions or a hundred thousand jobs, and the index that keeps it so. */
const HOT: readonly [string, RegExp, () => Promise<unknown>, string][] = [
  ['the mentions of a page', /order by "publicId"/, () => store.mentions.published(ALL_PUBLIC), 'mentionOfPage'],
  [
    'their number, which a page behind the last one is told',
    /count.*"isPublic"/,
    () => store.mentions.published({ ...ALL_PUBLIC, offset: 9 }),
    'mentionOfPage',
  ],
  [
    'the mentions of a page of these sites',
    /order by "publicId"/,
    () => store.mentions.published({ ...ALL_PUBLIC, targetKeys: ['t'], sites: ['s'] }),
    'mentionOfPage',
  ],
  [
    'their number, of these sites',
    /count.*"isPublic"/,
    () => store.mentions.published({ ...ALL_PUBLIC, targetKeys: ['t'], sites: ['s'], offset: 9 }),
    'mentionOfPage',
  ],
  [
    'news of a site',
    /"publicId" > \?.*order by/,
    () => store.mentions.published({ ...ALL_PUBLIC, targetKeys: [], sites: ['s'], sinceId: 1 }),
    'mentionOfSite',
  ],
  [
    'what changed on a site',
    /"updatedAt" >= \?.*order by "updatedAt"/,
    () => store.mentions.published({ ...ALL_PUBLIC, targetKeys: [], sites: ['s'], changedSince: 1, sortBy: 'updated' }),
    'mentionChanged',
  ],
  [
    'news of a host, whose sites may be ten thousand',
    /"publicId" > \?.*order by "publicId"/,
    () => store.mentions.published({ ...AT_HOST, sinceId: 1 }),
    'mentionAtHost',
  ],
  ['their number', /count/, () => store.mentions.published({ ...AT_HOST, offset: 9 }), 'mention(Changed)?AtHost'],
  [
    'what changed at a host',
    /"updatedAt" >= \?.*order by "updatedAt"/,
    () => store.mentions.published({ ...AT_HOST, changedSince: 1, sortBy: 'updated' }),
    'mentionChangedAtHost',
  ],
  [
    'news of one site at a host',
    /order by "publicId"/,
    () => store.mentions.published({ ...AT_HOST, sites: ['s'] }),
    'mentionAtHost',
  ],
  [
    'what was withdrawn from a host',
    /from "tombstone".*order by/,
    () => store.tombstones.list({ ...AT_HOST, since: 1 }),
    'tombstoneAtHost',
  ],
  [
    'what was withdrawn from a site',
    /from "tombstone".*order by/,
    () => store.tombstones.list({ targetKeys: [], sites: ['s'], since: 1, limit: 9, offset: 0 }),
    'tombstoneOfSite',
  ],
  [
    'the inbox',
    /order by "receivedAt"/,
    () => store.mentions.list({ moderation: 'pending', limit: 9 }),
    'mentionListed',
  ],
  [
    'looks that are due',
    /"recheckAt" <= \?.*order by/,
    () => store.backlinks.lineUpDue(NOON, 9, () => ''),
    'mentionRecheck',
  ],
  ['the next one', /"recheckAt" is not null.*order by/, () => store.backlinks.nextDue(), 'mentionRecheck'],
  [
    'links that are lost',
    /order by "receivedAt"/,
    () => store.mentions.list({ link: 'lost', limit: 9 }),
    'mentionLost',
  ],
  [
    'whether a host is known',
    /"sourceKey" >= \?/,
    () => store.mentions.knowsHost('s', 'blog.example'),
    'mentionOfSource',
  ],
  [
    'whether any site knows a host',
    /where "isPublic" = 1 and "sourceKey" >= \?/,
    () => store.mentions.knowsHost(undefined, 'blog.example'),
    'mentionOfHost',
  ],
  ['rules for a host', /from "rule".*"value" in/, () => store.rules.allowsHost('blog.example'), 'ruleValue'],
  ['rules for its folders', /from "rule".*"value" >= \?/, () => store.rules.allowsHost('blog.example'), 'ruleValue'],
  ['the tally', /group by "moderation"/, () => store.mentions.tally('s'), 'mentionTally'],
  [
    'heads of the lines',
    /"leasedJob" is null/,
    () => store.jobs.claim({ now: NOON, limit: 9, leaseMs: 9 }),
    'jobGroupReady',
  ],
  [
    'leases that ran out',
    /"leasedJob" is not null and "readyAt" <= \?/,
    () => store.lostJobs.takeOver({ now: NOON, leaseMs: 9, room: new Map([['deliver', 9]]) }),
    'jobGroupLeased',
  ],
  [
    'waits of a wrong clock',
    /select "name" from "jobGroup" where "kind" = \? and "readyAt" > \?/,
    () => store.jobs.claim({ now: NOON, limit: 9, leaseMs: 9 }),
    'jobGroupReady',
  ],
  ['pages that are due', /"dueAt" <= \?/, () => store.listings.due('s', NOON, 9), 'watchedPageDue'],
  ['the next page that is due', /"dueAt" is not null/, () => store.listings.nextDue('s'), 'watchedPageDue'],
  ['the next start', /order by "readyAt" limit/, () => store.jobs.nextStart(), 'jobGroupReady'],
  ['sums of all pages', /from "linkSum".*order by "live"/, () => store.ledger.sums(SUMS), 'linkSum_live'],
  [
    'sums of the pages of a site, far down',
    /from "linkSum".*order by "live"/,
    () => store.ledger.sums({ ...SUMS, site: 's', after: { count: 9, key: 'k', site: 's' } }),
    'linkSum_liveOfSite',
  ],
  [
    'ties of all sites',
    /from "linkSum".*order by "told"/,
    () => store.ledger.sums({ ...SUMS, what: 'domain', by: 'told', mutual: true }),
    'linkSum_told',
  ],
  [
    'ties of a site',
    /from "linkSum".*order by "told"/,
    () => store.ledger.sums({ ...SUMS, what: 'domain', by: 'told', site: 's' }),
    'linkSum_toldOfSite',
  ],
  [
    'the links that came and went on a site',
    /from "dailyCount".*order by "day"/,
    () => store.counts.daily({ sites: ['s'], name: 'link', from: 0, to: 9 }),
    'sqlite_autoindex_dailyCount_1',
  ],
  [
    'the last changes of a link',
    /from "linkChange".*order by "place" desc limit/,
    () => store.backlinks.changes('m', { before: 9, limit: 9 }),
    'sqlite_autoindex_linkChange_1',
  ],
  ['visits by some links', /from "traffic"/, () => store.traffic.of(['m', 'n']), 'sqlite_autoindex_traffic_1'],
];

const AT_HOST = { ...ALL_PUBLIC, targetKeys: [], sites: 'all', hosts: ['home.example'] } as const;
const SUMS = { what: 'page', by: 'live', limit: 9 } as const;

it.each(HOT)('%s', async (_name, text, ask, index) => {
  const found = (await askedBy(ask)).find((sql) => text.test(sql));
  expect(found, 'the query was asked').toBeDefined();
  expect(plan(found ?? '')).toMatch(
    // The first line of one that asks several things at once.
    new RegExp(
      `^(?:SCAN CONSTANT ROW; SCALAR SUBQUERY 1; )?(SEARCH|SCAN) \\w+ USING (COVERING )?INDEX ${index}\\b(?!.*TEMP)`,
    ),
  );
});

it('the first of a line is found by its index, however long the line is', async () => {
  await store.jobs.enqueue(newJob('a'));
  const asked = await askedBy(() => store.jobs.claim({ now: NOON, limit: 1, leaseMs: 9 }));
  const plans = asked.filter((sql) => /from "job" .*order by "startAfter"/.test(sql)).map(plan);
  expect(plans.join('; ')).toContain('SEARCH job USING INDEX jobLine');
  expect(plans.join('; ')).not.toMatch(/SCAN job\b|TEMP/);
});

it('texts that share keys are found by those keys, and not by all that the site has', async () => {
  const [asked = ''] = await askedBy(() => store.texts.alike('s', [16, 32]));
  expect(plan(asked)).toMatch(/^SEARCH textKey USING PRIMARY KEY \(site=\? AND key=\?\)/);
});

it('a filter reads the index of marks from the newest down, and what was not looked at by its own index', async () => {
  const asked = await askedBy(() =>
    store.mentions.list({ domain: 'blog.example', words: 'garden', moderation: 'pending', limit: 9 }),
  );
  const planOf = (text: RegExp) => plan(asked.find((sql) => text.test(sql)) ?? '');
  expect(planOf(/"mentionMark" match/)).toMatch(
    /SCAN mentionMark VIRTUAL TABLE.*SEARCH mention USING INDEX mentionPlace/,
  );
  expect(planOf(/"mentionMark" match/)).not.toContain('TEMP');
  expect(planOf(/"place" is null/)).toContain(
    'SEARCH mention USING INDEX mentionTally (site=? AND moderation=? AND link=?)',
  );
});

const LINKS: LedgerFilter = {
  domain: 'blog.example',
  words: 'garden',
  firstSeen: { from: 1 },
  lost: { from: 1, to: 400 },
};

it.each([
  ['newest first', LINKS, { after: 9, limit: 9 }],
  ['oldest first', LINKS, { after: 9, limit: 9, oldestFirst: true }],
  ['all of them', {}, { limit: 9 }],
])(
  'the table of backlinks reads the index of marks in its own order, %s, and puts nothing in another',
  async (_, filter, page) => {
    const asked = await askedBy(() => store.ledger.list(filter, page));
    expect(asked.map(plan)).toEqual([
      expect.stringMatching(
        /^CO-ROUTINE found; SCAN mentionMark VIRTUAL TABLE INDEX \d+:.*SEARCH mention USING INDEX mentionPlace/,
      ),
    ]);
    expect(asked.map(plan).join()).not.toContain('TEMP');
    const counted = await askedBy(() => store.ledger.count(filter, 9));
    expect(counted.map(plan).join()).not.toContain('TEMP');
  },
);

it.each([
  ['targetKey', 'trafficOfPage'],
  ['domain', 'trafficOfDomain'],
] as const)('visits of thirty days by %s are summed from what the index holds', async (by, index) => {
  const [asked = ''] = await askedBy(() => store.traffic.sums({ sites: 'all', from: 1, to: 30, by, keys: ['a', 'b'] }));
  expect(plan(asked)).toContain(`SEARCH traffic USING COVERING INDEX ${index} (${by}=? AND day>? AND day<?)`);
});

it.each([
  ['of a site', { site: 's', from: 0, to: 1 }, 'linkChangeAt (site=? AND at>? AND at<?)'],
  ['of all sites', { from: 0, to: 1 }, 'linkChangeMoment (at>? AND at<?)'],
])(
  'what happened to the links %s is read by its time, and sorted no further than within a moment',
  async (_, filter, index) => {
    const asked = await askedBy(async () => {
      await store.ledger.changes(filter, { limit: 9 });
      await store.ledger.changeCounts(filter);
      await store.ledger.topChanges(filter, 'targetKey', 9);
    });
    const plans = asked
      .filter((sql) => /from "linkChange"/.test(sql))
      .map((sql) => [sql, plan(sql).split('; ')] as const);
    expect(plans).toHaveLength(3);
    for (const [sql, [first, second, third = '']] of plans) {
      expect(first).toBe(`SEARCH linkChange USING INDEX ${index}`);
      expect(second).toMatch(/^SEARCH backlink USING INDEX sqlite_autoindex_backlink_1/);
      if (!sql.includes('group by')) expect(third).toMatch(/LAST (?:2 )?TERMS? OF ORDER BY|^$/);
    }
  },
);

async function askedBy(work: () => Promise<unknown>): Promise<string[]> {
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare');
  await work();
  const asked = prepare.mock.calls.map(([sql]) => sql);
  prepare.mockRestore();
  return asked;
}

function plan(sql: string): string {
  const database = new DatabaseSync(`${directory.path}/hearback.db`);
  const parameters = Array.from({ length: sql.match(/\?/g)?.length ?? 0 }, () => 1);
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
  database.close();
  return steps.map((row) => row.detail).join('; ');
}
