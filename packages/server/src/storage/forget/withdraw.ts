import { dueBuild } from '../appearance.ts';
import type { Database } from '../schema.ts';
import type { MentionTable } from '../schema-mentions.ts';
import { addTombstone, blankTombstone } from '../tombstones.ts';
import type { Names } from './names.ts';

/**
 * Copies of what is forgotten are to be taken down as well, so its number stays, and nothing else: neither the stone of a
 * mention that is deleted now nor an older one names its source any more.
 */
export async function withdraw(
  db: Database,
  mentions: readonly MentionTable[],
  names: Names,
  at: number,
): Promise<void> {
  const shown = mentions.filter(({ isPublic }) => isPublic === 1);
  for (const mention of shown) await addTombstone(db, { ...mention, source: '' }, at);
  for (const site of new Set(shown.map((mention) => mention.site))) await dueBuild(db, site, at);
  for (const { publicId } of mentions) if (publicId !== null) await blankTombstone(db, publicId);
  const stones = await db.selectFrom('tombstone').select(['publicId', 'source']).where('source', '!=', '').execute();
  for (const { publicId, source } of stones) if (names.own(source)) await blankTombstone(db, publicId);
}
