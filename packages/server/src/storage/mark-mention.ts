import { type MarkIndex, momentOf, takePlace } from './mark-index.ts';
import { marksOf } from './marks.ts';
import { mentionOf } from './mention-row.ts';
import type { Database } from './schema.ts';
import type { MentionTable } from './schema-mentions.ts';

/** Puts a mention into the index of marks, or writes its marks anew. */
export async function markMention(db: Database, index: MarkIndex, row: MentionTable): Promise<void> {
  const place = await placeFor(db, index, row);
  if (place !== row.place) await db.updateTable('mention').set({ place }).where('id', '=', row.id).execute();
  await writeMarks(db, index, { ...row, place });
}

/** The place of a mention, or a new one that has to be written into its row. */
export async function placeFor(db: Database, index: MarkIndex, row: MentionTable): Promise<number> {
  const { place } = row;
  if (place !== null && momentOf(place) === row.receivedAt) return place;
  if (place !== null) await index.remove(db, place);
  return takePlace(db, row.receivedAt);
}

/** For a mention that has its place. */
export async function writeMarks(db: Database, index: MarkIndex, row: MentionTable): Promise<void> {
  if (row.place !== null) await index.write(db, row.place, marksOf(mentionOf(row)));
}

/** All that have no place yet and were looked at or decided about; the rest is found without the index. */
export async function markAll(db: Database, index: MarkIndex): Promise<void> {
  for (;;) {
    const rows = await db
      .selectFrom('mention')
      .selectAll()
      .where('place', 'is', null)
      .where((eb) => eb.or([eb('link', '!=', 'unverified'), eb('moderation', '!=', 'pending')]))
      .limit(500)
      .execute();
    for (const row of rows) await markMention(db, index, row);
    if (rows.length === 0) return;
  }
}
