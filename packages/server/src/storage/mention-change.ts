import { isPublic, type LinkState, type ModerationState } from '../mention.ts';
import { recount } from './count.ts';
import { takeNumbers } from './counter.ts';
import type { Database, MentionTable } from './schema.ts';

export async function rowOf(db: Database, id: string): Promise<MentionTable | undefined> {
  return db.selectFrom('mention').selectAll().where('id', '=', id).executeTakeFirst();
}

/** As `rowOf`, and for the id of a mention that was joined to another one that other one. */
export async function rowOrTwin(db: Database, id: string): Promise<MentionTable | undefined> {
  const row = await rowOf(db, id);
  if (row !== undefined) return row;
  const joined = await db.selectFrom('joinedMention').select('stays').where('id', '=', id).executeTakeFirst();
  return joined && rowOf(db, joined.stays);
}

/**
 * The one place where a stored mention changes its states, so that whoever makes it public, a check or the owner, gives
 * it its number: in the same transaction, and once only.
 */
export async function changeMention(
  db: Database,
  row: MentionTable,
  at: number,
  change: Partial<MentionTable>,
): Promise<MentionTable> {
  const next = { ...row, ...change, updatedAt: at };
  const shown = isPublic({
    link: next.link as LinkState,
    moderation: next.moderation as ModerationState,
    firstSeenAt: next.firstSeenAt ?? undefined,
  });
  next.isPublic = shown ? 1 : 0;
  if (shown && next.publicId === null) {
    next.publicId = await takeNumbers(db, 'public');
    next.publicAt = at;
  }
  // Announcements may come in between in another process; what they write is not ours to write back.
  const { id, lastReceivedAt: _last, repeats: _repeats, protocols: _protocols, ...columns } = next;
  await db.updateTable('mention').set(columns).where('id', '=', id).execute();
  await recount(db, row, next);
  return next;
}
