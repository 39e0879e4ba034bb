import { type MarkIndex, momentOf, takePlace } from './mark-index.ts';
import { marksOf } from './marks.ts';
import { mentionOf } from './mention-row.ts';
import type { Database } from './schema.ts';
import type { MentionTable } from './schema-mentions.ts';

/** Puts a mention into the index of marks, or writes its marks anew. Answers its place. */
export async function markMention(db: Database, index: MarkIndex, row: MentionTable): Promise<number> {
  let { place } = row;
  if (place !== null && momentOf(place) !== row.receivedAt) {
    await index.remove(db, place);
    place = null;
  }
  if (place === null) {
    place = await takePlace(db, row.receivedAt);
    await db.updateTable('mention').set({ place }).where('id', '=', row.id).execute();
  }
  await index.write(db, place, marksOf(mentionOf(row)));
  return place;
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
