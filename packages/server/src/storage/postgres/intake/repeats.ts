import { type Kysely, sql } from 'kysely';
import type { Accepted, NewMention } from '../../../ports/index.ts';
import { gapFor, JOINED_MS } from '../../intake.ts';
import type { Database, Schema } from '../../schema.ts';
import type { MentionTable } from '../../schema-mentions.ts';

type Known = Pick<MentionTable, 'id' | 'isPublic' | 'link' | 'protocols' | 'checkedAt'>;

/** A pair that went between the two statements of its batch, which is written anew; or an id that another pair has. */
class Gone extends Error {
  readonly code = '23505';
}

/** Counts announcements of pairs that have a row; in the order of the pairs, as whoever else writes them. */
export async function writeRepeats(
  db: Kysely<Schema>,
  mentions: readonly NewMention[],
): Promise<ReadonlyMap<NewMention, Accepted>> {
  const keyOf = ({ targetKey, sourceKey, site }: NewMention) => `${targetKey}\n${sourceKey}\n${site}`;
  const sorted = [...mentions].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  return db.transaction().execute(async (transaction) => {
    const accepted = new Map<NewMention, Accepted>();
    for (const mention of sorted) {
      const known = await find(transaction, mention);
      if (known === undefined) throw new Gone(`The mention of ${mention.source} went while it was announced again`);
      await repeat(transaction, known, mention);
      accepted.set(mention, { id: known.id, fresh: false, isPublic: known.isPublic === 1 });
    }
    return accepted;
  });
}

async function find(db: Database, { targetKey, sourceKey, site, receivedAt }: NewMention): Promise<Known | undefined> {
  const { rows } = await sql<Known>`
    WITH wanted AS MATERIALIZED (SELECT coalesce((
      SELECT stays."sourceKey" FROM "joinedMention" AS j JOIN "mention" AS stays ON stays."id" = j."stays"
      WHERE j."targetKey" = ${targetKey} AND j."sourceKey" = ${sourceKey} AND j."site" = ${site}
        AND j."joinedAt" > ${receivedAt - JOINED_MS} ORDER BY j."joinedAt" DESC LIMIT 1), ${sourceKey}::text) AS "key")
    SELECT "id", "isPublic", "link", "protocols", "checkedAt" FROM "mention"
    WHERE "targetKey" = ${targetKey} AND "site" = ${site} AND md5("sourceKey") = (SELECT md5("key") FROM wanted)
      AND "sourceKey" = (SELECT "key" FROM wanted)`.execute(db);
  return rows[0];
}

/** The job comes before the mention: a check takes them in this order, too. */
async function repeat(db: Database, known: Known, mention: NewMention): Promise<void> {
  const { id, checkedAt } = known;
  const { protocol, receivedAt, verifyAfter, group } = mention;
  const gap = gapFor(known, protocol);
  if (gap !== undefined) {
    const again = Math.max(verifyAfter, receivedAt + gap);
    await sql`UPDATE "job" SET "againAt" = least(coalesce("againAt", ${again}), ${again})
      WHERE "subject" = ${id} AND "kind" = 'verify' AND "leasedUntil" IS NOT NULL`.execute(db);
  }
  await sql`UPDATE "mention" SET "lastReceivedAt" = greatest("lastReceivedAt", ${receivedAt}), "repeats" = "repeats" + 1,
    "protocols" = CASE WHEN strpos(',' || "protocols" || ',', ',' || ${protocol}::text || ',') > 0 THEN "protocols"
      ELSE "protocols" || ',' || ${protocol}::text END WHERE "id" = ${id}`.execute(db);
  if (gap === undefined) return;
  const lookAt = checkedAt === null ? verifyAfter : Math.max(verifyAfter, checkedAt + gap);
  await sql`UPDATE "mention" SET "lookAt" = ${lookAt}, "lookGroup" = ${group} WHERE "id" = ${id} AND "lookAt" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "job" WHERE "subject" = ${id} AND "kind" = 'verify')`.execute(db);
}
