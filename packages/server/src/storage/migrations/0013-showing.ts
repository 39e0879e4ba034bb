import type { Kysely } from 'kysely';

/** Pictures of authors, the switch for them, and rules whose links are followed. */
export async function showing(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('avatar')
    .addColumn('mention', 'text', (c) => c.primaryKey())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('photo', 'text', (c) => c.notNull())
    .addColumn('name', 'text')
    // Base64: the two databases have no type for bytes with one name, and a picture has four thousand of them.
    .addColumn('bytes', 'text')
    .addColumn('problem', 'text', (c) => c.notNull())
    .addColumn('fetchedAt', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('avatarName').on('avatar').columns(['name']).execute();
  await db.schema.createIndex('avatarPhoto').on('avatar').columns(['photo']).execute();
  await db.schema
    .alterTable('rule')
    .addColumn('follow', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  for (const name of ['avatars', 'deskAvatars'])
    await db.schema.alterTable('site').addColumn(name, 'integer').execute();
}
