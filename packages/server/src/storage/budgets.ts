import type { Allowance, Budgets } from '../ports/index.ts';
import { arrivals } from './arrivals.ts';
import { advance, momentOf } from './budget-time.ts';
import { takeNumbers } from './counter.ts';
import type { Doors } from './doors.ts';
import type { Database } from './schema.ts';

/** What leaves evenly arrives unevenly: a minute more, so that no hour on the victim's own clock has more in it. */
const SLACK_MS = 60_000;
const HOUR_MS = 3_600_000 + SLACK_MS;
const DAY_MS = 24 * 3_600_000 + SLACK_MS;
export function createBudgets(doors: Doors): Budgets {
  return {
    enter: (allowances, elapsed, longestMs) =>
      doors.write(async (db) => {
        const moment = await advance(db, elapsed);
        const longest = await longestWait(db, allowances, moment);
        if (longest.waitMs > 0) return { ok: false, ...longest };
        await db.deleteFrom('visit').where('keepUntil', '<=', moment).execute();
        const ticket = await takeNumbers(db, 'visit');
        await db
          .insertInto('visit')
          .values(
            allowances.map((one) => ({
              victim: one.key,
              at: moment,
              ticket,
              openUntil: one.held || one.gapMs === 0 ? moment : moment + longestMs,
              keepUntil: moment + memoryOf(one, longestMs),
            })),
          )
          .execute();
        return { ok: true, ticket: String(ticket) };
      }),
    wait: async (allowances, elapsed) => longestWait(doors.read, allowances, await momentOf(doors.read, elapsed)),
    leave: (tickets, elapsed) =>
      doors.write(async (db) => {
        const moment = await advance(db, elapsed);
        await db
          .updateTable('visit')
          .set({ openUntil: moment })
          .where('ticket', 'in', tickets.map(Number))
          .where('openUntil', '>', moment)
          .execute();
      }),
    pause: (victim, ms, elapsed) =>
      doors.write(async (db) => {
        const moment = await advance(db, elapsed);
        await db.deleteFrom('pausedVictim').where('until', '<=', moment).execute();
        await db
          .insertInto('pausedVictim')
          .values({ victim, until: moment + ms })
          .onConflict((conflict) =>
            conflict
              .column('victim')
              .doUpdateSet({ until: moment + ms })
              .where('pausedVictim.until', '<', moment + ms),
          )
          .execute();
      }),
    async waiting() {
      const queued = doors.read
        .selectFrom('job')
        .leftJoin('mention', 'mention.id', 'job.subject')
        .select(({ fn }) => ['groupName', 'mention.site', 'mention.targetKey', fn.countAll<number>().as('n')])
        .where('job.kind', '=', 'verify')
        .groupBy(['groupName', 'mention.site', 'mention.targetKey']);
      const arrived = arrivals(doors.read)
        .select(({ fn }) => ['lookGroup as groupName', 'site', 'targetKey', fn.countAll<number>().as('n')])
        .groupBy(['lookGroup', 'site', 'targetKey']);
      const domains = new Map<string, number>();
      const targets = new Map<string, number>();
      const sites = new Map<string, number>();
      let total = 0;
      for (const { groupName, site, targetKey, n } of [...(await queued.execute()), ...(await arrived.execute())]) {
        total += n;
        count(domains, groupName ?? '', n);
        if (site === null) continue;
        count(targets, `${site} ${targetKey}`, n);
        count(sites, site, n);
      }
      return { domains, targets, sites, total };
    },
  };
}

function count(counts: Map<string, number>, name: string, n: number): void {
  counts.set(name, (counts.get(name) ?? 0) + n);
}

/** How long a visit can matter to any rule about its victim. */
function memoryOf({ gapMs, perHour, perDay }: Allowance, longestMs: number): number {
  if (Number.isFinite(perDay)) return DAY_MS;
  return Math.max(Number.isFinite(perHour) ? HOUR_MS : 0, gapMs, longestMs);
}

async function longestWait(db: Database, allowances: readonly Allowance[], now: number) {
  let longest = { key: allowances[0]?.key ?? '', waitMs: 0 };
  for (const allowance of allowances) {
    const waitMs = await waitAt(db, allowance, now);
    if (waitMs > longest.waitMs) longest = { key: allowance.key, waitMs };
  }
  return longest;
}

async function waitAt(db: Database, { key, gapMs, perHour, perDay, held }: Allowance, now: number): Promise<number> {
  const full = [await nthLast(db, key, perHour, HOUR_MS), await nthLast(db, key, perDay, DAY_MS)];
  const free = held ? full : [...full, ...(await gapEnds(db, key, gapMs, now)), await pauseEnd(db, key)];
  return Math.max(0, ...free.map((at) => at - now));
}

/** When the n-th visit from the end is older than the span, so that there is room for one more. */
async function nthLast(db: Database, victim: string, most: number, spanMs: number): Promise<number> {
  if (!Number.isFinite(most)) return 0;
  const row = await db
    .selectFrom('visit')
    .select('at')
    .where('victim', '=', victim)
    .orderBy('at', 'desc')
    .orderBy('ticket', 'desc')
    .limit(1)
    .offset(most - 1)
    .executeTakeFirst();
  return row === undefined ? 0 : row.at + spanMs;
}

/** A visit that is not over has an unknown end; it is looked for again after a gap. */
async function gapEnds(db: Database, victim: string, gapMs: number, now: number): Promise<readonly number[]> {
  if (gapMs === 0) return [];
  const last = await db
    .selectFrom('visit')
    .select(({ fn }) => [fn.max('at').as('at'), fn.max('openUntil').as('openUntil')])
    .where('victim', '=', victim)
    .executeTakeFirst();
  if (last?.at === undefined || last.at === null) return [];
  return [last.at + gapMs, last.openUntil > now ? Math.min(last.openUntil, now + gapMs) : 0];
}

async function pauseEnd(db: Database, victim: string): Promise<number> {
  const row = await db.selectFrom('pausedVictim').select('until').where('victim', '=', victim).executeTakeFirst();
  return row?.until ?? 0;
}
