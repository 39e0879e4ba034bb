import type { Exchange } from '../delivery.ts';
import type { Database } from './schema.ts';

/** Five tries, each a look at the page and a notification. */
const KEPT = 10;

export async function appendExchanges(db: Database, subject: string, exchanges: readonly Exchange[]): Promise<void> {
  if (exchanges.length === 0) return;
  const last = await db
    .selectFrom('exchange')
    .select('place')
    .where('subject', '=', subject)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  let place = last?.place ?? 0;
  for (const exchange of exchanges) {
    place += 1;
    await db
      .insertInto('exchange')
      .values({ subject, place, ...exchange })
      .execute();
  }
  await db
    .deleteFrom('exchange')
    .where('subject', '=', subject)
    .where('place', '<=', place - KEPT)
    .execute();
}

export function readExchanges(db: Database, subject: string): Promise<readonly Exchange[]> {
  return db
    .selectFrom('exchange')
    .select(['at', 'request', 'reply'])
    .where('subject', '=', subject)
    .orderBy('place')
    .execute();
}
