import { jobFor } from '../inbound/notify/pace.ts';
import type { Occurrence } from '../notice.ts';
import { takeNumbers } from './counter.ts';
import { enqueue } from './jobs.ts';
import { recipientOf } from './recipients.ts';
import type { Database } from './schema.ts';

/** Writes down what happened for all who want to hear of it: with the change itself, or not at all. */
export async function writeNotices(db: Database, occurrence: Occurrence): Promise<void> {
  const { event, site, subject, at } = occurrence;
  const rows = await db
    .selectFrom('recipient')
    .selectAll()
    .where((eb) => eb.or([eb('site', 'is', null), eb('site', '=', site)]))
    .where('active', '=', 1)
    .execute();
  for (const recipient of rows.map(recipientOf)) {
    if (!recipient.events.includes(event)) continue;
    const place = await takeNumbers(db, 'notice');
    // Nobody can guess it, for nobody can guess the subject, and places are never used twice. Without a dot, which parts it
    // from the time in what is signed.
    const id = `${subject}-${place}`;
    const fresh = { state: 'waiting', reason: '', attempts: 0, tryAt: at, batch: null, body: null, updatedAt: at };
    await db
      .insertInto('notice')
      .values({ id, place, recipient: recipient.id, event, site, subject, at, ...fresh })
      .execute();
    await enqueue(db, jobFor(recipient, id, at));
  }
}
