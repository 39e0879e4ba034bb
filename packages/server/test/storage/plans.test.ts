import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Store } from '../../src/ports/index.ts';
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
  ['their number', /count.*"isPublic"/, () => store.mentions.published(ALL_PUBLIC), 'mentionOfPage'],
  [
    'the mentions of a page of these sites',
    /order by "publicId"/,
    () => store.mentions.published({ ...ALL_PUBLIC, targetKeys: ['t'], sites: ['s'] }),
    'mentionOfPage',
  ],
  [
    'their number, of these sites',
    /count.*"isPublic"/,
    () => store.mentions.published({ ...ALL_PUBLIC, targetKeys: ['t'], sites: ['s'] }),
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
    () => store.jobs.claim({ now: NOON, limit: 9, leaseMs: 9 }),
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
  ['the first of a line', /from "job" .*order by "startAfter"/, () => claimOne(), 'jobLine'],
];

async function claimOne(): Promise<void> {
  await store.jobs.enqueue(newJob('a'));
  await store.jobs.claim({ now: NOON, limit: 1, leaseMs: 9 });
}

it.each(HOT)('%s', async (_name, text, ask, index) => {
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare');
  await ask();
  const found = prepare.mock.calls.map(([sql]) => sql).find((sql) => text.test(sql));
  prepare.mockRestore();
  expect(found, 'the query was asked').toBeDefined();
  const database = new DatabaseSync(`${directory.path}/hearback.db`);
  const parameters = Array.from({ length: found?.match(/\?/g)?.length ?? 0 }, () => 1);
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${found}`).all(...parameters);
  database.close();
  expect(plan.map((row) => row.detail).join('; ')).toMatch(
    // The first line of one that asks several things at once.
    new RegExp(
      `^(?:SCAN CONSTANT ROW; SCALAR SUBQUERY 1; )?(SEARCH|SCAN) \\w+ USING (COVERING )?INDEX ${index}\\b(?!.*TEMP)`,
    ),
  );
});

it('a filter reads the index of marks from the newest down, and what was not looked at by its own index', async () => {
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare');
  await store.mentions.list({ domain: 'blog.example', words: 'garden', moderation: 'pending', limit: 9 });
  const asked = prepare.mock.calls.map(([sql]) => sql);
  prepare.mockRestore();
  const database = new DatabaseSync(`${directory.path}/hearback.db`);
  const planOf = (text: RegExp) => {
    const found = asked.find((sql) => text.test(sql)) ?? '';
    const parameters = Array.from({ length: found.match(/\?/g)?.length ?? 0 }, () => 1);
    return database
      .prepare(`EXPLAIN QUERY PLAN ${found}`)
      .all(...parameters)
      .map((row) => row.detail)
      .join('; ');
  };
  expect(planOf(/"mentionMark" match/)).toMatch(
    /SCAN mentionMark VIRTUAL TABLE.*SEARCH mention USING INDEX mentionPlace/,
  );
  expect(planOf(/"mentionMark" match/)).not.toContain('TEMP');
  expect(planOf(/"place" is null/)).toContain(
    'SEARCH mention USING INDEX mentionTally (site=? AND moderation=? AND link=?)',
  );
  database.close();
});

it.each([
  ['of a site', { site: 's', from: 0, to: 1 }, 'linkChangeAt (site=? AND at>? AND at<?)'],
  ['of all sites', { from: 0, to: 1 }, 'linkChangeMoment (at>? AND at<?)'],
])(
  'what happened to the links %s is read by its time, and sorted no further than within a moment',
  async (_, filter, index) => {
    const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare');
    await store.ledger.changes(filter, { limit: 9 });
    await store.ledger.changeCounts(filter);
    await store.ledger.topChanges(filter, 'targetKey', 9);
    const asked = prepare.mock.calls.map(([sql]) => sql).filter((sql) => /from "linkChange"/.test(sql));
    prepare.mockRestore();
    expect(asked).toHaveLength(3);
    const database = new DatabaseSync(`${directory.path}/hearback.db`);
    for (const sql of asked) {
      const parameters = Array.from({ length: sql.match(/\?/g)?.length ?? 0 }, () => 1);
      const [first, second, third = { detail: '' }] = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
      expect(first?.detail).toBe(`SEARCH linkChange USING INDEX ${index}`);
      expect(second?.detail).toMatch(/^SEARCH backlink USING INDEX sqlite_autoindex_backlink_1/);
      if (!sql.includes('group by')) expect(third.detail).toMatch(/LAST (?:2 )?TERMS? OF ORDER BY|^$/);
    }
    database.close();
  },
);
