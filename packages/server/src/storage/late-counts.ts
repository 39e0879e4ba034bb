import type { Database } from './schema.ts';

/** What is to be added to one count of a day. */
export interface CountChange {
  readonly site: string;
  readonly name: string;
  readonly day: number;
  readonly key: string;
  readonly count: number;
}

const waiting = new WeakMap<Database, Map<string, CountChange>>();

/**
 * From here on the counts of this transaction wait for its end. Nearly all transactions count in the same few rows, which
 * nobody else can change until the commit: taken last, and in one order, they are held for a moment and never in a circle.
 */
export function countAtEnd(db: Database): void {
  waiting.set(db, new Map());
}

/** Whether what is counted in this transaction waits for its end. */
export function isCountedAtEnd(db: Database): boolean {
  return waiting.has(db);
}

/** Adds to the counts of days, now or at the end of the transaction. */
export async function addToCounts(db: Database, changes: readonly CountChange[]): Promise<void> {
  const later = waiting.get(db) ?? new Map<string, CountChange>();
  for (const change of changes) {
    const key = `${change.site}\n${change.name}\n${change.day}\n${change.key}`;
    later.set(key, { ...change, count: change.count + (later.get(key)?.count ?? 0) });
  }
  if (!waiting.has(db)) await write(db, later);
}

/** To be called right before the commit. */
export async function settleCounts(db: Database): Promise<void> {
  const changes = waiting.get(db);
  waiting.delete(db);
  if (changes) await write(db, changes);
}

async function write(db: Database, changes: ReadonlyMap<string, CountChange>): Promise<void> {
  const keys = [...changes.keys()].sort();
  const rows = keys.flatMap((key) => changes.get(key) ?? []).filter(({ count }) => count !== 0);
  if (rows.length === 0) return;
  await db
    .insertInto('dailyCount')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['site', 'name', 'day', 'key'])
        .doUpdateSet((eb) => ({ count: eb('dailyCount.count', '+', eb.ref('excluded.count')) })),
    )
    .execute();
}
