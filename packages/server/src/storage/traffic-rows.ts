import { siteOfUrl } from '../domain.ts';
import type { Database } from './schema.ts';
import type { MentionTable } from './schema-mentions.ts';
import type { TrafficTable } from './schema-views.ts';

/** What every row of a link's visits has. */
export function trafficOf({ id, site, targetKey, source }: Pick<MentionTable, 'id' | 'site' | 'targetKey' | 'source'>) {
  return { mention: id, site, targetKey, domain: siteOfUrl(source) };
}

export async function addTraffic(db: Database, rows: readonly TrafficTable[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('traffic')
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .columns(['mention', 'day'])
        .doUpdateSet((eb) => ({ count: eb('traffic.count', '+', eb.ref('excluded.count')) })),
    )
    .execute();
}
