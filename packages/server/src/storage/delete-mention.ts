import { sql } from 'kysely';
import { unsumLink } from './link-sums.ts';
import type { Database } from './schema.ts';
import { dropText } from './texts.ts';

/** What is about a mention alone, by the column that has its id. Its passage goes with the row, its marks by a trigger. */
const ABOUT_IT = [
  ['traceStep', 'subject'],
  ['avatar', 'mention'],
  ['brought', 'mention'],
  ['traffic', 'mention'],
  ['awaitedVisit', 'mention'],
] as const;
/** What leads to it. A mention that was joined to another one hands this on: its id finds the other one. */
const LEADS_TO_IT = [
  ['notice', 'subject'],
  ['joinedMention', 'stays'],
] as const;

/**
 * The one place where a mention is deleted, with everything that hangs on it; `db` must be a transaction. Its job, should
 * one wait or run, finds nothing and is done: a queue whose row is taken away under it waits for the lease to end. The
 * tombstone and the counts of the days are the caller's: what was shown once is withdrawn, what is forgotten is not counted
 * any more.
 */
export async function deleteMention(db: Database, { id, site }: { readonly id: string; readonly site: string }) {
  for (const [table, column] of LEADS_TO_IT) await db.deleteFrom(table).where(sql.ref(column), '=', id).execute();
  await deleteJoined(db, { id, site });
}

/** The same for one that another mention takes the place of. */
export async function deleteJoined(db: Database, { id, site }: { readonly id: string; readonly site: string }) {
  for (const [table, column] of ABOUT_IT) await db.deleteFrom(table).where(sql.ref(column), '=', id).execute();
  await dropText(db, { site, subject: id });
  await unsumLink(db, id);
  await db.deleteFrom('mention').where('id', '=', id).execute();
}
