import { sql } from 'kysely';
import type { Refusal } from '../../mention.ts';
import type { Refusals } from '../../ports/index.ts';
import { count } from '../count.ts';
import { takeNumbers } from '../counter.ts';
import type { Doors } from '../doors.ts';
import { lock } from '../locks.ts';
import { KEPT_MS, RING } from '../refusals.ts';
import type { Database } from '../schema.ts';
import { parameterOf } from './parameters.ts';

type NewRefusal = Omit<Refusal, 'repeats'>;

interface Call {
  readonly refusal: NewRefusal;
  readonly resolve: (id: string) => void;
  readonly reject: (reason: unknown) => void;
}

/** A bundle holds the lines of its sites until it is on disk. */
const MOST = 500;
const WHAT = ['source', 'target', 'site', 'protocol', 'reason'] as const;

const keyOf = (refusal: Pick<Refusal, (typeof WHAT)[number]>): string => WHAT.map((name) => refusal[name]).join('\n');

/**
 * Refusals of a site wait for each other, and what strangers send may be nothing but refusals: one transaction at a time
 * writes all that came meanwhile, so that they take one connection from the others and no more.
 */
export function inBundles(refusals: Refusals, write: Doors['write']): Refusals {
  const waiting: Call[] = [];
  let busy = false;

  async function store(calls: readonly Call[]): Promise<void> {
    try {
      const ids = await write((db) =>
        keep(
          db,
          calls.map(({ refusal }) => refusal),
        ),
      );
      for (const { refusal, resolve } of calls) resolve(ids.get(keyOf(refusal)) ?? refusal.id);
    } catch (error) {
      for (const { reject } of calls) reject(error);
    }
  }

  async function work(): Promise<void> {
    busy = true;
    while (waiting.length > 0) await store(waiting.splice(0, MOST));
    busy = false;
  }

  return {
    ...refusals,
    add: (refusal) =>
      new Promise((resolve, reject) => {
        const clean = Object.entries(refusal).map(([name, value]) => [name, parameterOf(value)]);
        waiting.push({ refusal: Object.fromEntries(clean) as NewRefusal, resolve, reject });
        if (!busy) void work();
      }),
  };
}

/** The same as `Refusals.add` does for one; answers the ids by what was refused. */
async function keep(db: Database, refusals: readonly NewRefusal[]): Promise<ReadonlyMap<string, string>> {
  const sites = [...new Set(refusals.map(({ site }) => site))].sort();
  await lock(db, ...sites.map((site) => `refusal ${site}`));
  for (const { site, at } of refusals) await count(db, { site, name: 'refused', at, key: '' }, 1);
  const alike = new Map<string, Refusal>();
  for (const refusal of refusals) {
    const first = alike.get(keyOf(refusal));
    alike.set(keyOf(refusal), { ...(first ?? refusal), at: refusal.at, repeats: first ? first.repeats + 1 : 0 });
  }
  const ids = await countRepeats(db, [...alike.values()]);
  for (const site of sites) {
    const fresh = [...alike].filter(([key, refusal]) => refusal.site === site && !ids.has(key));
    if (fresh.length === 0) continue;
    const first = await takeNumbers(db, `refusal ${site}`, fresh.length);
    const rows = fresh.map(([, refusal], nth) => ({ ...refusal, place: first + nth }));
    await db.insertInto('refusal').values(rows).execute();
    for (const [key, { id }] of fresh) ids.set(key, id);
    const out = first + fresh.length - 1 - RING;
    await db.deleteFrom('refusal').where('site', '=', site).where('place', '<=', out).execute();
  }
  const latest = Math.max(...refusals.map(({ at }) => at));
  const old = db
    .selectFrom('refusal')
    .select('id')
    .where('at', '<', latest - KEPT_MS)
    .forUpdate()
    .skipLocked();
  await db.deleteFrom('refusal').where('id', 'in', old).execute();
  return ids;
}

async function countRepeats(db: Database, refusals: readonly Refusal[]): Promise<Map<string, string>> {
  const texts = WHAT.map((name) => sql`${refusals.map((refusal) => refusal[name])}::text[]`);
  const { rows } = await sql<Refusal>`
    UPDATE "refusal" AS r SET "repeats" = r."repeats" + 1 + a."repeats", "at" = a."at"
    FROM unnest(${sql.join(texts)}, ${refusals.map(({ repeats }) => repeats)}::int[],
      ${refusals.map(({ at }) => at)}::bigint[]) AS a("source", "target", "site", "protocol", "reason", "repeats", "at")
    WHERE r."source" = a."source" AND r."target" = a."target" AND r."site" = a."site"
      AND r."protocol" = a."protocol" AND r."reason" = a."reason"
    RETURNING r.*`.execute(db);
  return new Map(rows.map((row) => [keyOf(row), row.id]));
}
