import { isPublic, type LinkState, type ModerationState } from '../mention.ts';
import { eventOf } from '../mention-event.ts';
import { looksDifferent, noteAppearance } from './appearance.ts';
import { keepAvatar } from './avatars.ts';
import { recount } from './count.ts';
import { takeMoment, takeNumbers } from './counter.ts';
import type { MarkIndex } from './mark-index.ts';
import { placeFor, writeMarks } from './mark-mention.ts';
import { writeNotices } from './outbox.ts';
import type { Database } from './schema.ts';
import type { MentionTable } from './schema-mentions.ts';

/** Inside a transaction nobody else changes the row until its end. */
export async function rowOf(db: Database, id: string): Promise<MentionTable | undefined> {
  return db
    .selectFrom('mention')
    .selectAll()
    .where('id', '=', id)
    .$if(db.isTransaction, (query) => query.forUpdate())
    .executeTakeFirst();
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
 * it its number, and whoever wants to hear of the change will: in the same transaction, and once only. The number's row
 * in the counters is locked until the commit, so numbers and times of publication come in the order in which they can be
 * read.
 */
export async function changeMention(
  db: Database,
  marks: MarkIndex,
  row: MentionTable,
  at: number,
  change: Partial<MentionTable>,
): Promise<MentionTable> {
  const next = { ...row, ...change };
  const shown = isPublic({
    link: next.link as LinkState,
    moderation: next.moderation as ModerationState,
    firstSeenAt: next.firstSeenAt ?? undefined,
  });
  next.isPublic = shown ? 1 : 0;
  if (shown && next.publicId === null) {
    next.publicId = await takeNumbers(db, 'public');
    next.publicAt = await takeMoment(db, 'publicAt', at);
  }
  if (looksDifferent(row, next)) {
    next.updatedAt = at;
    await noteAppearance(db, row, next, at);
  }
  // A check reads what the marks are made of; the owner changes only the state.
  const isOther = next.moderation !== row.moderation || next.link !== row.link || 'checkedAt' in change;
  const isMarked = row.place === null || isOther;
  if (isMarked) next.place = await placeFor(db, marks, next);
  await writeChanges(db, row, next);
  if (isMarked) await writeMarks(db, marks, next);
  await recount(db, row, next);
  // Ten thousand that are brought from another place are no news.
  const isMovingIn = next.broughtAs !== null && row.publicId === null;
  const event = isMovingIn ? undefined : eventOf(seenOf(row), seenOf(next));
  if (event !== undefined) await writeNotices(db, { event, site: next.site, subject: next.id, at });
  // One that was never public has no picture.
  if (next.publicId !== null) await keepAvatar(db, next, at);
  return next;
}

/** Only what is another one now: announcements may come in between in another process, and what they write stands. */
async function writeChanges(db: Database, row: MentionTable, next: MentionTable): Promise<void> {
  const names = (Object.keys(next) as (keyof MentionTable)[]).filter((name) => next[name] !== row[name]);
  if (names.length === 0) return;
  const changes = Object.fromEntries(names.map((name) => [name, next[name]]));
  await db.updateTable('mention').set(changes).where('id', '=', row.id).execute();
}

/** What says whether a change is news; reading the whole row for that would read its entry and links twice. */
function seenOf({ link, moderation, firstSeenAt, publicId, reasons }: MentionTable) {
  return {
    link: link as LinkState,
    moderation: moderation as ModerationState,
    firstSeenAt: firstSeenAt ?? undefined,
    publicId: publicId ?? undefined,
    reasons: JSON.parse(reasons) as string[],
  };
}
