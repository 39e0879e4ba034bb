import { type Kysely, sql } from 'kysely';
import { HearbackError } from '../../errors.ts';
import { DRAWN } from '../counter.ts';
import { marksOf } from '../marks.ts';
import { mentionOf } from '../mention-row.ts';
import type { Database } from '../schema.ts';
import type { MentionTable } from '../schema-mentions.ts';
import { PORTION, type Row, type Source, type Target } from './side.ts';

export interface CopyProgress {
  readonly table: string;
  readonly done: number;
  readonly total: number;
}

/** Rows of each table that were copied, and found again in the target. */
export type Copied = ReadonlyMap<string, number>;

/** What others refer to comes before them. */
const FIRST = ['mention', 'site', 'owner'];
/** What a store has before anybody used it. */
const ALWAYS_THERE = ['counter', 'secret'];
/** Both databases take this many parameters of one statement. */
const MOST_PARAMETERS = 30_000;

/**
 * Copies a whole store into an empty one, of another kind or of the same. All of it is one transaction of the target: a
 * copy that was broken off leaves it empty.
 * @throws HearbackError `storage` when the target is not empty, or has not what the source has
 */
export async function copyStore(
  source: Source,
  target: Target,
  onProgress: (progress: CopyProgress) => void,
): Promise<Copied> {
  const names = inOrder(await source.tables());
  const there = inOrder(await target.tables());
  const missing = names.find((name) => !there.includes(name));
  if (missing !== undefined)
    throw new HearbackError(
      'storage',
      `${target.where} has no table "${missing}"; run "hearback migrate" on both first.`,
    );
  return target.transaction(async (db) => {
    await requireEmpty(db, target.where, there);
    for (const name of ALWAYS_THERE) await db.deleteFrom(name as 'counter').execute();
    const copied = new Map<string, number>();
    for (const table of names) copied.set(table, await copyTable(source, target, db, table, onProgress));
    await carryNumbers(source, target, db);
    return copied;
  });
}

function inOrder(tables: readonly string[]): readonly string[] {
  return [...tables].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

function rank(table: string): number {
  const at = FIRST.indexOf(table);
  return at === -1 ? FIRST.length : at;
}

async function requireEmpty(db: Database, where: string, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    if (ALWAYS_THERE.includes(table)) continue;
    const n = await countOf(db, table);
    if (n > 0)
      throw new HearbackError(
        'storage',
        `${where} is not empty ("${table}" has ${n} ${n === 1 ? 'row' : 'rows'}); copy into a new folder or a new database. Nothing was changed.`,
      );
  }
}

async function countOf(db: Database, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

async function copyTable(
  source: Source,
  { marks, where }: Target,
  db: Database,
  table: string,
  onProgress: (progress: CopyProgress) => void,
): Promise<number> {
  const total = await source.count(table);
  let done = 0;
  onProgress({ table, done, total });
  for await (const rows of source.rows(table)) {
    const portion = Math.floor(MOST_PARAMETERS / Math.max(1, Object.keys(rows[0] ?? {}).length));
    for (let at = 0; at < rows.length; at += Math.min(portion, PORTION))
      await insert(db, table, rows.slice(at, at + Math.min(portion, PORTION)));
    if (table === 'mention')
      for (const row of rows as unknown as MentionTable[])
        if (row.place !== null) await marks.write(db, row.place, marksOf(mentionOf(row)));
    done += rows.length;
    onProgress({ table, done, total });
  }
  const found = await countOf(db, table);
  if (done !== total || found !== total)
    throw new HearbackError(
      'storage',
      `${where}: "${table}" has ${found} rows after the copy, and ${source.where} has ${total}; nothing was kept, try again.`,
    );
  return found;
}

async function insert(db: Database, table: string, rows: readonly Row[]): Promise<void> {
  const untyped = db as unknown as Kysely<Record<string, Row>>;
  if (rows.length > 0) await untyped.insertInto(table).values(rows).execute();
}

/** In one kind of store they are rows of the counters, in the other sequences. */
async function carryNumbers(source: Source, target: Target, db: Database): Promise<void> {
  const numbers = new Map(await source.numbers());
  const rows = await db.selectFrom('counter').selectAll().where('name', 'in', DRAWN).execute();
  for (const { name, value } of rows) numbers.set(name, Math.max(value, numbers.get(name) ?? 0));
  await target.setNumbers(db, numbers);
}
