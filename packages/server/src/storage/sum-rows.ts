import type { ExpressionBuilder } from 'kysely';
import { siteOfUrl } from '../domain.ts';
import { isCountedAtEnd } from './late-counts.ts';
import type { Database, Schema } from './schema.ts';
import type { LinkSumTable } from './schema-views.ts';

const NO_LINKS = { links: 0, live: 0, lost: 0, followed: 0, firstAt: 0, lastAt: 0 };
export const NOBODY_TOLD = { told: 0, toldFirstAt: 0, toldLastAt: 0 };

/** A link of ours to somebody, found or deleted. */
export async function sumTold(
  db: Database,
  { site, target, createdAt }: { readonly site: string; readonly target: string; readonly createdAt: number },
  by: 1 | -1,
): Promise<void> {
  const told = { told: by, toldFirstAt: createdAt, toldLastAt: createdAt };
  await addSum(db, { site, what: 'domain', key: siteOfUrl(target), ...NO_LINKS, ...told });
}

const COUNTED = ['links', 'live', 'lost', 'followed', 'told'] as const;

interface Change {
  readonly row: LinkSumTable;
  /** Something was taken away, so that nothing may be left. */
  readonly isLess: boolean;
}

const waiting = new WeakMap<Database, Map<string, Change>>();

/**
 * Adds to a sum, or takes away from it; a sum of nothing is deleted, so that nobody is named by it. All checks of a page's
 * links add to the page's row: where others write at the same time they would wait for each other from here to the commit,
 * so there it is done at the end, as with the counts of days.
 */
export async function addSum(db: Database, row: LinkSumTable): Promise<void> {
  const change = { row, isLess: COUNTED.some((name) => row[name] < 0) };
  if (!isCountedAtEnd(db)) return apply(db, [change]);
  const later = waiting.get(db) ?? new Map<string, Change>();
  waiting.set(db, later);
  const key = `${row.site}\n${row.what}\n${row.key}`;
  const before = later.get(key);
  later.set(key, before ? together(before, change) : change);
}

/** To be called before the counts of days are settled. */
export async function settleSums(db: Database): Promise<void> {
  const later = waiting.get(db);
  waiting.delete(db);
  if (later === undefined) return;
  await apply(
    db,
    [...later.keys()].sort().flatMap((key) => later.get(key) ?? []),
  );
}

function together(one: Change, other: Change): Change {
  const row = { ...one.row };
  for (const name of COUNTED) row[name] += other.row[name];
  row.firstAt = first(row.firstAt, other.row.firstAt);
  row.toldFirstAt = first(row.toldFirstAt, other.row.toldFirstAt);
  row.lastAt = Math.max(row.lastAt, other.row.lastAt);
  row.toldLastAt = Math.max(row.toldLastAt, other.row.toldLastAt);
  return { row, isLess: one.isLess || other.isLess };
}

/** 0 stands for none. */
const first = (one: number, other: number): number => (one === 0 || other === 0 ? one + other : Math.min(one, other));

async function apply(db: Database, changes: readonly Change[]): Promise<void> {
  const rows = changes.map(({ row }) => row);
  await upsert(db, rows);
  for (const { row, isLess } of changes) if (isLess) await removeIfNothing(db, row);
}

async function upsert(db: Database, rows: readonly LinkSumTable[]): Promise<void> {
  await db
    .insertInto('linkSum')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['site', 'what', 'key']).doUpdateSet((eb) => ({
        ...Object.fromEntries(COUNTED.map((name) => [name, eb(`linkSum.${name}`, '+', eb.ref(`excluded.${name}`))])),
        firstAt: earlier(eb, 'firstAt'),
        toldFirstAt: earlier(eb, 'toldFirstAt'),
        lastAt: later(eb, 'lastAt'),
        toldLastAt: later(eb, 'toldLastAt'),
      })),
    )
    .execute();
}

async function removeIfNothing(db: Database, { site, what, key }: LinkSumTable): Promise<void> {
  await db
    .deleteFrom('linkSum')
    .where('site', '=', site)
    .where('what', '=', what)
    .where('key', '=', key)
    .where('links', '<=', 0)
    .where('told', '<=', 0)
    .execute();
}

type Conflict = ExpressionBuilder<Schema & { excluded: LinkSumTable }, 'linkSum' | 'excluded'>;

/** 0 stands for none. */
function earlier(eb: Conflict, name: 'firstAt' | 'toldFirstAt') {
  return eb
    .case()
    .when(
      eb.or([
        eb(`linkSum.${name}`, '=', 0),
        eb.and([eb(`excluded.${name}`, '>', 0), eb(`excluded.${name}`, '<', eb.ref(`linkSum.${name}`))]),
      ]),
    )
    .then(eb.ref(`excluded.${name}`))
    .else(eb.ref(`linkSum.${name}`))
    .end();
}

function later(eb: Conflict, name: 'lastAt' | 'toldLastAt') {
  return eb
    .case()
    .when(eb(`excluded.${name}`, '>', eb.ref(`linkSum.${name}`)))
    .then(eb.ref(`excluded.${name}`))
    .else(eb.ref(`linkSum.${name}`))
    .end();
}
