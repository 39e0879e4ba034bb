import type { Database } from './schema.ts';

/** See `Deliveries.takeTurn`. A host without a row is free. */
export async function takeTurn(db: Database, host: string, now: number, gapMs: number): Promise<number> {
  const closed = await db.selectFrom('turn').select('freeAt').where('host', '=', host).executeTakeFirst();
  // A host that is closed for longer than a gap was closed by a clock that went wrong.
  const freeAt = Math.min(closed?.freeAt ?? now, now + gapMs);
  if (freeAt > now) return freeAt;
  await db.deleteFrom('turn').where('freeAt', '<=', now).execute();
  if (gapMs > 0) {
    const next = { freeAt: now + gapMs };
    await db
      .insertInto('turn')
      .values({ host, ...next })
      .onConflict((conflict) => conflict.column('host').doUpdateSet(next))
      .execute();
  }
  return now;
}
