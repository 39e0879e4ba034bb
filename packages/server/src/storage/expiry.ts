import { sql } from 'kysely';
import type { Expiry, StepPlace } from '../ports/index.ts';
import { deleteMention } from './delete-mention.ts';
import type { Doors } from './doors.ts';
import { keepHash } from './forgotten.ts';
import type { Database } from './schema.ts';

export function createExpiry(doors: Doors): Expiry {
  return {
    mentions: ({ site, moderation, before, limit, at, hashOf }) =>
      doors.write(async (db) => {
        const rows = await db
          .selectFrom('mention')
          .select(['id', 'site', 'sourceKey', 'targetKey'])
          .where('site', '=', site)
          .where('moderation', '=', moderation)
          // As the partial index has it, or SQLite does not take it.
          .where(sql<boolean>`"moderation" IN ('spam', 'rejected')`)
          .where('updatedAt', '<', before)
          .where('lastReceivedAt', '<', before)
          .where('publicId', 'is', null)
          .orderBy('updatedAt')
          .limit(limit)
          .execute();
        for (const { id, ...pair } of rows) {
          await deleteMention(db, { id, site });
          await keepHash(db, await hashOf(pair), at);
        }
        return rows.length;
      }),
    refusals: ({ site, before, limit }) =>
      doors.write(async (db) => {
        const old = db
          .selectFrom('refusal')
          .select('id')
          .where('site', '=', site)
          .where('at', '<', before)
          .limit(limit);
        return Number((await db.deleteFrom('refusal').where('id', 'in', old).executeTakeFirst()).numDeletedRows);
      }),
    async steps({ before, after, limit }) {
      const latest = Math.max(...before.values());
      const rows = await oldSteps(doors.read, latest, after, limit);
      const sites = await sitesOf(doors.read, [...new Set(rows.map(({ subject }) => subject))]);
      const due = rows.filter(({ subject, at }) => at < (before.get(sites.get(subject) ?? '') ?? 0));
      if (due.length > 0)
        await doors.write(async (db) => {
          for (const { subject, place } of due)
            await db.deleteFrom('traceStep').where('subject', '=', subject).where('place', '=', place).execute();
        });
      return { removed: due.length, next: rows.length < limit ? undefined : rows.at(-1) };
    },
  };
}

function oldSteps(db: Database, latest: number, after: StepPlace | undefined, limit: number): Promise<StepPlace[]> {
  return db
    .selectFrom('traceStep')
    .select(['at', 'subject', 'place'])
    .where(sql<boolean>`"step" NOT IN ('moderated', 'judged')`)
    .where('at', '<', latest)
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('at', 'subject', 'place'),
          '>',
          tuple(after?.at as number, after?.subject as string, after?.place as number),
        ),
      ),
    )
    .orderBy('at')
    .orderBy('subject')
    .orderBy('place')
    .limit(limit)
    .execute();
}

/** Of mentions and of deliveries. */
async function sitesOf(db: Database, subjects: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (subjects.length === 0) return new Map();
  const found = await Promise.all(
    (['mention', 'delivery'] as const).map((table) =>
      db
        .selectFrom(table)
        .select(['id', 'site'])
        .where('id', 'in', [...subjects])
        .execute(),
    ),
  );
  return new Map(found.flat().map(({ id, site }) => [id, site]));
}
