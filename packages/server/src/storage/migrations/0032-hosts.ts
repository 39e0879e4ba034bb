import { type Kysely, sql } from 'kysely';
import { hostOfKey } from '../host-of-key.ts';

/** What is public at a host, whose pages may be those of ten thousand sites: by number, and by what changed last. */
export async function hosts(db: Kysely<unknown>): Promise<void> {
  const host = hostOfKey(db);
  await sql`CREATE INDEX "mentionAtHost" ON "mention" ((${host}), "publicId") WHERE "isPublic" = 1`.execute(db);
  await sql`CREATE INDEX "mentionChangedAtHost" ON "mention" ((${host}), "updatedAt", "publicId") WHERE "isPublic" = 1`.execute(
    db,
  );
  await sql`CREATE INDEX "tombstoneAtHost" ON "tombstone" ((${host}), "deletedAt")`.execute(db);
}
