import { type Kysely, sql } from 'kysely';

/**
 * An entry of an index may have 2,704 bytes, and two addresses that belong together have 4,096. SQLite knows no such limit,
 * so what the migrations make of two of them is made anew: unique by the hash of one, or found by an index that keeps
 * nothing but hashes. Running it again changes nothing.
 */
export async function shortenKeys(db: Kysely<unknown>): Promise<void> {
  const commands = [
    `ALTER TABLE "mention" DROP CONSTRAINT IF EXISTS "mentionPair"`,
    `CREATE UNIQUE INDEX IF NOT EXISTS "mentionPair" ON "mention" ("targetKey", md5("sourceKey"), "site")`,
    `ALTER TABLE "delivery" DROP CONSTRAINT IF EXISTS "deliveryPair"`,
    `CREATE UNIQUE INDEX IF NOT EXISTS "deliveryPair" ON "delivery" ("source", md5("target"))`,
    // One at a time writes the refusals of a site, so that they are told apart without it.
    `ALTER TABLE "refusal" DROP CONSTRAINT IF EXISTS "refusalOnce"`,
    `CREATE INDEX IF NOT EXISTS "refusalSource" ON "refusal" USING hash ("source")`,
    `DROP INDEX IF EXISTS "mentionRead"`,
    `CREATE INDEX IF NOT EXISTS "mentionFinal" ON "mention" USING hash ("finalKey") WHERE "finalKey" IS NOT NULL`,
    `DROP INDEX IF EXISTS "joinedMentionPair"`,
    `CREATE INDEX IF NOT EXISTS "joinedMentionSource" ON "joinedMention" USING hash ("sourceKey")`,
  ];
  for (const command of commands) await sql.raw(command).execute(db);
}
