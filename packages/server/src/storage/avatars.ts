import { parseUrl } from '@hearback/protocol';
import type { Avatar, Avatars } from '../ports/index.ts';
import { slicesOf } from '../slices.ts';
import { among } from './among.ts';
import type { Doors } from './doors.ts';
import { enqueue } from './jobs.ts';
import type { Database } from './schema.ts';
import type { MentionTable } from './schema-mentions.ts';
import type { AvatarTable } from './schema-showing.ts';

const DAY = 24 * 60 * 60_000;
/** People change their pictures, and not often. */
const GOOD_FOR_MS = 30 * DAY;
const MOST_MISSING = 1000;

export function createAvatars(doors: Doors): Avatars {
  return {
    save: ({ mention, site, photo, fetchedAt, made }) =>
      doors.write(async (db) => {
        const row = await db
          .selectFrom('mention')
          .selectAll()
          .where('id', '=', mention)
          // It may be taken from the readers at this moment, and its picture with it.
          .forUpdate()
          .executeTakeFirst();
        if (row?.isPublic !== 1 || photoOf(row) !== photo) return false;
        const picture =
          'name' in made
            ? { name: made.name, bytes: Buffer.from(made.bytes).toString('base64'), problem: '' }
            : { name: null, bytes: null, problem: made.problem };
        const told = { site, photo, fetchedAt, ...picture };
        await db
          .insertInto('avatar')
          .values({ mention, ...told })
          .onConflict((conflict) => conflict.column('mention').doUpdateSet(told))
          .execute();
        return true;
      }),
    async lately(photo, since) {
      const row = await doors.read
        .selectFrom('avatar')
        .selectAll()
        .where('photo', '=', photo)
        .where('fetchedAt', '>=', since)
        .orderBy('fetchedAt', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && avatarOf(row);
    },
    async names(mentions) {
      if (mentions.length === 0) return new Map();
      const rows = await doors.read
        .selectFrom('avatar')
        .select(['mention', 'name'])
        .where('mention', 'in', [...mentions])
        .where('name', 'is not', null)
        .execute();
      return new Map(rows.map(({ mention, name }) => [mention, name ?? '']));
    },
    async bytes(name) {
      const row = await doors.read
        .selectFrom('avatar')
        .select('bytes')
        .where('name', '=', name)
        .limit(1)
        .executeTakeFirst();
      return row?.bytes == null ? undefined : Buffer.from(row.bytes, 'base64');
    },
    removeAll: (sites) =>
      doors.write(async (db) => {
        for (const some of slicesOf(sites))
          await db
            .deleteFrom('avatar')
            .where(among(db, 'site', some))
            .execute();
      }),
    fetchMissing: (site, now) =>
      doors.write(async (db) => {
        const rows = await db
          .selectFrom('mention')
          .selectAll()
          .where('site', '=', site)
          .where('isPublic', '=', 1)
          .where('entry', 'is not', null)
          .orderBy('publicId', 'desc')
          .limit(MOST_MISSING)
          .execute();
        for (const row of rows) await keepAvatar(db, row, now);
      }),
  };
}

/**
 * Sees to the picture of a mention that was changed: one that is not public has none, one that is gets it fetched unless
 * it was lately. `db` must be the transaction of the change, `before` the row as it was.
 */
export async function keepAvatar(
  db: Database,
  mention: MentionTable,
  now: number,
  before?: MentionTable,
): Promise<void> {
  const photo = mention.isPublic === 1 ? photoOf(mention) : undefined;
  // Most have none, and asking for it would be one statement more of every look.
  if (photo === undefined && before && (before.isPublic === 0 || photoOf(before) === undefined)) return;
  const known = await db
    .selectFrom('avatar')
    .select(['photo', 'fetchedAt'])
    .where('mention', '=', mention.id)
    .executeTakeFirst();
  if (known && known.photo !== photo) await db.deleteFrom('avatar').where('mention', '=', mention.id).execute();
  if (photo === undefined || (known?.photo === photo && now - known.fetchedAt < GOOD_FOR_MS)) return;
  const group = `avatar ${new URL(photo).host}`;
  await enqueue(db, { kind: 'avatar', subject: mention.id, group, startAfter: now });
}

/** The address of the author's picture, where it is one that can be fetched. */
function photoOf({ entry }: Pick<MentionTable, 'entry'>): string | undefined {
  if (entry === null) return undefined;
  const { author } = JSON.parse(entry) as { readonly author?: { readonly photo?: string } };
  const parsed = parseUrl(author?.photo ?? '');
  return parsed.ok ? author?.photo : undefined;
}

function avatarOf({ mention, site, photo, fetchedAt, name, bytes, problem }: AvatarTable): Avatar {
  const made = name === null || bytes === null ? { problem } : { name, bytes: Buffer.from(bytes, 'base64') };
  return { mention, site, photo, fetchedAt, made };
}
