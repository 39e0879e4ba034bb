import type { Turn, Turns } from '../ports/index.ts';
import type { Doors } from './doors.ts';
import { lock } from './locks.ts';
import type { Database } from './schema.ts';
import type { TurnTable } from './schema-telling.ts';

export function createTurns(doors: Doors): Turns {
  return {
    take: (turns, now) => doors.write((db) => take(db, turns, now)),
    close: (name, now, until) => doors.write((db) => closeFor(db, { name, gapMs: until - now }, now)),
    async closedUntil(name, now) {
      const row = await doors.read.selectFrom('turn').selectAll().where('name', '=', name).executeTakeFirst();
      const end = row && endOf(row, now);
      return end !== undefined && end > now ? end : undefined;
    },
  };
}

async function take(db: Database, turns: readonly Turn[], now: number): Promise<number> {
  const names = turns.map(({ name }) => name);
  await lock(db, ...names.map((name) => `turn ${name}`));
  const closed = await db.selectFrom('turn').selectAll().where('name', 'in', names).execute();
  const freeAt = Math.max(now, ...closed.map((row) => endOf(row, now)));
  if (freeAt > now) return freeAt;
  const over = db.selectFrom('turn').select('name').where('freeAt', '<=', now).forUpdate().skipLocked();
  await db.deleteFrom('turn').where('name', 'in', over).execute();
  for (const turn of turns) if (turn.gapMs > 0) await closeFor(db, turn, now);
  return now;
}

async function closeFor(db: Database, { name, gapMs }: Turn, now: number): Promise<void> {
  const times = { takenAt: now, freeAt: now + gapMs };
  await db
    .insertInto('turn')
    .values({ name, ...times })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(times))
    .execute();
}

/** What was closed at a time that is still to come was closed by a clock that went wrong: it starts now. */
function endOf({ takenAt, freeAt }: TurnTable, now: number): number {
  return now < takenAt ? Math.min(freeAt, now + (freeAt - takenAt)) : freeAt;
}
