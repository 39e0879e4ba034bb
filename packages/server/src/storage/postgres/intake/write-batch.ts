import { type Kysely, sql } from 'kysely';
import { dayOf } from '../../../ports/counts.ts';
import type { Accepted, NewMention } from '../../../ports/index.ts';
import { JOINED_MS } from '../../intake.ts';
import type { Database, Schema } from '../../schema.ts';
import { parameterOf } from '../parameters.ts';
import { writeRepeats } from './repeats.ts';

const TEXTS = ['id', 'site', 'source', 'target', 'sourceKey', 'targetKey', 'protocol', 'sender', 'group'] as const;
const NUMBERS = ['receivedAt', 'verifyAfter'] as const;

/**
 * Stores a batch; answers in the order of the mentions. What is new is one statement, which commits for itself. A pair that
 * is there already, or twice in the batch, comes after it, in a transaction of its own: it keeps its row.
 */
export async function writeBatch(db: Kysely<Schema>, mentions: readonly NewMention[]): Promise<readonly Accepted[]> {
  const fresh = await insertFresh(db, mentions);
  const known = mentions.filter(({ id }) => !fresh.has(id));
  const repeated = known.length === 0 ? new Map<NewMention, Accepted>() : await writeRepeats(db, known);
  const all = mentions.map((mention) => repeated.get(mention) ?? { id: mention.id, fresh: true, isPublic: false });
  return all;
}

/** Ids of those that were not known. In the order of their pairs, so that two batches never wait for each other in a circle. */
async function insertFresh(db: Database, mentions: readonly NewMention[]): Promise<ReadonlySet<string>> {
  const columns = [
    ...TEXTS.map((name) => sql`${mentions.map((mention) => parameterOf(mention[name]) ?? null)}::text[]`),
    ...NUMBERS.map((name) => sql`${mentions.map((mention) => parameterOf(mention[name]))}::bigint[]`),
    sql`${mentions.map(({ receivedAt }) => dayOf(receivedAt))}::int[]`,
  ];
  const names = sql.join([...TEXTS, ...NUMBERS, 'day'].map((name) => sql.id(name)));
  const { rows } = await sql<{ id: string }>`
    WITH arrived AS (
      SELECT a.*, coalesce((
        SELECT "mention"."sourceKey" FROM "joinedMention" AS j JOIN "mention" ON "mention"."id" = j."stays"
        WHERE j."targetKey" = a."targetKey" AND j."sourceKey" = a."sourceKey" AND j."site" = a."site"
          AND j."joinedAt" > a."receivedAt" - ${JOINED_MS} ORDER BY j."joinedAt" DESC LIMIT 1), a."sourceKey") AS "key"
      FROM unnest(${sql.join(columns)}) WITH ORDINALITY AS a(${names}, "nth")),
    stored AS (
      INSERT INTO "mention" ("id", "site", "source", "target", "sourceKey", "targetKey", "protocols", "receivedAt",
        "lastReceivedAt", "updatedAt", "sender", "lookAt", "lookGroup")
      SELECT "id", "site", "source", "target", "key", "targetKey", "protocol", "receivedAt", "receivedAt", "receivedAt",
        "sender", "verifyAfter", "group" FROM arrived ORDER BY "targetKey", "key", "site", "nth"
      ON CONFLICT DO NOTHING RETURNING "id"),
    counted AS (
      INSERT INTO "dailyCount" ("site", "name", "day", "key", "count")
      SELECT "site", 'mention', "day", 'pending', count(*) FROM stored JOIN arrived USING ("id")
      GROUP BY "site", "day" ORDER BY "site", "day"
      ON CONFLICT ("site", "name", "day", "key") DO UPDATE SET "count" = "dailyCount"."count" + excluded."count")
    SELECT "id" FROM stored`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
