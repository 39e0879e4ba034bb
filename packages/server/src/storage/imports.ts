import type { BroughtMention, Imports, Pair } from '../ports/index.ts';
import { recount } from './count.ts';
import type { Doors } from './doors.ts';
import { askToLineUp, lineUp } from './line-up.ts';
import type { MarkIndex } from './mark-index.ts';
import { markMention } from './mark-mention.ts';
import type { Database } from './schema.ts';
import { hasSource } from './source-key.ts';
import { appendSteps } from './trace.ts';

export function createImports(doors: Doors, marks: MarkIndex): Imports {
  return {
    take: (brought, at) =>
      doors.write(async (db) => {
        const fresh: boolean[] = [];
        for (const one of brought) {
          const isNew = await isMissing(db, one);
          if (isNew) await insert(db, marks, one, at);
          fresh.push(isNew);
        }
        if (fresh.includes(true)) await askToLineUp(db, at);
        return fresh;
      }),
    async missing(pairs) {
      const found: boolean[] = [];
      for (const pair of pairs) found.push(await isMissing(doors.read, pair));
      return found;
    },
    lineUp: (how) => doors.write((db) => lineUp(db, how)),
    async mark(place) {
      const row = await doors.read
        .selectFrom('importMark')
        .select('value')
        .where('place', '=', place)
        .executeTakeFirst();
      return row?.value;
    },
    setMark: (place, value) =>
      doors.write(async (db) => {
        await db
          .insertInto('importMark')
          .values({ place, value })
          .onConflict((conflict) => conflict.column('place').doUpdateSet({ value }))
          .execute();
      }),
  };
}

/** A source that was found to lead to the page of another mention is that one. */
async function isMissing(db: Database, { site, sourceKey, targetKey }: Pair): Promise<boolean> {
  for (const table of ['mention', 'joinedMention'] as const) {
    const row = await db
      .selectFrom(table)
      .select('id')
      .where('targetKey', '=', targetKey)
      .where(hasSource(db, sourceKey))
      .where('site', '=', site)
      .executeTakeFirst();
    if (row !== undefined) return false;
  }
  return true;
}

async function insert(db: Database, marks: MarkIndex, one: BroughtMention, at: number): Promise<void> {
  const { id, site, source, target, sourceKey, targetKey, receivedAt, entry, as, format, foreignId, reason } = one;
  const isDecided = as !== 'named';
  const published = Date.parse(entry.published);
  const row = await db
    .insertInto('mention')
    .values({
      ...{ id, site, source, target, sourceKey, targetKey, receivedAt },
      protocols: one.protocol,
      moderation: as === 'approved' ? 'approved' : 'pending',
      link: 'unverified',
      // What waits is forgotten after some days, and those begin now.
      lastReceivedAt: at,
      repeats: 0,
      updatedAt: at,
      // Whoever showed it had seen it; we have not, so nothing says when we did.
      firstSeenAt: as === 'approved' ? receivedAt : null,
      entry: JSON.stringify(entry),
      kind: entry.kind,
      rsvp: entry.rsvp || null,
      publishedAt: Number.isNaN(published) ? null : published,
      reasons: JSON.stringify(isDecided ? [reason] : []),
      links: '[]',
      isPublic: 0,
      broughtAs: as,
      looks: 0,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await db
    .insertInto('brought')
    .values({ mention: id, format, foreignId, groupName: one.group, stage: 'waits' })
    .execute();
  await appendSteps(db, id, [
    { at, step: isDecided ? 'judged' : 'screened', outcome: isDecided ? row.moderation : 'imported', reason },
  ]);
  await recount(db, undefined, row);
  await markMention(db, marks, row);
}
