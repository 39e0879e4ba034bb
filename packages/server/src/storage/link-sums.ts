import { count } from './count.ts';
import type { Database } from './schema.ts';
import type { BacklinkTable } from './schema-ledger.ts';
import type { LinkSumTable } from './schema-views.ts';
import { addSum, NOBODY_TOLD } from './sum-rows.ts';

export type SummedLink = Pick<
  BacklinkTable,
  'site' | 'targetKey' | 'domain' | 'link' | 'moderation' | 'followed' | 'firstSeenAt' | 'missingSince' | 'lastSeenAt'
>;

type Numbers = Pick<LinkSumTable, 'links' | 'live' | 'lost' | 'followed'>;
const NOTHING: Numbers = { links: 0, live: 0, lost: 0, followed: 0 };

/**
 * Keeps the sums of pages, domains and days right, in the transaction of what changes. `before` is `undefined` for a link
 * that is seen for the first time. Spam and what was rejected is in no sum.
 */
export async function sumLinks(
  db: Database,
  before: SummedLink | undefined,
  after: SummedLink,
  at: number,
): Promise<void> {
  const [had, has] = [numbersOf(before), numbersOf(after)];
  if (before && sameSums(before, had, after, has)) return;
  if (before) await add(db, before, had, -1);
  await add(db, after, has, 1);
  if (had.live === has.live) return;
  await count(db, { site: after.site, name: 'link', at, key: has.live > had.live ? 'came' : 'went' }, 1);
}

/** Before a mention is deleted: its link is taken out of all sums, as if it had never come. */
export async function unsumLink(db: Database, mention: string): Promise<void> {
  const link = await db.selectFrom('backlink').selectAll().where('mention', '=', mention).executeTakeFirst();
  if (link === undefined) return;
  const numbers = numbersOf(link);
  await add(db, link, numbers, -1);
  if (numbers.live > 0) await count(db, { site: link.site, name: 'link', at: link.firstSeenAt, key: 'came' }, -1);
}

function numbersOf(link: SummedLink | undefined): Numbers {
  if (!link || (link.moderation !== 'approved' && link.moderation !== 'pending')) return NOTHING;
  const live = link.link === 'live' || link.link === 'unreachable' ? 1 : 0;
  return { links: 1, live, lost: link.link === 'lost' ? 1 : 0, followed: live === 1 && link.followed === 1 ? 1 : 0 };
}

function sameSums(before: SummedLink, had: Numbers, after: SummedLink, has: Numbers): boolean {
  const same = (['site', 'targetKey', 'domain', 'firstSeenAt'] as const).every((name) => before[name] === after[name]);
  return same && (Object.keys(NOTHING) as (keyof Numbers)[]).every((name) => had[name] === has[name]);
}

async function add(db: Database, link: SummedLink, numbers: Numbers, by: 1 | -1): Promise<void> {
  if (numbers.links === 0) return;
  const { site, targetKey, domain, firstSeenAt } = link;
  await count(db, { site, name: 'link', at: firstSeenAt, key: 'new' }, by);
  const lostAt = link.missingSince ?? link.lastSeenAt;
  if (numbers.lost > 0) await count(db, { site, name: 'link', at: lostAt, key: 'lost' }, by);
  const change = Object.fromEntries(Object.entries(numbers).map(([name, n]) => [name, n * by])) as unknown as Numbers;
  for (const [what, key] of [
    ['page', targetKey],
    ['domain', domain],
  ] as const)
    await addSum(db, { site, what, key, ...change, firstAt: firstSeenAt, lastAt: firstSeenAt, ...NOBODY_TOLD });
}
