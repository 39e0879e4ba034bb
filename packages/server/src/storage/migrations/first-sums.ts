import { sumLinks } from '../link-sums.ts';
import type { MarkIndex } from '../mark-index.ts';
import { markMention } from '../mark-mention.ts';
import type { Database } from '../schema.ts';
import { sumTold } from '../sum-rows.ts';

const BATCH = 500;

/** Sums of the links and deliveries that there are already, and the marks by which the table of backlinks finds them. */
export async function firstSums(db: Database, marks: MarkIndex): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('backlink')
      .selectAll()
      .where('mention', '>', after)
      .orderBy('mention')
      .limit(BATCH)
      .execute();
    for (const row of rows) {
      await sumLinks(db, undefined, { ...row, link: 'live' }, row.firstSeenAt);
      if (row.link !== 'live') await sumLinks(db, { ...row, link: 'live' }, row, row.missingSince ?? row.lastSeenAt);
      const mention = await db.selectFrom('mention').selectAll().where('id', '=', row.mention).executeTakeFirst();
      if (mention) await markMention(db, marks, mention);
    }
    const last = rows.at(-1);
    if (rows.length < BATCH || last === undefined) break;
    after = last.mention;
  }
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('delivery')
      .select(['id', 'site', 'target', 'createdAt'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    for (const row of rows) await sumTold(db, row, 1);
    const last = rows.at(-1);
    if (rows.length < BATCH || last === undefined) return;
    after = last.id;
  }
}
