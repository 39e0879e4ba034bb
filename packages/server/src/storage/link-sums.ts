import { dayOf } from '../ports/counts.ts';
import { addToCounts, type CountChange } from './late-counts.ts';
import type { Database } from './schema.ts';
import type { BacklinkTable } from './schema-ledger.ts';
import type { LinkSumTable } from './schema-views.ts';
import { addSums, NOBODY_TOLD } from './sum-rows.ts';

export type SummedLink = Pick<
  BacklinkTable,
  'site' | 'targetKey' | 'domain' | 'link' | 'moderation' | 'followed' | 'firstSeenAt' | 'missingSince' | 'lastSeenAt'
>;

type Numbers = Pick<LinkSumTable, 'links' | 'live' | 'lost' | 'followed'>;
const NOTHING: Numbers = { links: 0, live: 0, lost: 0, followed: 0 };
const COUNTED = ['links', 'live', 'lost', 'followed'] as const;

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
  const turned: CountChange[] = [];
  if (had.live !== has.live) turned.push(dayCount(after.site, at, has.live > had.live ? 'came' : 'went', 1));
  await addToCounts(db, [...daysOf(before, had, -1), ...daysOf(after, has, 1), ...turned]);
  await addSums(db, together([...sumsOf(before, had, -1), ...sumsOf(after, has, 1)]));
}

/** Before a mention is deleted: its link is taken out of all sums, as if it had never come. */
export async function unsumLink(db: Database, mention: string): Promise<void> {
  const link = await db.selectFrom('backlink').selectAll().where('mention', '=', mention).executeTakeFirst();
  if (link === undefined) return;
  const numbers = numbersOf(link);
  const turned = numbers.live > 0 ? [dayCount(link.site, link.firstSeenAt, 'came', -1)] : [];
  await addToCounts(db, [...daysOf(link, numbers, -1), ...turned]);
  await addSums(db, sumsOf(link, numbers, -1));
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

const dayCount = (site: string, at: number, key: string, count: number): CountChange => ({
  ...{ site, name: 'link', day: dayOf(at), key, count },
});

function daysOf(link: SummedLink | undefined, { links, lost }: Numbers, by: 1 | -1): readonly CountChange[] {
  if (link === undefined || links === 0) return [];
  const { site, firstSeenAt, missingSince, lastSeenAt } = link;
  const isNew = dayCount(site, firstSeenAt, 'new', by);
  return lost > 0 ? [isNew, dayCount(site, missingSince ?? lastSeenAt, 'lost', by)] : [isNew];
}

function sumsOf(link: SummedLink | undefined, { links, live, lost, followed }: Numbers, by: 1 | -1): LinkSumTable[] {
  if (link === undefined || links === 0) return [];
  const { site, targetKey, domain, firstSeenAt: at } = link;
  const change = { links: links * by, live: live * by, lost: lost * by, followed: followed * by };
  const sum = { site, ...change, firstAt: at, lastAt: at, ...NOBODY_TOLD };
  return [
    { ...sum, what: 'page', key: targetKey },
    { ...sum, what: 'domain', key: domain },
  ];
}

/** What is taken away and what is added to the same sum. */
function together(rows: readonly LinkSumTable[]): LinkSumTable[] {
  const sums = new Map<string, LinkSumTable>();
  for (const row of rows) {
    const name = `${row.site} ${row.what} ${row.key}`;
    const other = sums.get(name) ?? { ...row, ...NOTHING };
    const numbers = Object.fromEntries(COUNTED.map((one) => [one, row[one] + other[one]])) as unknown as Numbers;
    const times = { firstAt: Math.min(row.firstAt, other.firstAt), lastAt: Math.max(row.lastAt, other.lastAt) };
    sums.set(name, { ...row, ...numbers, ...times });
  }
  return [...sums.values()];
}
